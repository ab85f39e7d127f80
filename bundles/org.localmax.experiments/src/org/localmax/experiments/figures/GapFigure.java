package org.localmax.experiments.figures;

import java.util.Arrays;
import org.localmax.analysis.Settled;
import org.localmax.analysis.limits.Limits;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.plots.Figure;
import org.localmax.plots.figures.GapHistogram;

/** The gaps of the limits of all tokens. */
final class GapFigure {

    private GapFigure() {}

    static Figure of(RecordedRun run, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        Ends.of(run, options, listener);
        CancellationCheck wanted = CancellationCheck.of(listener::isCancelled);
        Limits limits = run.limits(wanted);
        double[] gaps = new double[run.plan().tokens().count()];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = limits.gap(limits.clusters().label(i));
        }
        long outside =
                Arrays.stream(gaps).filter(gap -> gap > limits.greatestGap()).count();
        boolean isKnown = run.capsule().result().settled().motion() != Settled.Motion.MOVING;
        String found = isKnown
                ? outside + " of " + gaps.length + " tokens " + (outside == 1 ? "has its" : "have their")
                        + " limit outside S(K) (gap above 1e-8 of the greatest score)."
                : "Which limits are outside S(K) is not known while tokens move.";
        String caption =
                RunCaption.join(RunCaption.over(run), found, RunCaption.settled(run), RunCaption.decisions(run));
        return Figure.of(GapHistogram.of(gaps, limits.greatestGap(), isKnown), caption);
    }
}
