package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.List;
import org.localmax.plots.Axis;
import org.localmax.plots.Bars;
import org.localmax.plots.Dash;
import org.localmax.plots.Guide;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;

/** How many tokens have a limit of which gap: by how much a vertex of K is better aligned with it than it is itself. */
public final class GapHistogram {

    private static final int BARS = 20;

    private GapHistogram() {}

    /**
     * The histogram.
     *
     * @param gaps one a token, in units of the scores; those that rounding makes negative count as 0
     * @param greatest gaps up to this count as none: the token's limit is in S(K)
     * @param isKnown whether tokens are at rest, so that their gaps are those of their limits
     */
    public static Panel of(double[] gaps, double greatest, boolean isKnown) {
        double most = greatest;
        for (double gap : gaps) {
            most = Math.max(most, gap);
        }
        boolean isNone = most <= greatest;
        double high = isNone ? 1 : most;
        double[] edges = new double[BARS + 1];
        for (int k = 0; k <= BARS; k++) {
            edges[k] = high * k / BARS;
        }
        double[] inside = new double[BARS];
        double[] outside = new double[BARS];
        for (double gap : gaps) {
            int bar = Math.clamp((long) (BARS * Math.max(0, gap) / high), 0, BARS - 1);
            (gap <= greatest ? inside : outside)[bar]++;
        }
        if (!isKnown) {
            Bars all = new Bars("tokens, still moving", edges, sum(inside, outside), Ink.FAINT);
            return panel("gap where the token is", List.of(all, tolerance(greatest)));
        }
        List<Mark> marks = new ArrayList<>();
        marks.add(new Bars("limit in S(K)", edges, inside, Ink.category(0)));
        if (!isNone) {
            marks.add(new Bars("limit outside S(K)", edges, stacked(inside, outside), Ink.category(1)));
            marks.add(marks.removeFirst());
        }
        marks.add(tolerance(greatest));
        return panel("gap of the limit", marks);
    }

    private static Panel panel(String what, List<Mark> marks) {
        return new Panel("", Axis.linear(what), Axis.whole("tokens"), false, marks);
    }

    private static Guide tolerance(double greatest) {
        return new Guide("tolerance", Guide.Direction.VERTICAL, greatest, new Line(Ink.FAINT, 0.8, Dash.DASHED));
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int k = 0; k < sum.length; k++) {
            sum[k] += b[k];
        }
        return sum;
    }

    /** Where both are in one bar, the upper begins where the lower ends. */
    private static double[] stacked(double[] below, double[] above) {
        double[] sum = above.clone();
        for (int k = 0; k < sum.length; k++) {
            sum[k] = above[k] == 0 ? 0 : above[k] + below[k];
        }
        return sum;
    }
}
