package org.localmax.batch;

import java.io.PrintWriter;
import org.localmax.dynamics.Step;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunPlan;

/** Tells how far a run is: a bar that is drawn over on a terminal, a line a minute elsewhere. */
final class Progress implements RunListener, AutoCloseable {

    private final StatusLine line;
    private final RunPlan plan;
    private final Interruption interruption;
    private volatile long step;

    Progress(PrintWriter messages, RunPlan plan, Interruption interruption) {
        line = new StatusLine(messages);
        this.plan = plan;
        this.interruption = interruption;
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
        if (line.isDue()) {
            double share = plan.steps() == 0 ? 0 : at / plan.steps();
            line.tell(
                    share,
                    plan.rule() + ": step " + (long) at + " of " + plan.steps() + " (" + (int) (100 * share) + " %)");
        }
    }

    @Override
    public boolean isCancelled() {
        return interruption.isCancelled();
    }

    @Override
    public synchronized void close() {
        line.close();
    }
}
