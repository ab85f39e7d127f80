package org.localmax.experiments.comparisons;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
import org.localmax.experiments.ComparisonRunner;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.RunFigures;
import org.localmax.plots.Figure;
import org.localmax.plots.Palette;
import org.localmax.plots.drawing.FigureExport;
import org.localmax.plots.figures.Comparison;
import org.localmax.plots.media.FigureFormat;

/**
 * Compares the rules of an experiment and writes all of it into a folder: a capsule a rule, {@code differences.csv},
 * {@code concentration.csv}, {@code comparison.json}, and {@code report.md} with its figures. The folder appears whole or not at all.
 */
public final class ComparisonFolder {

    /** The page. */
    public static final String REPORT = "report.md";

    private static final String FIGURES = "figures";
    private static final double WIDTH_IN_MILLIMETRES = 178;
    private static final double DPI = 300;

    private ComparisonFolder() {}

    /**
     * How rules are compared.
     *
     * @param eps up to which distance of a token, in units of diam X(0), rules count as together
     * @param window over how many steps a strip is to imitate softmax
     */
    public record Options(double eps, int window) {

        /** A hundredth of the diameter, ten steps. */
        public static final Options DEFAULT = new Options(0.01, 10);

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
    public static ComparisonRunner.Summary write(
            List<RunPlan> plans, Path output, Options how, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        try (CapsuleFolder folder = CapsuleFolder.stage(output, options.force())) {
            ComparisonRunner.Summary summary = ComparisonRunner.run(plans, folder.path("."), options, listener);
            List<StripImitation> imitations = StripImitation.of(plans, how.window(), options, listener);
            Files.write(folder.path("differences.csv"), ComparisonTables.differences(summary.comparison()));
            Files.write(folder.path("concentration.csv"), ComparisonTables.concentrations(summary));
            Files.writeString(
                    folder.path("comparison.json"),
                    new GsonBuilder()
                                    .setPrettyPrinting()
                                    .create()
                                    .toJson(ComparisonDocument.of(summary, imitations, how.eps()))
                            + "\n");
            List<String> figures = writeFigures(summary, folder, options, listener);
            Files.writeString(
                    folder.path(REPORT), new ComparisonReport(summary, imitations, how.eps()).text(figures));
            folder.publish();
            return summary;
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
    }

    private static List<String> writeFigures(
            ComparisonRunner.Summary summary, CapsuleFolder folder, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        List<String> files = new ArrayList<>();
        files.add(write("tokens", tokens(summary, folder, options, listener), folder));
        files.add(write("over-time", ComparisonFigures.overTime(summary), folder));
        return files;
    }

    /** The last tokens of up to four rules side by side. */
    private static Figure tokens(
            ComparisonRunner.Summary summary, CapsuleFolder folder, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        List<RecordedRun> runs = new ArrayList<>();
        try {
            for (int k = 0; k < Math.min(Comparison.MOST_PANELS, summary.summaries().size()); k++) {
                runs.add(RecordedRun.open(
                        folder.path(summary.summaries().get(k).plan().rule())));
            }
            return new RunFigures(options, listener).compared(FigureRequest.DEFAULT, runs);
        } finally {
            for (RecordedRun run : runs) {
                run.close();
            }
        }
    }

    private static String write(String name, Figure figure, CapsuleFolder folder) throws DataException {
        String file = FIGURES + "/" + name + ".svg";
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
