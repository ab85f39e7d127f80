package org.localmax.batch;

import java.io.Console;
import java.io.PrintWriter;

/** Tells how many frames of a film are drawn: a line that is drawn over on a terminal, a line a minute elsewhere. */
final class FilmProgress implements AutoCloseable {

    private static final long LINE_INTERVAL = 60_000_000_000L;
    private static final long SHORT_INTERVAL = 100_000_000L;

    private final PrintWriter messages;
    private final boolean terminal;
    private long told = System.nanoTime();
    private boolean isShown;

    FilmProgress(PrintWriter messages) {
        this.messages = messages;
        Console console = System.console();
        terminal = console != null && console.isTerminal();
    }

    void drawn(int frame, int frames) {
        long now = System.nanoTime();
        if (now - told < (terminal ? SHORT_INTERVAL : LINE_INTERVAL)) {
            return;
        }
        told = now;
        String where = "frame " + frame + " of " + frames;
        if (terminal) {
            messages.print("\r" + where + "  ");
            isShown = true;
        } else {
            messages.println(where);
        }
        messages.flush();
    }

    @Override
    public void close() {
        if (isShown) {
            messages.print("\r" + " ".repeat(40) + "\r");
            messages.flush();
        }
    }
}
