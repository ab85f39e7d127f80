package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.localmax.plots.Axis;
import org.localmax.plots.Curve;
import org.localmax.plots.Ink;
import org.localmax.plots.Interval;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.Polygon;

/** Means over one parameter, each curve in the band of its intervals. */
public final class Marginals {

    private static final double OPACITY = 0.15;

    /** Values that span more than that are seen by their logarithms. */
    private static final double WIDE = 100;

    private Marginals() {}

    /**
     * The panel. The horizontal axis is logarithmic where the values of the parameter are even by ratio, the vertical one where values
     * are positive and span several powers of ten.
     *
     * @param curves by name: the parameter, the mean, and the ends of its interval, one number a point each; NaN where not known
     */
    public static Panel of(String x, String value, Map<String, double[][]> curves) {
        List<Mark> bands = new ArrayList<>();
        List<Mark> lines = new ArrayList<>();
        boolean isLogarithmic = true;
        for (Map.Entry<String, double[][]> curve : curves.entrySet()) {
            double[][] points = sorted(curve.getValue());
            Line line = Line.category(lines.size());
            bands.add(band(points, line.ink().withOpacity(OPACITY)));
            lines.add(Curve.of(curve.getKey(), points[0], points[1], line));
            isLogarithmic &= isEvenByRatio(points[0]);
        }
        List<Mark> marks = new ArrayList<>(bands);
        marks.addAll(lines);
        Interval values = curves.values().stream()
                .map(points -> Interval.around(points[1]).hull(Interval.around(points[2])))
                .reduce(Interval.EMPTY, Interval::hull);
        boolean isWide = values.low() > 0 && values.high() > WIDE * values.low();
        return new Panel("", axis(x, isLogarithmic), axis(value, isWide), false, marks);
    }

    private static Axis axis(String label, boolean isLogarithmic) {
        return isLogarithmic ? Axis.logarithmic(label) : Axis.linear(label);
    }

    private static double[][] sorted(double[][] points) {
        int[] order = IntStream.range(0, points[0].length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> points[0][k]))
                .mapToInt(Integer::intValue)
                .toArray();
        return Arrays.stream(points)
                .map(column -> Arrays.stream(order).mapToDouble(k -> column[k]).toArray())
                .toArray(double[][]::new);
    }

    private static boolean isEvenByRatio(double[] x) {
        boolean isEven = x.length > 2 && x[0] > 0;
        for (int k = 2; k < x.length && isEven; k++) {
            isEven = Math.abs(x[k] / x[k - 1] / (x[1] / x[0]) - 1) < 1e-6;
        }
        return isEven;
    }

    /** Forth along the lower ends and back along the upper ones; points whose interval is not known are left out. */
    private static Mark band(double[][] points, Ink fill) {
        int[] known = IntStream.range(0, points[0].length)
                .filter(k -> !Double.isNaN(points[2][k]) && !Double.isNaN(points[3][k]))
                .toArray();
        double[] x = new double[2 * known.length];
        double[] y = new double[x.length];
        for (int k = 0; k < known.length; k++) {
            int back = x.length - 1 - k;
            x[k] = points[0][known[k]];
            x[back] = x[k];
            y[k] = points[2][known[k]];
            y[back] = points[3][known[k]];
        }
        return new Polygon("", x, y, fill, Line.NONE, true);
    }
}
