package org.localmax.experiments.figures;

import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.plots.Figure;
import org.localmax.plots.figures.AttentionMap;

/** The weights W(t) at a step. */
final class AttentionFigure {

    private AttentionFigure() {}

    static Figure of(RecordedRun run, FigureRequest request, CancellationCheck wanted)
            throws DataException, InvalidInputException {
        int record = request.step().record(run);
        int[] shown = AttentionMap.shown(run.limits(wanted).clusters().labels());
        int n = run.plan().tokens().count();
        String left = shown.length == n ? "" : "Shown are " + shown.length + " of " + n + " tokens, evenly chosen.";
        String caption = RunCaption.join(
                RunCaption.at(run, run.step(record)),
                "Tokens are in the order of the clusters of the last step.",
                left,
                RunCaption.decisions(run));
        return Figure.of(AttentionMap.of(run.attention(record), shown), caption);
    }
}
