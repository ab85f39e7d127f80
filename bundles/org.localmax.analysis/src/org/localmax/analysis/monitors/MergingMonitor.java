package org.localmax.analysis.monitors;

import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;

/** H3c: distinct tokens never merge under hardmax with gamma below 1, but where rounding joins them. */
final class MergingMonitor implements Monitor {

    private final Excess excess = new Excess(Statement.NO_MERGING);
    private final StepSize stepSize;

    MergingMonitor(StepSize stepSize) {
        this.stepSize = stepSize;
    }

    @Override
    public Statement statement() {
        return Statement.NO_MERGING;
    }

    @Override
    public void see(Step step) {
        Merger merger = Merger.of(step);
        excess.add(step.before().t(), merger.apart(), Merger.byRounding(step, stepSize), merger.tokens());
    }

    @Override
    public Finding finding() {
        return excess.finding("no distinct tokens merged, but where rounding joins them", "distinct tokens merged");
    }
}
