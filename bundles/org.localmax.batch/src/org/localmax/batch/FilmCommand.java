package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.figures.FilmCamera;
import org.localmax.experiments.figures.FilmSpan;
import org.localmax.experiments.figures.RunFilm;
import org.localmax.plots.Palette;
import org.localmax.plots.drawing.FigureDrawing;
import org.localmax.plots.films.FilmFormat;
import org.localmax.plots.films.FilmSettings;
import org.localmax.plots.films.FilmWriter;
import org.localmax.plots.films.FrameRate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax film}: the tokens of a capsule as a film. */
@Command(
        name = "film",
        description =
                "Draw the recorded steps of a capsule as a film: an animated GIF or a folder of PNG frames, and MP4 or"
                        + " WebM where the program ffmpeg is on the PATH.")
final class FilmCommand implements Callable<Integer> {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    @Parameters(paramLabel = "CAPSULE", description = "A folder with a run.json.")
    private Path capsule;

    @Option(
            names = "--format",
            paramLabel = "png|gif|mp4|webm",
            description = "png: a folder of frames. Default: as --output ends, else gif.")
    private String format;

    @Option(
            names = "--output",
            paramLabel = "FILE|DIR",
            description = "The film. Default: films/NAME.gif; films/NAME for frames.")
    private Path output;

    @Option(names = "--force", description = "Replace a film that is already there.")
    private boolean force;

    @Option(
            names = "--fps",
            paramLabel = "N",
            defaultValue = "25",
            description = "Frames a second, such as 25, 12.5 or 1/2. Default: ${DEFAULT-VALUE}.")
    private String rate;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "800x600",
            description = "Pixels of a frame. Default: ${DEFAULT-VALUE}.")
    private String size;

    @Option(
            names = "--dpi",
            paramLabel = "N",
            defaultValue = "144",
            description = "Pixels an inch: how large words and symbols are. Default: ${DEFAULT-VALUE}.")
    private double dpi;

    @Option(
            names = "--camera",
            paramLabel = "fixed|fit|XMIN,XMAX,YMIN,YMAX",
            defaultValue = "fixed",
            description = "fixed: all that the tokens pass; fit: in each frame what is drawn there; or a rectangle."
                    + " Default: ${DEFAULT-VALUE}.")
    private String camera;

    @Option(names = "--from", paramLabel = "T", description = "The first step. Default: the first one recorded.")
    private Long from;

    @Option(names = "--to", paramLabel = "T", description = "The last step. Default: the last one recorded.")
    private Long to;

    @Option(
            names = "--every",
            paramLabel = "K",
            defaultValue = "1",
            description = "A frame for each K recorded steps. Default: ${DEFAULT-VALUE}.")
    private int every;

    @Mixin
    private ShownOptions shown;

    @Mixin
    private OutputOptions.ThreadsOption threads;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws DataException, InvalidInputException {
        FilmSettings settings = settings();
        FilmCamera view = ShownOptions.read("--camera", camera, FilmCamera::parse);
        FilmSpan span = ShownOptions.read("--every", "", _ -> new FilmSpan(optional(from), optional(to), every));
        Palette palette = shown.palette();
        if (!(dpi >= 10 && dpi <= 4800)) {
            throw new UsageException("--dpi is " + dpi + "; expected 10..4800");
        }
        Path place = output == null ? place(settings.format()) : output;
        RunOptions options = new RunOptions(threads.count(), false);
        AtomicInteger frames = new AtomicInteger();
        try (Interruption interruption = Interruption.watch(() -> "nothing was written");
                RecordedRun run = RecordedRun.open(capsule);
                FilmWriter writer =
                        FilmWriter.open(place, settings, force, CancellationCheck.of(interruption::isCancelled));
                FilmProgress progress = new FilmProgress(command.commandLine().getErr())) {
            RunFilm film = new RunFilm(run, shown.request(), view, span, options, interruption);
            FigureDrawing drawing = new FigureDrawing();
            for (int k = 0; k < film.frames(); k++) {
                interruption.check();
                writer.add(drawing.image(film.frame(k), palette, settings.width(), settings.height(), dpi));
                progress.drawn(frames.incrementAndGet(), film.frames());
            }
            writer.finish();
        }
        PrintWriter out = command.commandLine().getOut();
        out.println(place + ": " + frames + (frames.get() == 1 ? " frame" : " frames"));
        out.flush();
        return ExitCode.DONE.code();
    }

    private static OptionalLong optional(Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private FilmSettings settings() {
        Optional<FilmFormat> named = output == null ? Optional.empty() : FilmFormat.ofFile(output);
        FilmFormat chosen = format == null
                ? named.orElse(FilmFormat.GIF)
                : FilmFormat.of(format)
                        .orElseThrow(() ->
                                new UsageException("--format is '" + format + "'; expected png, gif, mp4 or webm"));
        if (named.isPresent() && named.get() != chosen) {
            throw new UsageException("--format is " + chosen.label() + ", and --output ends with "
                    + named.get().label() + "; expected the same");
        }
        Matcher pixels = SIZE.matcher(size);
        if (!pixels.matches()) {
            throw new UsageException("--size is '" + size + "'; expected pixels such as 800x600");
        }
        FrameRate frameRate = ShownOptions.read("--fps", rate, FrameRate::of);
        return ShownOptions.read(
                "--size or --fps",
                "",
                _ -> new FilmSettings(
                        chosen, Integer.parseInt(pixels.group(1)), Integer.parseInt(pixels.group(2)), frameRate));
    }

    private Path place(FilmFormat chosen) throws InvalidInputException {
        String name = FigurePlaces.names(List.of(capsule)).getFirst();
        return Path.of("films", chosen == FilmFormat.PNG_SEQUENCE ? name : name + "." + chosen.label());
    }
}
