package org.localmax.experiments.figures;

import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.plots.Figure;
import org.localmax.plots.Interval;
import org.localmax.plots.Panel;
import org.localmax.plots.figures.Comparison;
import org.localmax.plots.figures.Projection;

/** The frames of a film of the tokens of a run, made one by one as they are asked for. */
public final class RunFilm {

    private static final double BORDER = 0.05;

    private final RecordedRun run;
    private final TokenPicture picture;
    private final FilmCamera camera;
    private final CancellationCheck wanted;
    private final int[] records;
    private Interval across = Interval.EMPTY;
    private Interval along = Interval.EMPTY;

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
            case FilmCamera.Window window -> {
                across = new Interval(window.left(), window.right());
                along = new Interval(window.bottom(), window.top());
            }
            case FilmCamera.Fixed _ -> lookAtAll();
        }
    }

    private void lookAtAll() throws DataException {
        Projection projection = picture.projection();
        for (int record : records) {
            wanted.check();
            Tokens tokens = run.tokens(record);
            across = across.hull(Interval.around(projection.x(tokens)));
            along = along.hull(Interval.around(projection.y(tokens)));
        }
        across = wider(across);
        along = projection.kind() == Projection.Kind.LINE ? new Interval(-1, 1) : wider(along);
    }

    private static Interval wider(Interval interval) {
        double more = interval.length() == 0 ? 0.5 : BORDER * interval.length();
        return new Interval(interval.low() - more, interval.high() + more);
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
        Panel shown = across.isEmpty() ? panel : Comparison.showing(panel, across, along);
        return Figure.of(shown, RunCaption.join(RunCaption.of(run) + ".", picture.remarks()));
    }
}
