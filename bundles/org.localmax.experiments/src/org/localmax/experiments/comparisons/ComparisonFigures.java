package org.localmax.experiments.comparisons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.localmax.data.DataException;
import org.localmax.data.TextTable;
import org.localmax.plots.Axis;
import org.localmax.plots.Curve;
import org.localmax.plots.Figure;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;

/** The figures of a comparison over t: one line for each pair of rules, or for each rule. */
public final class ComparisonFigures {

    private static final String ENTROPY = "_entropy";

    private ComparisonFigures() {}

    /**
     * Distances of tokens and hulls, agreement of clusters, and entropy of attention.
     *
     * @param folder of a comparison, with its tables
     * @throws DataException if a table is not there, or not as it was written
     */
    public static Figure overTime(Path folder) throws DataException {
        TextTable differences = TextTable.read(folder.resolve(ComparisonFolder.DIFFERENCES));
        TextTable concentration = TextTable.read(folder.resolve(ComparisonFolder.CONCENTRATION));
        Map<String, List<Integer>> pairs = pairs(differences);
        List<Panel> panels = List.of(
                pairs(differences, pairs, "mean |x\u1d62 \u2212 y\u1d62|", "mean_distance"),
                pairs(differences, pairs, "distance of conv X", "hull_distance"),
                pairs(differences, pairs, "agreement of clusters", "agreement"),
                rules(concentration, pairs.size()));
        return new Figure(
                "", panels, 2, "Agreement is the adjusted Rand index. Entropies are means over the tokens, in nats.");
    }

    /** The rows of each pair of rules, by its name. */
    private static Map<String, List<Integer>> pairs(TextTable table) throws DataException {
        List<String> rules = table.column("rule");
        List<String> others = table.column("other");
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < rules.size(); row++) {
            rows.computeIfAbsent(rules.get(row) + " \u2013 " + others.get(row), _ -> new ArrayList<>())
                    .add(row);
        }
        return rows;
    }

    private static Panel pairs(TextTable table, Map<String, List<Integer>> pairs, String label, String column)
            throws DataException {
        double[] steps = numbers(table, "step");
        double[] values = numbers(table, column);
        List<Mark> curves = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> pair : pairs.entrySet()) {
            int[] rows = pair.getValue().stream().mapToInt(Integer::intValue).toArray();
            double[] x = Arrays.stream(rows).mapToDouble(row -> steps[row]).toArray();
            double[] y = Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
            curves.add(Curve.of(pair.getKey(), x, y, Line.category(curves.size())));
        }
        return new Panel("", Axis.whole("t"), Axis.linear(label), false, curves);
    }

    /** Rules have the categories after those of the pairs, so that the legend tells them apart. */
    private static Panel rules(TextTable table, int pairs) throws DataException {
        List<Mark> curves = new ArrayList<>();
        for (String column : table.names()) {
            if (column.endsWith(ENTROPY)) {
                String rule = column.substring(0, column.length() - ENTROPY.length());
                Line line = Line.category(pairs + curves.size());
                curves.add(Curve.of(rule, numbers(table, "step"), numbers(table, column), line));
            }
        }
        return new Panel("", Axis.whole("t"), Axis.linear("entropy of attention"), false, curves);
    }

    /** NaN where there is nothing. */
    private static double[] numbers(TextTable table, String column) throws DataException {
        List<String> cells = table.column(column);
        double[] numbers = new double[cells.size()];
        for (int row = 0; row < numbers.length; row++) {
            try {
                numbers[row] = cells.get(row).isEmpty() ? Double.NaN : Double.parseDouble(cells.get(row));
            } catch (NumberFormatException e) {
                throw DataException.at(
                        table.file(), "has '" + cells.get(row) + "' in the column " + column + "; expected a number");
            }
        }
        return numbers;
    }
}
