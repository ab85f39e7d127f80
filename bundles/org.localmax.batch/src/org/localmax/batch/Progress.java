package org.localmax.batch;

import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.localmax.dynamics.Step;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunPlan;

/** Tells how far a run is: a bar that is drawn over on a terminal, a line a minute elsewhere. */
final class Progress implements RunListener, AutoCloseable {

    private static final long BAR_INTERVAL = 100_000_000L;
    private static final long LINE_INTERVAL = 60_000_000_000L;
    private static final int WIDTH = 30;

    private final PrintWriter messages;
    private final RunPlan plan;
    private final boolean terminal;
    private final Interruption interruption;
    private final AtomicBoolean drawn = new AtomicBoolean();
    private long told = System.nanoTime();
    private volatile long step;

    Progress(PrintWriter messages, RunPlan plan, Interruption interruption) {
        this.messages = messages;
        this.plan = plan;
        this.interruption = interruption;
        Console console = System.console();
        terminal = console != null && console.isTerminal();
    }

    @Override
    public void stepped(Step taken) {
        step = taken.before().t();
        tell(step);
    }

    @Override
    public void rowsDone(long done, long rows) {
        if (done < rows) {
            tell(step + (double) done / rows);
        }
    }

    private synchronized void tell(double at) {
        long now = System.nanoTime();
        if (now - told < (terminal ? BAR_INTERVAL : LINE_INTERVAL)) {
            return;
        }
        told = now;
        int percent = plan.steps() == 0 ? 0 : (int) (100 * at / plan.steps());
        String where = plan.rule() + ": step " + (long) at + " of " + plan.steps() + " (" + percent + " %)";
        if (terminal) {
            int filled = WIDTH * percent / 100;
            messages.print("\r[" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + where + "  ");
            drawn.set(true);
        } else {
            messages.println(where);
        }
        messages.flush();
    }

    @Override
    public boolean isCancelled() {
        return interruption.isCancelled();
    }

    /** Clears the bar. */
    @Override
    public void close() {
        if (drawn.getAndSet(false)) {
            messages.print("\r" + " ".repeat(WIDTH + 60) + "\r");
            messages.flush();
        }
    }
}
