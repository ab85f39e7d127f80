package org.localmax.batch;

import java.io.Console;
import java.io.PrintWriter;

/** A line that says how far something is: a bar that is drawn over on a terminal, a line a minute elsewhere. */
final class StatusLine implements AutoCloseable {

    private static final long BAR_INTERVAL = 100_000_000L;
    private static final long LINE_INTERVAL = 60_000_000_000L;
    private static final int WIDTH = 30;

    private final PrintWriter messages;
    private final boolean isTerminal;
    private long told = System.nanoTime();
    private int longest;

    StatusLine(PrintWriter messages) {
        this.messages = messages;
        Console console = System.console();
        isTerminal = console != null && console.isTerminal();
    }

    /** Whether it is time to tell again. */
    boolean isDue() {
        return System.nanoTime() - told >= (isTerminal ? BAR_INTERVAL : LINE_INTERVAL);
    }

    /** Tells how far it is: a share from 0 to 1, and in words. */
    void tell(double share, String where) {
        told = System.nanoTime();
        if (isTerminal) {
            int filled = (int) (WIDTH * share);
            String shown = "[" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + where;
            messages.print("\r" + shown + " ".repeat(Math.max(0, longest - shown.length())));
            longest = Math.max(longest, shown.length());
        } else {
            messages.println(where);
        }
        messages.flush();
    }

    /** Clears the bar. */
    @Override
    public void close() {
        if (longest > 0) {
            messages.print("\r" + " ".repeat(longest) + "\r");
            messages.flush();
            longest = 0;
        }
    }
}
