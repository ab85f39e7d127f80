package org.localmax.ui.run;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.runtime.IProgressMonitor;
import org.localmax.dynamics.Step;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunPlan;

/** How far a run is, in a progress monitor, and whether that was cancelled. */
public final class RunProgress implements RunListener, AutoCloseable {

    private final RunPlan plan;
    private final IProgressMonitor monitor;
    private final int ticks;
    private final AtomicBoolean closed = new AtomicBoolean();
    private int worked;
    private volatile long step;

    public RunProgress(RunPlan plan, IProgressMonitor monitor, int ticks) {
        this.plan = plan;
        this.monitor = monitor;
        this.ticks = ticks;
        tell(0);
    }

    @Override
    public void stepped(Step taken) {
        step = taken.before().t() + 1;
        tell(0);
    }

    /** Whether any step was made. */
    boolean hasStepped() {
        return step > 0;
    }

    @Override
    public void rowsDone(long done, long rows) {
        if (done < rows && plan.steps() <= ticks) {
            tell((double) done / rows);
        }
    }

    private synchronized void tell(double ofStep) {
        int due = (int) Math.min(ticks, ticks * (step + ofStep) / (plan.steps() + 1.0));
        if (due > worked) {
            monitor.worked(due - worked);
            worked = due;
        }
        monitor.subTask(Texts.name(Texts.progress, plan.rule(), Math.min(step, plan.steps()), plan.steps()));
    }

    @Override
    public boolean isCancelled() {
        return !closed.get() && monitor.isCanceled();
    }

    @Override
    public void close() {
        closed.set(true);
        monitor.done();
    }
}
