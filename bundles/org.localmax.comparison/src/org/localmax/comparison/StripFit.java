package org.localmax.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;

/**
 * The width of a strip whose localmax is nearest to another rule, such as softmax, over a window of steps. The distance is the root mean
 * square of |x_i(t) - y_i(t)| over the tokens and the steps 1 to W. It jumps with delta, since neighbour sets do, and may have several
 * valleys, so that it is looked for on a grid that is made finer around the best widths found, again and again; a valley narrower than
 * the grid may be missed. No width reproduces softmax at finite beta.
 *
 * @param delta the width
 * @param distance that of the best width, in units of the coordinates
 * @param window W
 * @param scale what delta is measured by
 * @param tried the widths tried, ascending
 * @param distances theirs
 */
public record StripFit(
        double delta, double distance, int window, AttentionRule.Scale scale, double[] tried, double[] distances) {

    private static final int GRID = 129;
    private static final int REFINEMENTS = 6;
    private static final int REFINED = 8;
    private static final int VALLEYS = 8;

    /** About how often a window is stepped through. */
    public static final int RUNS = GRID + REFINEMENTS * VALLEYS * REFINED;

    /**
     * Looks for the width.
     *
     * @param target the rule that is imitated; the step size, A and ties are its own
     * @param window at least 1
     * @param most the greatest width tried
     * @param steppers makes the stepper of a dynamics
     */
    public static StripFit of(
            Dynamics target,
            Tokens start,
            int window,
            AttentionRule.Scale scale,
            double most,
            Function<Dynamics, Stepper> steppers,
            StepListener listener) {
        if (window < 1 || !(most > 0 && most < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the window is " + window + " and the greatest width " + most
                    + "; expected at least one step, and a width greater than 0");
        }
        List<Tokens> aims = trajectory(target, start, window, steppers, listener);
        DoubleUnaryOperator distance = delta -> {
            CancellationCheck.of(listener::isCancelled).check();
            Dynamics strip = target.with(new AttentionRule.Localmax(Schedule.constant(delta), scale));
            return distance(aims, strip, start, steppers, listener);
        };
        TreeMap<Double, Double> known = new TreeMap<>();
        addGrid(known, 0, most, GRID - 1, distance);
        for (int round = 0; round < REFINEMENTS; round++) {
            for (double best : best(known, VALLEYS)) {
                Double below = known.lowerKey(best);
                Double above = known.higherKey(best);
                addGrid(known, below == null ? best : below, above == null ? best : above, REFINED, distance);
            }
        }
        double best = best(known, 1).getFirst();
        return new StripFit(
                best,
                known.get(best),
                window,
                scale,
                known.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                known.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void addGrid(
            TreeMap<Double, Double> known, double low, double high, int parts, DoubleUnaryOperator distance) {
        for (int k = 0; k <= parts; k++) {
            known.computeIfAbsent(low + (high - low) * k / parts, distance::applyAsDouble);
        }
    }

    /** The widths that are nearest, of several that are equally near the narrowest first. */
    private static List<Double> best(TreeMap<Double, Double> known, int count) {
        return known.entrySet().stream()
                .sorted(Map.Entry.comparingByValue()) // stable
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Tokens> trajectory(
            Dynamics dynamics, Tokens start, int window, Function<Dynamics, Stepper> steppers, StepListener listener) {
        List<Tokens> states = new ArrayList<>();
        try (Stepper stepper = steppers.apply(dynamics)) {
            State state = State.initial(start);
            for (int t = 0; t < window; t++) {
                Step step = stepper.step(state, listener);
                state = step.after();
                states.add(state.tokens());
            }
        }
        return states;
    }

    private static double distance(
            List<Tokens> aims,
            Dynamics strip,
            Tokens start,
            Function<Dynamics, Stepper> steppers,
            StepListener listener) {
        double sum = 0;
        List<Tokens> states = trajectory(strip, start, aims.size(), steppers, listener);
        int d = start.dimension();
        for (int t = 0; t < aims.size(); t++) {
            for (int at = 0; at < start.count() * d; at += d) {
                double distance =
                        Vectors.distance(aims.get(t).rows(), at, states.get(t).rows(), at, d);
                sum = Math.fma(distance, distance, sum);
            }
        }
        return Math.sqrt(sum / aims.size() / start.count());
    }
}
