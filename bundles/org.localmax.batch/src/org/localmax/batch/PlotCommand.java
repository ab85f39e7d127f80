package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.figures.FigureKind;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.PhaseTable;
import org.localmax.experiments.figures.RunFigures;
import org.localmax.experiments.figures.ShownStep;
import org.localmax.experiments.figures.SweepFigures;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.plots.Figure;
import org.localmax.plots.drawing.FigureExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax plot}: figures of capsules. */
@Command(
        name = "plot",
        description =
                "Draw figures of capsules: SVG, PDF, PNG, or PGF for LaTeX. Each capsule gives a figure; comparison"
                        + " and survival take several together. What a capsule does not hold is found again by its plan.")
final class PlotCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Parameters(
            arity = "1..*",
            paramLabel = "CAPSULE",
            description =
                    "Folders with a run.json; folders of sweeps for --figure phase, marginals and survival; tables (CSV) for phase.")
    private List<Path> inputs;

    @Option(
            names = "--figure",
            paramLabel = "KIND",
            defaultValue = "tokens",
            description =
                    "tokens, observables, distances, neighbours, attention, gaps, decay, lyapunov, survival,"
                            + " comparison, phase, marginals, or all that can be made of each capsule. Default: ${DEFAULT-VALUE}.")
    private String figure;

    @Option(names = "--format", paramLabel = "svg|pdf|png|pgf", description = "Default: as --output ends, else svg.")
    private String format;

    @Option(
            names = "--output",
            paramLabel = "FILE|DIR",
            description = "A file for one figure, or a folder. Default: figures/NAME-KIND.svg.")
    private Path output;

    @Option(names = "--force", description = "Replace figures that are already there.")
    private boolean force;

    @Option(
            names = "--width",
            paramLabel = "LENGTH",
            defaultValue = "86mm",
            description = "Width on paper: mm, cm, in or pt. Default: ${DEFAULT-VALUE}.")
    private String width;

    @Option(names = "--height", paramLabel = "LENGTH", description = "Default: as high as the figure wants to be.")
    private String height;

    @Option(
            names = "--dpi",
            paramLabel = "N",
            defaultValue = "300",
            description = "Pixels an inch, of PNG and of clouds of very many tokens. Default: ${DEFAULT-VALUE}.")
    private double dpi;

    @Option(
            names = "--step",
            paramLabel = "T|first|last",
            defaultValue = "last",
            description = "The recorded step that tokens and attention are seen at. Default: ${DEFAULT-VALUE}.")
    private String step;

    @Option(
            names = "--observables",
            split = ",",
            paramLabel = "NAME",
            description = "Up to four columns of observables.csv. Default: the first four.")
    private List<String> observables = List.of();

    @Mixin
    private ShownOptions shown;

    @Option(
            names = "--x",
            paramLabel = "COLUMN",
            description = "phase of a table: the parameter to the right; marginals and survival: the axis.")
    private String x;

    @Option(names = "--y", paramLabel = "COLUMN", description = "phase of a table: the parameter above.")
    private String y;

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            description = "phase of a table: the number that is coloured; marginals: the number.")
    private String value;

    @Option(
            names = "--status",
            paramLabel = "COLUMN",
            description = "phase: points whose status is not empty, ok, done or settled have failed and are hatched.")
    private String status;

    @Mixin
    private OutputOptions.ThreadsOption threads;

    @Spec
    private CommandSpec command;

    private final AtomicInteger written = new AtomicInteger();
    private FigureRequest request;
    private FigurePlaces places;
    private FigureExport export;

    @Override
    public Integer call() throws DataException, InvalidInputException {
        boolean isAll = figure.equals(ALL);
        FigureKind kind = isAll ? FigureKind.TOKENS : ShownOptions.read("--figure", figure, FigureKind::parse);
        boolean isOfSweep = kind == FigureKind.SURVIVAL && SweepFolder.isSweep(inputs.getFirst());
        boolean isJoint = !isOfSweep && (kind == FigureKind.COMPARISON || kind == FigureKind.SURVIVAL);
        request = shown.request()
                .at(ShownOptions.read("--step", step, ShownStep::parse))
                .withObservables(observables);
        places = FigurePlaces.of(output, format, !isAll && (inputs.size() == 1 || isJoint));
        export = export();
        RunOptions options = new RunOptions(threads.count(), false);
        try (Interruption interruption = Interruption.watch(() -> written + " figures were written")) {
            if (isOfSweep || kind == FigureKind.PHASE || kind == FigureKind.MARGINALS) {
                tables(kind, interruption);
            } else if (isJoint) {
                together(kind, options, interruption);
            } else {
                oneByOne(isAll ? FigureKind.ofOneRun() : List.of(kind), options, interruption);
            }
        }
        return ExitCode.DONE.code();
    }

    private FigureExport export() {
        OptionalDouble high =
                height == null ? OptionalDouble.empty() : OptionalDouble.of(Length.points("--height", height));
        double wide = Length.points("--width", width);
        try {
            return new FigureExport(places.format(), shown.palette(), wide, high, dpi);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--width, --height or --dpi: " + e.getMessage());
        }
    }

    private void oneByOne(List<FigureKind> kinds, RunOptions options, Interruption interruption)
            throws DataException, InvalidInputException {
        List<String> names = FigurePlaces.names(inputs);
        for (String name : names) {
            for (FigureKind kind : kinds) {
                requireFree(places.place(name + "-" + kind.text()));
            }
        }
        for (int k = 0; k < names.size(); k++) {
            try (RecordedRun run = RecordedRun.open(inputs.get(k));
                    Progress progress = new Progress(command.commandLine().getErr(), run.plan(), interruption)) {
                for (FigureKind kind : kinds) {
                    interruption.check();
                    Path place = places.place(names.get(k) + "-" + kind.text());
                    make(kind, run, new RunFigures(options, progress), place, kinds.size() > 1);
                }
            }
        }
    }

    /** Of all kinds those that cannot be made are told and left out; a single one that cannot be made is a failure. */
    private void make(FigureKind kind, RecordedRun run, RunFigures figures, Path place, boolean isOneOfAll)
            throws DataException, InvalidInputException {
        try {
            write(figures.of(kind, request, run), place);
        } catch (InvalidInputException e) {
            if (!isOneOfAll) {
                throw e;
            }
            PrintWriter messages = command.commandLine().getErr();
            messages.println("no " + kind.text() + ": " + e.getMessage());
            messages.flush();
        }
    }

    private void together(FigureKind kind, RunOptions options, Interruption interruption)
            throws DataException, InvalidInputException {
        String name = inputs.size() == 1 ? FigurePlaces.names(inputs).getFirst() + "-" : "";
        Path place = places.place(name + kind.text());
        requireFree(place);
        List<RecordedRun> runs = new ArrayList<>();
        try {
            for (Path input : inputs) {
                interruption.check();
                runs.add(RecordedRun.open(input));
                if (kind == FigureKind.SURVIVAL && inputs.size() > 1) {
                    runs.getLast().close(); // its plan and its result are enough, and there may be thousands
                }
            }
            RunListener listener = interruption;
            RunFigures figures = new RunFigures(options, listener);
            write(kind == FigureKind.SURVIVAL ? figures.survival(runs) : figures.compared(request, runs), place);
        } finally {
            for (RecordedRun run : runs) {
                run.close();
            }
        }
    }

    private void tables(FigureKind kind, Interruption interruption) throws DataException, InvalidInputException {
        List<String> names = FigurePlaces.names(inputs);
        for (int k = 0; k < inputs.size(); k++) {
            interruption.check();
            requireColumns(kind, inputs.get(k));
            Path place = places.place(names.get(k) + "-" + kind.text());
            requireFree(place);
            write(ofTable(kind, inputs.get(k), CancellationCheck.of(interruption::isCancelled)), place);
        }
    }

    private Figure ofTable(FigureKind kind, Path input, CancellationCheck wanted)
            throws DataException, InvalidInputException {
        if (kind == FigureKind.SURVIVAL) {
            return SweepFigures.survival(input, Optional.ofNullable(x), wanted);
        }
        if (kind == FigureKind.MARGINALS) {
            return SweepFigures.marginals(input, Optional.ofNullable(x), Optional.ofNullable(value));
        }
        if (Files.isDirectory(input)) {
            return SweepFigures.phase(input);
        }
        return PhaseTable.diagram(input, new PhaseTable.Columns(x, y, value, Optional.ofNullable(status)));
    }

    /** A table of one's own does not say what is drawn over what. */
    private void requireColumns(FigureKind kind, Path input) {
        boolean isKnown = kind != FigureKind.PHASE || Files.isDirectory(input);
        if (!isKnown && (x == null || y == null || value == null)) {
            throw new UsageException("a phase diagram needs --x, --y and --value; expected names of columns");
        }
    }

    /** What may not be replaced is told before anything is computed. */
    private void requireFree(Path place) throws DataException {
        if (!force && Files.exists(place)) {
            throw DataException.at(place, "exists already; expected a new file, or --force to replace this one");
        }
    }

    private void write(Figure made, Path place) throws DataException {
        try {
            PrintWriter out = command.commandLine().getOut();
            export.write(made, place, force).forEach(out::println);
            out.flush();
            written.incrementAndGet();
        } catch (IllegalArgumentException e) {
            throw new UsageException("--width, --height or --dpi: " + e.getMessage());
        }
    }
}
