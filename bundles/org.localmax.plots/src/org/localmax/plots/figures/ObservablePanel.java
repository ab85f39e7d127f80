package org.localmax.plots.figures;

import java.util.Arrays;
import java.util.List;
import org.localmax.plots.Axis;
import org.localmax.plots.Curve;
import org.localmax.plots.Line;
import org.localmax.plots.Panel;

/** An observable over t. */
public final class ObservablePanel {

    /** Numbers that are positive and span more than this are seen by their logarithms. */
    private static final double WIDE = 1e3;

    private ObservablePanel() {}

    /**
     * A panel of one curve, without an entry in the legend, as the axis says what it is.
     *
     * @param name what the axis says
     * @param steps one a value
     * @param values NaN where there is none
     */
    public static Panel of(String name, double[] steps, double[] values) {
        Axis linear = isWhole(values) ? Axis.whole(name) : Axis.linear(name);
        Axis axis = isWide(values) ? Axis.logarithmic(name) : linear;
        return new Panel("", Axis.whole("t"), axis, false, List.of(Curve.of("", steps, values, Line.category(0))));
    }

    private static boolean isWhole(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).allMatch(value -> value == Math.rint(value));
    }

    private static boolean isWide(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double least = Arrays.stream(finite).filter(value -> value != 0).min().orElse(0);
        double greatest = Arrays.stream(finite).max().orElse(0);
        boolean isNeverNegative = Arrays.stream(finite).noneMatch(value -> value < 0);
        return isNeverNegative && least > 0 && greatest > WIDE * least;
    }
}
