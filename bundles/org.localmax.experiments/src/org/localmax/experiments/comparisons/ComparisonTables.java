package org.localmax.experiments.comparisons;

import java.util.ArrayList;
import java.util.List;
import org.localmax.comparison.Comparison;
import org.localmax.comparison.Concentration;
import org.localmax.comparison.Disagreement;
import org.localmax.comparison.PairHistory;
import org.localmax.comparison.TokenDivergence;
import org.localmax.data.TextTable;
import org.localmax.experiments.ComparisonRunner;

/** The tables of a comparison, as lines of CSV. */
final class ComparisonTables {

    private ComparisonTables() {}

    /** A row for each step looked at and each pair of rules. */
    static List<String> differences(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add("step,rule,other,mean_distance,greatest_distance,farthest_token,other_sets,hull_distance,agreement");
        int steps = comparison.pairs().getFirst().steps().size();
        for (int row = 0; row < steps; row++) {
            for (PairHistory pair : comparison.pairs()) {
                Disagreement step = pair.steps().get(row);
                lines.add(TextTable.line(List.of(
                        Long.toString(step.t()),
                        name(comparison, pair.first()),
                        name(comparison, pair.second()),
                        Double.toString(step.meanDistance()),
                        Double.toString(step.greatestDistance()),
                        Integer.toString(step.farthest()),
                        step.otherSets().map(String::valueOf).orElse(""),
                        Double.toString(step.hullDistance()),
                        Double.toString(step.agreement()))));
            }
        }
        return lines;
    }

    /** A row for each token and each pair of rules. */
    static List<String> tokens(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add("token,rule,other,last_distance,greatest_distance,greatest_at,first_other_neighbours");
        int count = comparison.pairs().getFirst().tokens().size();
        for (int token = 0; token < count; token++) {
            for (PairHistory pair : comparison.pairs()) {
                TokenDivergence divergence = pair.tokens().get(token);
                lines.add(TextTable.line(List.of(
                        Integer.toString(token),
                        name(comparison, pair.first()),
                        name(comparison, pair.second()),
                        Double.toString(divergence.last()),
                        Double.toString(divergence.greatest()),
                        Long.toString(divergence.greatestAt()),
                        divergence.parted().isPresent()
                                ? Long.toString(divergence.parted().getAsLong())
                                : "")));
            }
        }
        return lines;
    }

    /** A row for each step looked at, and two columns a rule. */
    static List<String> concentrations(ComparisonRunner.Summary summary) {
        Comparison comparison = summary.comparison();
        List<String> heading = new ArrayList<>(List.of("step"));
        comparison.contenders().forEach(contender -> {
            heading.add(contender.name() + "_entropy");
            heading.add(contender.name() + "_sparsity");
        });
        List<String> lines = new ArrayList<>(List.of(TextTable.line(heading)));
        double[] steps = summary.steps();
        for (int row = 0; row < steps.length; row++) {
            List<String> cells = new ArrayList<>(List.of(Long.toString((long) steps[row])));
            for (List<Concentration> ofRule : comparison.concentrations()) {
                cells.add(number(ofRule.get(row).entropy()));
                cells.add(number(ofRule.get(row).sparsity()));
            }
            lines.add(TextTable.line(cells));
        }
        return lines;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String name(Comparison comparison, int contender) {
        return comparison.contenders().get(contender).name();
    }
}
