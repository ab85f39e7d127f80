package org.localmax.experiments.comparisons;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.localmax.comparison.LimitDistance;
import org.localmax.comparison.PairHistory;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.ComparisonRunner;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunNote;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.RunSummary;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.RunFigures;
import org.localmax.plots.Figure;
import org.localmax.plots.Palette;
import org.localmax.plots.drawing.FigureExport;
import org.localmax.plots.figures.Comparison;
import org.localmax.plots.media.FigureFormat;

/**
 * Compares the rules of an experiment and writes all of it into a folder: a capsule a rule, {@code differences.csv},
 * {@code tokens.csv}, {@code concentration.csv}, {@code comparison.json}, and {@code report.md} with its figures. The folder appears whole or not at all.
 */
public final class ComparisonFolder {

    /** The page. */
    public static final String REPORT = "report.md";

    /** The name of the document, by which a folder is known to be a comparison. */
    public static final String DOCUMENT = "comparison.json";

    static final String DIFFERENCES = "differences.csv";
    static final String CONCENTRATION = "concentration.csv";

    private static final double WIDTH_IN_MILLIMETRES = 178;
    private static final double DPI = 300;

    private ComparisonFolder() {}

    /**
     * How rules are compared.
     *
     * @param eps up to which distance of a token, in units of diam X(0), rules count as together
     * @param window over how many steps a strip is to imitate softmax
     * @param note what is written about the runs, into each capsule and the report
     */
    public record Options(double eps, int window, Optional<String> note) {

        /** A hundredth of the diameter, ten steps. */
        public static final Options DEFAULT = new Options(0.01, 10, Optional.empty());

        /** @throws IllegalArgumentException with a message for the user */
        public Options {
            if (!(eps > 0 && eps < Double.POSITIVE_INFINITY) || window < 1) {
                throw new IllegalArgumentException("eps is " + eps + " and the window " + window
                        + "; expected a number greater than 0 and at least one step");
            }
        }
    }

    /**
     * Runs plans beside each other into a folder.
     *
     * @throws DataException if it cannot be written, or holds anything
     * @throws InvalidInputException if the plans cannot be compared, or a step cannot be made
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    public static ComparedRules write(
            List<RunPlan> plans, Path output, Options how, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        ComparisonRunner.requireComparable(plans);
        try (CapsuleFolder folder = CapsuleFolder.stage(output, options.force())) {
            ComparisonRunner.Summary summary = ComparisonRunner.run(plans, folder.path("."), options, listener);
            List<RecordedRun> runs = new ArrayList<>();
            try {
                for (RunSummary run : summary.summaries()) {
                    Path capsule = folder.path(run.plan().rule());
                    if (how.note().isPresent()) {
                        RunNote.write(capsule, how.note().get());
                    }
                    runs.add(RecordedRun.open(capsule));
                }
                ComparedRules compared = new ComparedRules(
                        summary,
                        limits(summary.comparison().pairs(), runs, CancellationCheck.of(listener::isCancelled)),
                        StripImitation.of(plans, how.window(), options, listener),
                        how.eps(),
                        how.note());
                write(compared, folder);
                List<String> figures = List.of(
                        write("tokens", tokens(runs, options, listener), folder),
                        write("over-time", ComparisonFigures.overTime(folder.path(".")), folder));
                Files.writeString(folder.path(REPORT), new ComparisonReport(compared).text(figures));
                folder.publish();
                return compared;
            } finally {
                for (RecordedRun run : runs) {
                    run.close();
                }
            }
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
    }

    /**
     * The capsules of a comparison, one a rule, in their order.
     *
     * @throws DataException if the document cannot be read
     */
    public static List<Path> capsules(Path folder) throws DataException {
        Path file = folder.resolve(DOCUMENT);
        List<Path> capsules = new ArrayList<>();
        try {
            JsonObject document = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            for (JsonElement rule : document.getAsJsonArray("rules")) {
                capsules.add(folder.resolve(rule.getAsJsonObject().get("name").getAsString()));
            }
            return capsules;
        } catch (IOException e) {
            throw DataException.of(file, e);
        } catch (JsonParseException | IllegalStateException | NullPointerException | ClassCastException e) {
            throw DataException.at(file, "is no document of a comparison; expected the one that was written");
        }
    }

    private static List<LimitDistance> limits(List<PairHistory> pairs, List<RecordedRun> runs, CancellationCheck wanted)
            throws DataException {
        List<LimitDistance> distances = new ArrayList<>();
        for (PairHistory pair : pairs) {
            distances.add(LimitDistance.of(
                    runs.get(pair.first()).limits(wanted),
                    runs.get(pair.second()).limits(wanted),
                    wanted));
        }
        return distances;
    }

    private static void write(ComparedRules compared, CapsuleFolder folder) throws IOException {
        ComparisonRunner.Summary summary = compared.summary();
        Files.write(folder.path(DIFFERENCES), ComparisonTables.differences(summary.comparison()));
        Files.write(folder.path("tokens.csv"), ComparisonTables.tokens(summary.comparison()));
        Files.write(folder.path(CONCENTRATION), ComparisonTables.concentrations(summary));
        Files.writeString(
                folder.path(DOCUMENT),
                new GsonBuilder().setPrettyPrinting().create().toJson(compared.json()) + "\n");
    }

    /** The last tokens of up to four rules side by side. */
    private static Figure tokens(List<RecordedRun> runs, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        return new RunFigures(options, listener)
                .compared(FigureRequest.DEFAULT, runs.subList(0, Math.min(Comparison.MOST_PANELS, runs.size())));
    }

    private static String write(String name, Figure figure, CapsuleFolder folder) throws DataException {
        String file = name + ".svg";
        new FigureExport(
                        FigureFormat.SVG,
                        Palette.LIGHT,
                        FigureExport.points(WIDTH_IN_MILLIMETRES),
                        OptionalDouble.empty(),
                        DPI)
                .write(figure, folder.path(file), false);
        return file;
    }
}
