package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.localmax.plots.Axis;
import org.localmax.plots.Colouring;
import org.localmax.plots.Curve;
import org.localmax.plots.Dash;
import org.localmax.plots.Guide;
import org.localmax.plots.Ink;
import org.localmax.plots.Interval;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.Paths;

/** How far each token is from its limit over t, on a logarithmic axis, beside the decay that the step sizes allow at most. */
public final class LimitDistances {

    private LimitDistances() {}

    /**
     * The distances.
     *
     * @param steps one a state
     * @param distances a row a token, one number a state; 0 is not shown
     * @param limits the limit of each token, as a number from 0
     * @param guide the product of 1 - gamma up to each state, (1 + alpha)^-t if alpha is constant; empty where there is none
     * @param guideLabel what it is called
     * @param unknown distances up to this say nothing: they are the work of rounding, or the tokens still moved as far
     */
    public static Panel of(
            double[] steps,
            double[][] distances,
            int[] limits,
            Optional<double[]> guide,
            String guideLabel,
            double unknown) {
        double[][] times = new double[distances.length][];
        Arrays.fill(times, steps);
        Interval seen = seen(distances, unknown);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Paths("tokens, by limit", times, distances, new Colouring.ByCategory(limits), 0.8, Dash.SOLID));
        guide.ifPresent(factors -> marks.add(Curve.of(
                guideLabel,
                steps,
                Arrays.stream(factors).map(factor -> factor * seen.high()).toArray(),
                new Line(Ink.FOREGROUND, 1.2, Dash.DASHED))));
        if (unknown >= seen.low()) {
            marks.add(new Guide(
                    "not known below", Guide.Direction.HORIZONTAL, unknown, new Line(Ink.FAINT, 0.8, Dash.DOTTED)));
        }
        Axis axis = Axis.logarithmic("|xᵢ(t) − limit|").showing(seen.low() / 2, seen.high() * 2);
        return new Panel("", Axis.whole("t"), axis, false, marks);
    }

    /** What is worth seeing: down to a tenth of what is known. */
    private static Interval seen(double[][] distances, double unknown) {
        double greatest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double[] row : distances) {
            for (double distance : row) {
                greatest = Math.max(greatest, distance);
                least = distance > 0 ? Math.min(least, distance) : least;
            }
        }
        if (greatest == 0) {
            return new Interval(0.1, 1);
        }
        double low = Math.clamp(least, Math.min(unknown / 10, greatest / 10), greatest);
        return new Interval(Math.max(low, Double.MIN_NORMAL * 4), greatest);
    }
}
