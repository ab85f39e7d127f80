package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.localmax.plots.Axis;
import org.localmax.plots.Colouring;
import org.localmax.plots.Curve;
import org.localmax.plots.Dash;
import org.localmax.plots.Ink;
import org.localmax.plots.Interval;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;
import org.localmax.plots.Symbol;

/** The greatest J of a token under Frank-Wolfe over t, against the bound of theorem 3.1 of arXiv 2508.09628. */
public final class EnergyDecay {

    private EnergyDecay() {}

    /**
     * The decay.
     *
     * @param steps one a state, from 1 on
     * @param energies the greatest J of each state
     * @param bounds what J(x^t) would be at most: 2/t lambda_max(M) diam(conv X^0)^2
     * @param isViolated whether J is above by more than rounding, one a state
     * @param withoutOrigin the first t at which 0 is not in conv X^t; empty if there is none
     */
    public static Panel of(
            double[] steps, double[] energies, double[] bounds, boolean[] isViolated, OptionalLong withoutOrigin) {
        List<Mark> marks = new ArrayList<>();
        withoutOrigin.ifPresent(t -> marks.add(shade(t, steps, energies, bounds)));
        marks.add(Curve.of("bound 2/t λ diam²", steps, bounds, new Line(Ink.category(0), 1.2, Dash.DASHED)));
        marks.add(Curve.of("greatest J(xᵢ)", steps, energies, Line.solid(Ink.FOREGROUND, 1.2)));
        violations(steps, energies, isViolated).ifPresent(marks::add);
        boolean isLong = steps.length > 1 && steps[steps.length - 1] > 50 * steps[0];
        Axis times = isLong ? Axis.logarithmic("t") : Axis.whole("t");
        return new Panel("", times, Axis.logarithmic("J"), false, marks);
    }

    private static Mark shade(long t, double[] steps, double[] energies, double[] bounds) {
        Interval height = Interval.EMPTY;
        for (double[] values : new double[][] {energies, bounds}) {
            for (double value : values) {
                height = value > 0 ? height.hull(new Interval(value, value)) : height;
            }
        }
        double from = Math.max(t, steps[0]);
        double to = steps[steps.length - 1];
        return new Polygon(
                "0 not in conv X(t)",
                new double[] {from, to, to, from},
                new double[] {height.low(), height.low(), height.high(), height.high()},
                Ink.FAINT.withOpacity(0.15),
                Line.NONE,
                true);
    }

    private static Optional<Mark> violations(double[] steps, double[] energies, boolean[] isViolated) {
        int first = -1;
        for (int k = isViolated.length - 1; k >= 0; k--) {
            first = isViolated[k] ? k : first;
        }
        return first < 0
                ? Optional.empty()
                : Optional.of(new Points(
                        "first above the bound, t = " + (long) steps[first],
                        new double[] {steps[first]},
                        new double[] {energies[first]},
                        new Colouring.Uniform(Ink.category(1)),
                        Symbol.CROSS,
                        8));
    }
}
