package org.localmax.experiments.figures;

import org.localmax.data.DataException;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.plots.Figure;
import org.localmax.plots.figures.LimitColours;
import org.localmax.plots.figures.NeighbourCounts;

/** |C_i| at each recorded step, decided again. */
final class NeighbourFigure {

    private static final long MOST_COUNTS = 50_000_000;

    private NeighbourFigure() {}

    static Figure of(RecordedRun run, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        if (run.dynamics().rule() instanceof AttentionRule.Softmax) {
            throw new InvalidInputException(
                    run.capsule().folder() + ": under softmax every token is a neighbour of every"
                            + " token; expected a rule that decides neighbours, such as localmax");
        }
        int n = run.plan().tokens().count();
        if ((long) n * run.records() > MOST_COUNTS) {
            throw new InvalidInputException(run.capsule().folder() + ": " + n + " tokens at " + run.records()
                    + " steps are too many for one figure; expected at most " + MOST_COUNTS
                    + " counts, as with --record log");
        }
        CancellationCheck wanted = CancellationCheck.of(listener::isCancelled);
        int[][] counts = new int[run.records()][];
        for (int r = 0; r < counts.length; r++) {
            wanted.check();
            counts[r] = run.stepFrom(r, options, listener).counts();
        }
        int[] limits = LimitColours.of(run.limits(wanted).clusters());
        String caption = RunCaption.join(
                RunCaption.over(run),
                n > NeighbourCounts.FEW_TOKENS ? "Of many tokens the quartiles are shown." : "",
                RunCaption.decisions(run));
        return Figure.of(NeighbourCounts.of(run.steps(), counts, limits), caption);
    }
}
