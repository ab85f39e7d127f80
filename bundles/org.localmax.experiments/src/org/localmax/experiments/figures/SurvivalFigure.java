package org.localmax.experiments.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.localmax.analysis.Digits;
import org.localmax.analysis.KaplanMeier;
import org.localmax.analysis.Settled;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.plots.Figure;
import org.localmax.plots.figures.SurvivalCurves;

/** Who has not settled yet: the tokens of one run, or several runs by rule. */
final class SurvivalFigure {

    private SurvivalFigure() {}

    /**
     * The tokens of a run. A token has settled since the first step from which on it never moves by more than the settle tolerance; those
     * that move to the end are censored.
     */
    static Figure ofTokens(RecordedRun run, CancellationCheck wanted) throws DataException, InvalidInputException {
        if (!run.isComplete() || run.records() < 2) {
            throw new InvalidInputException(run.capsule().folder() + ": " + run.records() + " states of "
                    + run.plan().steps() + " steps are recorded; expected every step, as --record every:1 writes them");
        }
        double tolerance = run.plan().settleTolerance() * run.diameter(wanted);
        int n = run.plan().tokens().count();
        int d = run.plan().tokens().dimension();
        double[] since = new double[n];
        Tokens before = run.tokens(0);
        for (int r = 1; r < run.records(); r++) {
            wanted.check();
            Tokens after = run.tokens(r);
            for (int i = 0; i < n; i++) {
                if (Vectors.distance(before.rows(), i * d, after.rows(), i * d, d) > tolerance) {
                    since[i] = run.step(r);
                }
            }
            before = after;
        }
        long last = run.step(run.records() - 1);
        boolean[] hasSettled = new boolean[n];
        for (int i = 0; i < n; i++) {
            hasSettled[i] = since[i] < last;
        }
        KaplanMeier estimate = KaplanMeier.of(since, hasSettled);
        String caption = RunCaption.join(
                RunCaption.over(run),
                "A token counts as settled once it never moves by more than "
                        + Digits.of(run.plan().settleTolerance(), 3) + " diam X(0) again.",
                RunCaption.decisions(run));
        return Figure.of(SurvivalCurves.of("share of tokens not settled", Map.of("tokens", estimate)), caption);
    }

    /** Runs by the name of their rule. */
    static Figure ofRuns(List<RecordedRun> runs) {
        Map<String, List<RecordedRun>> groups = new LinkedHashMap<>();
        for (RecordedRun run : runs) {
            groups.computeIfAbsent(run.plan().rule(), _ -> new ArrayList<>()).add(run);
        }
        Map<String, KaplanMeier> estimates = new LinkedHashMap<>();
        groups.forEach((rule, group) -> estimates.put(rule, estimate(group)));
        long metastable = runs.stream()
                .filter(run -> run.capsule().result().settled().motion() == Settled.Motion.METASTABLE)
                .count();
        String rest = metastable == 0 ? "" : metastable + " at rest may be on a plateau (metastable).";
        String caption = RunCaption.join(
                runs.size() + " runs by rule; a run that moved at its end is censored there.", rest, rules(groups));
        return Figure.of(SurvivalCurves.of("share of runs not settled", estimates), caption);
    }

    private static String rules(Map<String, List<RecordedRun>> groups) {
        List<String> rules = new ArrayList<>();
        groups.forEach((name, group) -> rules.add(name + ": " + RunCaption.rule(group.getFirst())));
        return String.join("; ", rules) + ".";
    }

    private static KaplanMeier estimate(List<RecordedRun> runs) {
        double[] times = new double[runs.size()];
        boolean[] hasSettled = new boolean[runs.size()];
        for (int k = 0; k < times.length; k++) {
            Settled settled = runs.get(k).capsule().result().settled();
            hasSettled[k] = settled.since().isPresent();
            times[k] = settled.since().orElse(runs.get(k).plan().steps());
        }
        return KaplanMeier.of(times, hasSettled);
    }
}
