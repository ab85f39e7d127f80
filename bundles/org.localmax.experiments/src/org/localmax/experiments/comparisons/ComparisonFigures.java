package org.localmax.experiments.comparisons;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.localmax.comparison.Comparison;
import org.localmax.comparison.Concentration;
import org.localmax.comparison.Disagreement;
import org.localmax.comparison.PairHistory;
import org.localmax.experiments.ComparisonRunner;
import org.localmax.plots.Axis;
import org.localmax.plots.Curve;
import org.localmax.plots.Figure;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;

/** The figures of a comparison over t: one line for each pair of rules, or for each rule. */
public final class ComparisonFigures {

    private ComparisonFigures() {}

    /** Distances of tokens and hulls, agreement of clusters, and entropy of attention. */
    public static Figure overTime(ComparisonRunner.Summary summary) {
        Comparison comparison = summary.comparison();
        double[] steps = summary.steps();
        List<Panel> panels = List.of(
                pairs(comparison, steps, "mean |xᵢ − yᵢ|", Disagreement::meanDistance),
                pairs(comparison, steps, "distance of conv X", Disagreement::hullDistance),
                pairs(comparison, steps, "agreement of clusters", Disagreement::agreement),
                rules(comparison, steps, "entropy of attention", Concentration::entropy));
        return new Figure(
                "", panels, 2, "Agreement is the adjusted Rand index. Entropies are means over the tokens, in nats.");
    }

    private static Panel pairs(
            Comparison comparison, double[] steps, String label, ToDoubleFunction<Disagreement> number) {
        List<Mark> curves = new ArrayList<>();
        for (PairHistory pair : comparison.pairs()) {
            String name = comparison.contenders().get(pair.first()).name() + " – "
                    + comparison.contenders().get(pair.second()).name();
            double[] values = pair.steps().stream().mapToDouble(number).toArray();
            curves.add(Curve.of(name, steps, values, Line.category(curves.size())));
        }
        return new Panel("", Axis.whole("t"), Axis.linear(label), false, curves);
    }

    /** Rules have the categories after those of the pairs, so that the legend tells them apart. */
    private static Panel rules(
            Comparison comparison, double[] steps, String label, ToDoubleFunction<Concentration> number) {
        List<Mark> curves = new ArrayList<>();
        for (int k = 0; k < comparison.contenders().size(); k++) {
            double[] values = comparison.concentrations().get(k).stream()
                    .mapToDouble(number)
                    .toArray();
            int category = comparison.pairs().size() + k;
            curves.add(Curve.of(comparison.contenders().get(k).name(), steps, values, Line.category(category)));
        }
        return new Panel("", Axis.whole("t"), Axis.linear(label), false, curves);
    }
}
