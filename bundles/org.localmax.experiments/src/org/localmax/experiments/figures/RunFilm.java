package org.localmax.experiments.figures;

import java.util.Optional;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.plots.Figure;
import org.localmax.plots.Interval;
import org.localmax.plots.Panel;

/** The frames of a film of the tokens of a run, made one by one as they are asked for. */
public final class RunFilm {

    private final RecordedRun run;
    private final TokenPicture picture;
    private final FilmCamera camera;
    private final CancellationCheck wanted;
    private final int[] records;
    private Optional<ShownRange> range = Optional.empty();

    /**
     * A film.
     *
     * @param request layers, colours and plane; its step does not count
     * @throws InvalidInputException if it cannot be made of this run
     */
    public RunFilm(
            RecordedRun run,
            FigureRequest request,
            FilmCamera camera,
            FilmSpan span,
            RunOptions options,
            RunListener listener)
            throws DataException, InvalidInputException {
        this.run = run;
        this.camera = camera;
        wanted = CancellationCheck.of(listener::isCancelled);
        picture = new TokenPicture(run, request, options, listener);
        records = span.records(run);
        look();
    }

    private void look() throws DataException {
        switch (camera) {
            case FilmCamera.Fit _ -> {}
            case FilmCamera.Window window ->
                range = Optional.of(new ShownRange(
                        new Interval(window.left(), window.right()), new Interval(window.bottom(), window.top())));
            case FilmCamera.Fixed _ -> range = Optional.of(ShownRange.of(run, records, picture.projection(), wanted));
        }
    }

    /** How many frames there are, at least one. */
    public int frames() {
        return records.length;
    }

    /** The figure of a frame, counted from 0. */
    public Figure frame(int number) throws DataException, InvalidInputException {
        int record = records[number];
        long t = run.step(record);
        Panel panel = picture.panel("t = " + t, record);
        Panel shown = range.map(part -> part.of(panel)).orElse(panel);
        return Figure.of(shown, RunCaption.join(RunCaption.of(run) + ".", picture.remarks()));
    }
}
