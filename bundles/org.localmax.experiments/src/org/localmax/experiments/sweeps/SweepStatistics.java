package org.localmax.experiments.sweeps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.localmax.comparison.ReplicateStatistics;
import org.localmax.comparison.Resamples;
import org.localmax.data.DataException;
import org.localmax.data.LineWriter;
import org.localmax.data.ResultFile;
import org.localmax.data.TextTable;
import org.localmax.dynamics.CancellationCheck;

/**
 * The statistics of a sweep over its seeds: a row for each rule at each point. Failures are counted and left out; runs that had not
 * settled count as censored at their end where the time of settling is told.
 */
public final class SweepStatistics {

    /** The table. */
    public static final String FILE = "statistics.csv";

    /** The same for LaTeX, with what is read first. */
    public static final String LATEX = "statistics.tex";

    /** The column with the median of the first settled step. */
    public static final String SETTLING_MEDIAN = "settling_median";

    private static final int MOST_LATEX_ROWS = 200;

    private SweepStatistics() {}

    /**
     * Writes both tables beside the results.
     *
     * @throws DataException if a part is missing or damaged, or they cannot be written
     */
    public static void write(SweepFolder folder, CancellationCheck wanted) throws DataException {
        List<String> numbers = numbers(folder.columns());
        List<String> latex = new ArrayList<>();
        Path file = folder.folder().resolve(FILE);
        try (ResultFile result = ResultFile.stage(file, true)) {
            try (LineWriter writer = LineWriter.create(result.path())) {
                writer.write(TextTable.line(heading(folder.columns(), numbers)));
                Draws draws = new Draws();
                groups(folder, wanted, group -> {
                    writer.write(TextTable.line(row(group, numbers, draws.of(group.count()))));
                    if (latex.size() <= MOST_LATEX_ROWS) {
                        latex.add(latexRow(group));
                    }
                });
            }
            result.publish();
        }
        writeLatex(folder, latex);
    }

    /** The draws of the latest group, since most have as many runs. */
    private static final class Draws {

        private Resamples latest = new Resamples(1);

        Resamples of(int count) {
            latest = latest.count() == count ? latest : new Resamples(count);
            return latest;
        }
    }

    /** Does something with a group of runs. */
    interface Use {
        void of(RunGroup group) throws DataException;
    }

    /** Goes through the groups in the order of the plan; one of them is held in memory. */
    static void groups(SweepFolder folder, CancellationCheck wanted, Use use) throws DataException {
        List<List<String>> rows = new ArrayList<>();
        int point = folder.columns().names().indexOf(SweepColumns.POINT);
        int rule = folder.columns().names().indexOf(SweepColumns.RULE);
        for (int part = 0; part < folder.parts(); part++) {
            wanted.check();
            for (String line : SweepResults.requiredRows(folder, part)) {
                List<String> row = TextTable.texts(line);
                boolean isNext = !rows.isEmpty()
                        && !(row.get(point).equals(rows.getFirst().get(point))
                                && row.get(rule).equals(rows.getFirst().get(rule)));
                if (isNext) {
                    use.of(new RunGroup(folder.columns(), rows));
                    rows = new ArrayList<>();
                }
                rows.add(row);
            }
        }
        use.of(new RunGroup(folder.columns(), rows));
    }

    /** The columns with numbers that say what a run came to. */
    private static List<String> numbers(SweepColumns columns) {
        List<String> numbers = new ArrayList<>(
                List.of(SweepColumns.CLUSTERS, SweepColumns.AMBIGUOUS_DECISIONS, SweepColumns.CONSEQUENTIAL_DECISIONS));
        numbers.addAll(columns.observables());
        return numbers;
    }

    private static List<String> heading(SweepColumns columns, List<String> numbers) {
        List<String> heading = new ArrayList<>(List.of(SweepColumns.POINT));
        heading.addAll(columns.axes());
        heading.addAll(List.of(SweepColumns.RULE, "runs", "failed", "unsettled", SETTLING_MEDIAN));
        for (String number : numbers) {
            heading.add(number + "_mean");
            heading.add(number + "_sd");
            for (double share : ReplicateStatistics.SHARES) {
                heading.add(number + "_q%02d".formatted(Math.round(100 * share)));
            }
            heading.add(number + "_low");
            heading.add(number + "_high");
        }
        return heading;
    }

    private static List<String> row(RunGroup group, List<String> numbers, Resamples resamples) {
        List<String> row = new ArrayList<>(List.of(group.point()));
        row.addAll(group.common());
        row.add(Integer.toString(group.count()));
        row.add(Integer.toString(group.count() - group.count(Outcome.DONE)));
        row.add(Integer.toString(group.unsettled()));
        row.add(group.settlingTime().isPresent() ? text(group.settlingTime().getAsDouble()) : "");
        for (String number : numbers) {
            Optional<ReplicateStatistics> found = group.statistics(number, resamples);
            row.add(found.map(statistics -> text(statistics.mean())).orElse(""));
            row.add(found.map(statistics -> text(statistics.deviation())).orElse(""));
            for (int q = 0; q < ReplicateStatistics.SHARES.length; q++) {
                int at = q;
                row.add(found.map(statistics -> text(statistics.quantiles()[at]))
                        .orElse(""));
            }
            row.add(found.map(statistics -> text(statistics.low())).orElse(""));
            row.add(found.map(statistics -> text(statistics.high())).orElse(""));
        }
        return row;
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String latexRow(RunGroup group) {
        Optional<ReplicateStatistics> clusters = group.statistics(SweepColumns.CLUSTERS);
        List<String> cells = new ArrayList<>();
        group.common().forEach(cell -> cells.add(escaped(cell)));
        cells.add(Integer.toString(group.count()));
        cells.add(Integer.toString(group.count() - group.count(Outcome.DONE)));
        cells.add(Integer.toString(group.unsettled()));
        cells.add(clusters.map(found ->
                        number(found.mean()) + (found.count() > 1 ? " (" + number(found.deviation()) + ")" : ""))
                .orElse("--"));
        cells.add(clusters.map(found -> "[" + number(found.low()) + ", " + number(found.high()) + "]")
                .orElse("--"));
        cells.add(settled(group));
        return String.join(" & ", cells) + " \\\\";
    }

    private static String settled(RunGroup group) {
        if (group.settlingTime().isPresent()) {
            return number(group.settlingTime().getAsDouble());
        }
        return group.count(Outcome.DONE) == 0 ? "--" : "$> T$";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(c -> escaped.append(
                        switch (c) {
                            case '\\' -> "\\textbackslash{}";
                            case '^' -> "\\textasciicircum{}";
                            case '~' -> "\\textasciitilde{}";
                            case '_', '%', '&', '#', '$', '{', '}' -> "\\" + (char) c;
                            default -> String.valueOf((char) c);
                        }));
        return escaped.toString();
    }

    private static void writeLatex(SweepFolder folder, List<String> rows) throws DataException {
        List<String> lines = new ArrayList<>();
        int axes = folder.columns().axes().size();
        lines.add(
                "% seeds: runs, and of them those that failed and those that had not settled; clusters: mean (standard deviation) and its 95 % interval;");
        lines.add("% settled: Kaplan-Meier median of the first settled step, unsettled runs censored at their end T");
        lines.add("\\begingroup\\small\\setlength{\\tabcolsep}{4pt}%");
        lines.add("\\begin{tabular}{" + "r".repeat(axes) + "lrrrlll}");
        List<String> heading = new ArrayList<>();
        folder.columns().axes().forEach(axis -> heading.add(escaped(axis)));
        heading.addAll(List.of("rule", "seeds", "failed", "unsettled", "clusters", "95\\,\\%", "settled"));
        lines.add(String.join(" & ", heading) + " \\\\");
        lines.add("\\hline");
        lines.addAll(rows.subList(0, Math.min(rows.size(), MOST_LATEX_ROWS)));
        if (rows.size() > MOST_LATEX_ROWS) {
            lines.add("% the rows after these are in " + FILE);
        }
        lines.add("\\end{tabular}\\endgroup");
        Path file = folder.folder().resolve(LATEX);
        try (ResultFile result = ResultFile.stage(file, true)) {
            Files.write(result.path(), lines);
            result.publish();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }
}
