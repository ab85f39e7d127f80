package org.localmax.ui.run;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.ShownPlane;
import org.localmax.experiments.figures.ShownRange;
import org.localmax.experiments.figures.TokenLayer;
import org.localmax.experiments.figures.TokenPicture;
import org.localmax.plots.figures.TokenColours;

/**
 * The picture of tokens that the view of a run draws. What its layers need of the run as a whole is found by a job; until then the picture
 * before stays. Used on the UI thread only.
 */
final class TokenScene {

    /** Layers whose analysis makes all of a run again. */
    private static final Set<TokenLayer> LONG = EnumSet.of(TokenLayer.BALLS, TokenLayer.CELLS);

    private final RunRecord run;
    private final Display display;
    private final Runnable changed;
    private final Consumer<String> failed;
    private Prepared now;
    private Optional<Preparation> preparation = Optional.empty();

    /**
     * A picture that can draw any step.
     *
     * @param range what it shows of the plane
     * @param request what it was made for
     */
    record Prepared(TokenPicture picture, ShownRange range, FigureRequest request) {

        /** Of what a run can be drawn with before it is analysed: the hull and tokens all alike. */
        static Prepared plain(RunRecord run) throws DataException, InvalidInputException {
            FigureRequest bare =
                    FigureRequest.DEFAULT.with(EnumSet.of(TokenLayer.HULL)).with(TokenColours.NONE);
            return of(run, bare, RunListener.NONE);
        }

        /** The same from elsewhere, if only the camera of a space has turned. */
        Optional<Prepared> turned(FigureRequest wanted) {
            boolean isSame = wanted.in(request.plane()).equals(request);
            return isSame
                            && wanted.plane() instanceof ShownPlane.Space camera
                            && request.plane() instanceof ShownPlane.Space before
                            && camera.coordinates().equals(before.coordinates())
                    ? Optional.of(new Prepared(picture.turned(camera), range, wanted))
                    : Optional.empty();
        }

        static Prepared of(RunRecord run, FigureRequest request, RunListener listener)
                throws DataException, InvalidInputException {
            TokenPicture picture = new TokenPicture(run.recorded(), request, RunOptions.DEFAULT, listener);
            picture.prepare();
            return new Prepared(picture, picture.range(), request);
        }
    }

    /**
     * A scene that shows what the run was read with.
     *
     * @param changed told when another picture is there
     * @param failed told why one cannot be drawn; of nothing when one can
     */
    TokenScene(RunRecord run, Display display, Runnable changed, Consumer<String> failed) {
        this.run = run;
        this.display = display;
        this.changed = changed;
        this.failed = failed;
        now = run.plain();
    }

    Prepared now() {
        return now;
    }

    /** Has this drawn as soon as it can be. */
    void wish(FigureRequest request) {
        preparation.ifPresent(Preparation::giveUp);
        preparation = Optional.empty();
        Optional<Prepared> turned = now.turned(request);
        if (turned.isPresent()) {
            accept(turned.get());
            return;
        }
        if (isQuick(request)) {
            try {
                accept(Prepared.of(run, request, RunListener.NONE));
            } catch (DataException | InvalidInputException e) {
                failed.accept(e.getMessage());
            }
            return;
        }
        Preparation job = new Preparation(request);
        preparation = Optional.of(job);
        job.schedule();
    }

    private boolean isQuick(FigureRequest request) {
        return run.isSmall() && request.layers().stream().noneMatch(LONG::contains);
    }

    private void accept(Prepared next) {
        now = next;
        failed.accept("");
        changed.run();
    }

    /** Nothing is waited for any more. */
    void dispose() {
        preparation.ifPresent(Preparation::giveUp);
    }

    /** Finds out what a picture needs. */
    private final class Preparation extends Job {

        private final FigureRequest request;
        private volatile boolean isUnwanted;

        Preparation(FigureRequest request) {
            super(Texts.name(Texts.analysing, run.facts().title()));
            this.request = request;
            setPriority(SHORT);
        }

        /** Does nothing to a picture that is drawn already. */
        void giveUp() {
            if (getState() != NONE) {
                isUnwanted = true;
                cancel();
            }
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            RunListener listener = new RunListener() {
                @Override
                public boolean isCancelled() {
                    return isUnwanted || monitor.isCanceled();
                }
            };
            try {
                Prepared prepared = Prepared.of(run, request, listener);
                tell(() -> accept(prepared));
                return Status.OK_STATUS;
            } catch (DataException | InvalidInputException e) {
                tell(() -> failed.accept(e.getMessage()));
                return Status.OK_STATUS;
            } catch (CancellationException _) {
                return Status.CANCEL_STATUS;
            }
        }

        private void tell(Runnable news) {
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!isUnwanted) {
                        news.run();
                    }
                });
            }
        }
    }
}
