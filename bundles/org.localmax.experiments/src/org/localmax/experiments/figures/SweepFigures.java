package org.localmax.experiments.figures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.localmax.analysis.Digits;
import org.localmax.analysis.KaplanMeier;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.sweeps.PhasePlane;
import org.localmax.experiments.sweeps.SettlingTimes;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepStatistics;
import org.localmax.plots.Figure;
import org.localmax.plots.figures.Marginals;
import org.localmax.plots.figures.PhaseCells;
import org.localmax.plots.figures.SurvivalCurves;

/** Figures of the folder of a sweep: of what its runs came to, over its axes. */
public final class SweepFigures {

    private static final String RULE = "rule";
    private static final String MEAN = "_mean";

    /** More curves than that are not told apart. */
    private static final int MOST_CURVES = 8;

    private static final Pattern LONG = Pattern.compile("\\d+\\.\\d{6,}(?:[eE]-?\\d+)?");

    private SweepFigures() {}

    /**
     * The cells of a sweep over two ranges, a panel for each rule.
     *
     * @throws DataException if there is no {@code cells.csv}, or it is not as it was written
     * @throws InvalidInputException if the experiment of the sweep cannot be read
     */
    public static Figure phase(Path sweep) throws DataException, InvalidInputException {
        Path file = sweep.resolve(PhasePlane.FILE);
        if (!Files.isRegularFile(file)) {
            throw DataException.at(
                    file,
                    "is not there; expected a sweep over two ranges, carried out to its end; a table of other points is drawn"
                            + " with --x, --y and --value");
        }
        NumberTable table = NumberTable.read(file);
        String x = table.names().get(1);
        String y = table.names().get(2);
        String value = table.names().stream()
                .filter(name -> name.endsWith(MEAN))
                .findFirst()
                .orElseThrow(() -> DataException.at(file, "has no column of a mean; expected it as it was written"));
        PhaseCells.Labels labels = new PhaseCells.Labels(PhaseTable.symbol(x), PhaseTable.symbol(y), words(value));
        double[][] numbers = {
            table.numbers(x),
            table.numbers(y),
            table.numbers("left"),
            table.numbers("right"),
            table.numbers("bottom"),
            table.numbers("top"),
            table.numbersOrNothing(value)
        };
        List<String> rules = table.texts(RULE);
        Map<String, double[][]> byRule = new LinkedHashMap<>();
        for (String rule : rules) {
            byRule.computeIfAbsent(
                    rule,
                    name -> NumberTable.chosen(numbers, row -> rules.get(row).equals(name)));
        }
        double[] levels = table.numbers("level");
        double deepest = 0;
        for (double level : levels) {
            deepest = Math.max(deepest, level);
        }
        String caption = words(value) + " over " + x + " and " + y + ": " + rules.size() + " cells of "
                + file.getParent().toAbsolutePath().normalize().getFileName()
                + (deepest == 0 ? "." : ", halved up to " + (int) deepest + " times where neighbours differ.")
                + " Cells in which every run failed are hatched."
                + setting(sweep);
        return PhaseCells.of(labels, byRule, caption);
    }

    /**
     * The mean of a number over one axis of a sweep, with its interval over the seeds: a curve for each rule and each value of the other
     * axes.
     *
     * @param over the axis; empty for the last
     * @param value the number, a column of the results or settling_median; empty for the number of clusters
     * @throws DataException if there is no {@code statistics.csv}, or it does not have the columns
     * @throws InvalidInputException if there would be too many curves
     */
    public static Figure marginals(Path sweep, Optional<String> over, Optional<String> value)
            throws DataException, InvalidInputException {
        NumberTable table = NumberTable.read(sweep.resolve(SweepStatistics.FILE));
        List<String> axes = table.names().subList(1, table.names().indexOf(RULE));
        String x = over.orElse(axes.getLast());
        String number = value.orElse("final_clusters");
        boolean isMedian = number.equals(SweepStatistics.SETTLING_MEDIAN);
        double[][] numbers = {
            table.numbers(x),
            table.numbersOrNothing(isMedian ? number : number + MEAN),
            isMedian ? nothing(table.count()) : table.numbersOrNothing(number + "_low"),
            isMedian ? nothing(table.count()) : table.numbersOrNothing(number + "_high")
        };
        List<String> names = names(table, axes, x);
        Map<String, double[][]> curves = new LinkedHashMap<>();
        for (String name : names) {
            curves.computeIfAbsent(
                    name,
                    one -> NumberTable.chosen(numbers, row -> names.get(row).equals(one)));
        }
        if (curves.size() > MOST_CURVES) {
            throw new InvalidInputException(table.file() + ": the other axes and the rules make " + curves.size()
                    + " curves over " + x + "; expected at most " + MOST_CURVES);
        }
        String caption = isMedian
                ? "The Kaplan-Meier median of the first settled step, where at most half of the runs had not settled."
                : "The mean of " + words(number)
                        + " over the seeds, and its 95 % interval by the bootstrap; runs that failed are left"
                        + " out.";
        return Figure.of(Marginals.of(PhaseTable.symbol(x), words(number), curves), caption + setting(sweep));
    }

    /**
     * The share of the runs of a sweep that have not settled yet, a curve for each rule, and for each value of an axis if one is given.
     *
     * @throws DataException if the results are not all there, or there is no such axis
     * @throws InvalidInputException if there would be too many curves, or none
     */
    public static Figure survival(Path sweep, Optional<String> axis, CancellationCheck wanted)
            throws DataException, InvalidInputException {
        Map<String, KaplanMeier> groups = SettlingTimes.of(SweepFolder.open(sweep), axis, wanted);
        if (groups.isEmpty() || groups.size() > MOST_CURVES) {
            throw new InvalidInputException(sweep + ": there are " + groups.size() + " groups of runs; expected 1.."
                    + MOST_CURVES + ", by rule, or by rule and the values of the axis --x");
        }
        Map<String, KaplanMeier> named = new LinkedHashMap<>();
        groups.forEach((name, estimate) -> named.put(rounded(name), estimate));
        return Figure.of(
                SurvivalCurves.of("share of runs not settled", named.size() == groups.size() ? named : groups),
                "Runs that had not settled are censored at their end; those that failed are left out."
                        + setting(sweep));
    }

    /** The rule, the tokens and the seeds; nothing of tables that lie outside the folder of a sweep. */
    private static String setting(Path sweep) throws DataException, InvalidInputException {
        return SweepFolder.isSweep(sweep) ? " " + SweepFolder.open(sweep).setting() : "";
    }

    /** A text whose numbers of very many digits have six. */
    private static String rounded(String text) {
        return LONG.matcher(text).replaceAll(number -> Digits.of(Double.parseDouble(number.group()), 6));
    }

    private static double[] nothing(int count) {
        double[] numbers = new double[count];
        Arrays.fill(numbers, Double.NaN);
        return numbers;
    }

    /** What the curve of each row is called: the rule where there are several, and the values of the other axes. */
    private static List<String> names(NumberTable table, List<String> axes, String x) throws DataException {
        boolean hasRules = table.texts(RULE).stream().distinct().count() > 1;
        List<String> names = new ArrayList<>();
        for (int row = 0; row < table.count(); row++) {
            List<String> parts = new ArrayList<>();
            if (hasRules) {
                parts.add(table.texts(RULE).get(row));
            }
            for (String axis : axes) {
                if (!axis.equals(x)) {
                    parts.add(PhaseTable.symbol(axis) + " = "
                            + rounded(table.texts(axis).get(row)));
                }
            }
            names.add(parts.isEmpty() ? table.texts(RULE).get(row) : String.join(", ", parts));
        }
        return names;
    }

    private static String words(String column) {
        String name = column.endsWith(MEAN) ? column.substring(0, column.length() - MEAN.length()) : column;
        return name.replace("final_clusters", "clusters").replace('_', ' ');
    }
}
