package org.localmax.experiments.figures;

import org.localmax.analysis.Settled;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.Limits;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.plots.Figure;
import org.localmax.plots.figures.GapHistogram;

/** The gaps of the limits of all tokens. */
final class GapFigure {

    private GapFigure() {}

    static Figure of(RecordedRun run, CancellationCheck wanted) throws DataException, InvalidInputException {
        if (run.capsule().result().settled().motion() == Settled.Motion.MOVING) {
            throw new InvalidInputException(run.capsule().folder()
                    + ": the tokens were not at rest at the end, so that limits are not known; expected a longer run");
        }
        Limits limits = run.limits(wanted);
        double[] gaps = new double[run.plan().tokens().count()];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = limits.gap(limits.clusters().label(i));
        }
        int outside = limits.count(LimitKind.OUTSIDE_S);
        String caption = RunCaption.join(
                RunCaption.over(run),
                outside + " of " + gaps.length + " tokens " + (outside == 1 ? "has its" : "have their")
                        + " limit outside S(K) (gap above 1e-8 of the greatest score).",
                RunCaption.settled(run),
                RunCaption.decisions(run));
        return Figure.of(GapHistogram.of(gaps, limits.greatestGap()), caption);
    }
}
