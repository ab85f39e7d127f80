package org.localmax.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * square of |x_i(t) - y_i(t)| over the tokens and the steps 1 to W. It jumps with delta, since neighbour sets do, so that it is looked for on a
 * grid that is made finer around the best width found; no width reproduces softmax at finite beta.
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

    private static final int GRID = 33;
    private static final int REFINEMENTS = 6;
    private static final int REFINED = 8;

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
        TreeMap<Double, Double> known = new TreeMap<>();
        double low = 0;
        double high = most;
        int points = GRID;
        for (int round = 0; round <= REFINEMENTS; round++) {
            for (int k = 0; k < points; k++) {
                double delta = low + (high - low) * k / (points - 1);
                known.computeIfAbsent(delta, width -> {
                    CancellationCheck.of(listener::isCancelled).check();
                    Dynamics strip = target.with(new AttentionRule.Localmax(Schedule.constant(width), scale));
                    return distance(aims, strip, start, steppers, listener);
                });
            }
            double best = best(known);
            low = known.lowerKey(best) == null ? best : known.lowerKey(best);
            high = known.higherKey(best) == null ? best : known.higherKey(best);
            points = REFINED + 1;
        }
        double best = best(known);
        return new StripFit(
                best,
                known.get(best),
                window,
                scale,
                known.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                known.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Of several that are equally near the narrowest. */
    private static double best(TreeMap<Double, Double> known) {
        double best = known.firstKey();
        for (Map.Entry<Double, Double> entry : known.entrySet()) {
            if (entry.getValue() < known.get(best)) {
                best = entry.getKey();
            }
        }
        return best;
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
                double distance = Vectors.distance(aims.get(t).rows(), at, states.get(t).rows(), at, d);
                sum = Math.fma(distance, distance, sum);
            }
        }
        return Math.sqrt(sum / aims.size() / start.count());
    }
}
