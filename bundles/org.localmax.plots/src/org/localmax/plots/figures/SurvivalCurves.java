package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.localmax.analysis.Digits;
import org.localmax.analysis.KaplanMeier;
import org.localmax.plots.Axis;
import org.localmax.plots.Colouring;
import org.localmax.plots.Curve;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.Points;
import org.localmax.plots.Symbol;

/** The shares of tokens, or of runs, that have not settled yet over t, with a cross at the end where some were censored. */
public final class SurvivalCurves {

    private SurvivalCurves() {}

    /**
     * The curves.
     *
     * @param label what the vertical axis says
     * @param groups an estimate each, by name, in their order
     */
    public static Panel of(String label, Map<String, KaplanMeier> groups) {
        List<Mark> marks = new ArrayList<>();
        List<Mark> ends = new ArrayList<>();
        int category = 0;
        for (Map.Entry<String, KaplanMeier> group : groups.entrySet()) {
            marks.add(curve(name(group.getKey(), group.getValue()), group.getValue(), category));
            if (group.getValue().censored() > 0) {
                ends.add(new Points(
                        ends.isEmpty() ? "not settled at the end" : "",
                        new double[] {group.getValue().last()},
                        new double[] {group.getValue().share(group.getValue().last())},
                        new Colouring.Uniform(Ink.category(category)),
                        Symbol.CROSS,
                        6));
            }
            category++;
        }
        marks.addAll(ends);
        return new Panel("", Axis.whole("t"), Axis.linear(label).showing(-0.06, 1.06), false, marks);
    }

    private static String name(String name, KaplanMeier estimate) {
        String median = estimate.median().isEmpty()
                ? "no median"
                : "median " + Digits.of(estimate.median().getAsDouble(), 6);
        return name + ": " + estimate.count() + ", " + median
                + (estimate.censored() == 0 ? "" : ", " + estimate.censored() + " censored");
    }

    private static Mark curve(String name, KaplanMeier estimate, int category) {
        double[] times = estimate.times();
        double[] shares = estimate.shares();
        double[] x = new double[times.length + 2];
        double[] y = new double[x.length];
        y[0] = 1;
        for (int k = 0; k < times.length; k++) {
            x[k + 1] = times[k];
            y[k + 1] = shares[k];
        }
        x[x.length - 1] = estimate.last();
        y[y.length - 1] = y[y.length - 2];
        return new Curve(name, x, y, Line.category(category), true);
    }
}
