package org.localmax.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.localmax.analysis.Clusters;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.Diameter;
import org.localmax.solver.StepListener;

/**
 * What came of several rules in lockstep.
 *
 * @param contenders who was compared
 * @param diameter diam X(0), in units of the coordinates
 * @param concentrations for each contender how concentrated its attention was at the steps looked at; NaN where rows are too many
 * @param pairs each pair of contenders, the first index less than the second, in their order
 */
public record Comparison(
        List<Contender> contenders,
        double diameter,
        List<List<Concentration>> concentrations,
        List<PairHistory> pairs) {

    /** Rows of rules that decide nothing are looked at for up to so many tokens. */
    private static final int MOST_ROWS = 5_000;

    /**
     * Steps the contenders from t = 0 to a horizon and looks at them.
     *
     * @param lockstep at its start
     * @param steps the horizon T; the last states looked at are those at T
     * @param looks at which steps to look; distances and neighbours are compared at each
     * @param told hears of the steps from each t, in the order of the contenders, after they were looked at
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    public static Comparison of(
            Lockstep lockstep,
            Tokens start,
            long steps,
            LongPredicate looks,
            Consumer<List<Step>> told,
            StepListener listener) {
        CancellationCheck wanted = CancellationCheck.of(listener::isCancelled);
        double diameter = Diameter.of(start, wanted);
        double linkage = Clusters.RELATIVE_LINKAGE * diameter;
        List<Contender> contenders = lockstep.contenders();
        List<List<Concentration>> concentrations = new ArrayList<>();
        contenders.forEach(_ -> concentrations.add(new ArrayList<>()));
        List<PairWatch> pairs = PairWatch.of(contenders.size(), start.count(), Math.addExact(steps, 1));
        for (long t = 0; t <= steps; t++) {
            List<Step> now = lockstep.advance(listener);
            pairs.forEach(pair -> pair.see(now));
            if (looks.test(t) || t == steps) {
                List<Disagreement.Look> seen = now.stream()
                        .map(step -> Disagreement.Look.at(step, linkage, wanted))
                        .toList();
                for (int k = 0; k < now.size(); k++) {
                    concentrations.get(k).add(concentration(contenders.get(k), now.get(k), wanted));
                }
                for (PairWatch pair : pairs) {
                    pair.add(Disagreement.of(seen.get(pair.first()), seen.get(pair.second()), wanted));
                }
            }
            told.accept(now);
        }
        return new Comparison(
                contenders,
                diameter,
                concentrations,
                pairs.stream().map(PairWatch::history).toList());
    }

    private static Concentration concentration(Contender contender, Step step, CancellationCheck wanted) {
        boolean isTold = !Concentration.needsRows(contender.dynamics()) || step.counts().length <= MOST_ROWS;
        return isTold
                ? Concentration.of(contender.dynamics(), step, wanted)
                : new Concentration(Double.NaN, Double.NaN);
    }

    /** The pair of two contenders. */
    public PairHistory pair(int one, int other) {
        return pairs.stream()
                .filter(pair -> pair.first() == Math.min(one, other) && pair.second() == Math.max(one, other))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(one + " and " + other + " are no pair"));
    }

    /** The adjusted Rand index of the last clusters of each with each: symmetric, 1 on the diagonal. */
    public double[][] agreement() {
        double[][] matrix = new double[contenders.size()][contenders.size()];
        for (int k = 0; k < matrix.length; k++) {
            matrix[k][k] = 1;
        }
        for (PairHistory pair : pairs) {
            matrix[pair.first()][pair.second()] = pair.last().agreement();
            matrix[pair.second()][pair.first()] = pair.last().agreement();
        }
        return matrix;
    }
}
