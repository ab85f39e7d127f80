package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.localmax.plots.Axis;
import org.localmax.plots.Colouring;
import org.localmax.plots.Curve;
import org.localmax.plots.Dash;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.Paths;
import org.localmax.plots.Polygon;

/** |C_i| over t: of few tokens each, of many the least, the quartiles and the greatest. */
public final class NeighbourCounts {

    /** So many are told apart. */
    public static final int FEW_TOKENS = 30;

    private NeighbourCounts() {}

    /**
     * The counts.
     *
     * @param steps one a state
     * @param counts a row a state, one number a token
     * @param limits the limit of each token, by which few are coloured
     */
    public static Panel of(double[] steps, int[][] counts, int[] limits) {
        List<Mark> marks = limits.length <= FEW_TOKENS ? each(steps, counts, limits) : quartiles(steps, counts);
        return new Panel("", Axis.whole("t"), Axis.whole("|Cᵢ|"), false, marks);
    }

    private static List<Mark> each(double[] steps, int[][] counts, int[] limits) {
        int n = limits.length;
        double[][] x = new double[n][2 * steps.length];
        double[][] y = new double[n][2 * steps.length];
        for (int s = 0; s < steps.length; s++) {
            double until = s + 1 < steps.length ? steps[s + 1] : steps[s];
            for (int i = 0; i < n; i++) {
                x[i][2 * s] = steps[s];
                x[i][2 * s + 1] = until;
                y[i][2 * s] = counts[s][i];
                y[i][2 * s + 1] = counts[s][i];
            }
        }
        return List.of(new Paths("tokens, by limit", x, y, new Colouring.ByCategory(limits), 0.9, Dash.SOLID));
    }

    private static List<Mark> quartiles(double[] steps, int[][] counts) {
        double[][] parts = new double[5][steps.length];
        for (int s = 0; s < steps.length; s++) {
            int[] sorted = Arrays.stream(counts[s]).sorted().toArray();
            for (int part = 0; part < parts.length; part++) {
                parts[part][s] = sorted[part * (sorted.length - 1) / 4];
            }
        }
        List<Mark> marks = new ArrayList<>();
        marks.add(band("least to greatest", steps, parts[0], parts[4], 0.12));
        marks.add(band("half of the tokens", steps, parts[1], parts[3], 0.3));
        marks.add(new Curve("median", steps, parts[2], Line.category(0), true));
        return marks;
    }

    private static Mark band(String label, double[] steps, double[] low, double[] high, double opacity) {
        int count = steps.length;
        double[] x = new double[2 * count];
        double[] y = new double[2 * count];
        for (int s = 0; s < count; s++) {
            x[s] = steps[s];
            y[s] = low[s];
            x[2 * count - 1 - s] = steps[s];
            y[2 * count - 1 - s] = high[s];
        }
        return new Polygon(label, x, y, Ink.category(0).withOpacity(opacity), Line.NONE, true);
    }
}
