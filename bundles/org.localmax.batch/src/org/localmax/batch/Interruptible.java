package org.localmax.batch;

import org.localmax.experiments.sweeps.SweepListener;

/** Stops what goes on with a sweep when the process is asked to end; tells nothing. */
record Interruptible(Interruption interruption) implements SweepListener {

    @Override
    public boolean isStopping() {
        return interruption.isRequested();
    }

    @Override
    public boolean isCancelled() {
        return interruption.isRequested();
    }
}
