package org.localmax.experiments.figures;

import java.util.List;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.analysis.monitors.Statement;
import org.localmax.dynamics.Vectors;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.plots.Figure;
import org.localmax.plots.figures.LyapunovCurves;

/** The Lyapunov candidates of a run that is made again. */
final class LyapunovFigure {

    private LyapunovFigure() {}

    static Figure of(RecordedRun run, Hindsight hindsight) throws InvalidInputException {
        List<LyapunovCandidate> candidates = hindsight.report().candidates();
        if (candidates.isEmpty()) {
            String because = hindsight.report().findings().stream()
                    .filter(finding -> finding.statement() == Statement.ADJOINT)
                    .map(finding -> finding.because())
                    .findFirst()
                    .orElse("no step was taken");
            throw new InvalidInputException(run.capsule().folder() + ": there are no Lyapunov candidates: " + because
                    + "; expected another run");
        }
        int n = run.plan().tokens().count();
        double rounding = ((double) n * n + 128) * Vectors.UNIT_ROUNDOFF
                + 4 * run.dynamics().ties().tolerance();
        long increasing = candidates.stream()
                .filter(candidate -> candidate.increases() > 0)
                .count();
        String caption = RunCaption.join(
                RunCaption.over(run),
                "Each candidate is divided by its first value.",
                increasing == 0
                        ? "None increases by more than rounding."
                        : increasing + " of " + candidates.size() + " increase somewhere by more than rounding.",
                candidates.stream().anyMatch(each -> each.increases() > LyapunovCurves.MOST_INCREASES)
                        ? "Of more than " + LyapunovCurves.MOST_INCREASES + " increases of a candidate some are marked."
                        : "",
                RunCaption.decisions(run));
        return Figure.of(LyapunovCurves.of(candidates, rounding), caption);
    }
}
