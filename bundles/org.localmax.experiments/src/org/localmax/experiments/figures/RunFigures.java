package org.localmax.experiments.figures;

import java.util.ArrayList;
import java.util.List;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.plots.Figure;
import org.localmax.plots.Panel;
import org.localmax.plots.figures.Comparison;

/** Makes figures of runs. */
public final class RunFigures {

    private final RunOptions options;
    private final RunListener listener;

    /**
     * @param options how steps are made again where that is needed
     * @param listener hears of such steps, and may cancel
     */
    public RunFigures(RunOptions options, RunListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /**
     * A figure of one run.
     *
     * @throws InvalidInputException if it cannot be made of this run: why, and what would do
     * @throws DataException if the capsule is damaged
     * @throws java.util.concurrent.CancellationException if the listener cancels
     */
    public Figure of(FigureKind kind, FigureRequest request, RecordedRun run)
            throws InvalidInputException, DataException {
        CancellationCheck wanted = CancellationCheck.of(listener::isCancelled);
        return switch (kind) {
            case TOKENS -> tokens(request, run);
            case OBSERVABLES -> ObservableFigure.of(run, request);
            case DISTANCES -> DistanceFigure.of(run, options, listener);
            case NEIGHBOURS -> NeighbourFigure.of(run, options, listener);
            case ATTENTION -> AttentionFigure.of(run, request, wanted);
            case GAPS -> GapFigure.of(run, options, listener);
            case DECAY -> DecayFigure.of(run, wanted);
            case LYAPUNOV -> LyapunovFigure.of(run, new Hindsight(run, options, listener));
            case SURVIVAL -> SurvivalFigure.ofTokens(run, wanted);
            case COMPARISON -> compared(request, List.of(run));
            case PHASE, MARGINALS ->
                throw new InvalidInputException(run.capsule().folder() + ": " + kind.text()
                        + " is made of a sweep, not of a capsule; expected the folder of one");
        };
    }

    private Figure tokens(FigureRequest request, RecordedRun run) throws InvalidInputException, DataException {
        int record = request.step().record(run);
        TokenPicture picture = new TokenPicture(run, request, options, listener);
        Panel panel = picture.panel("", record);
        String caption = RunCaption.join(
                RunCaption.at(run, run.step(record)),
                picture.remarks(),
                RunCaption.settled(run),
                RunCaption.decisions(run));
        return Figure.of(panel, caption);
    }

    /**
     * The tokens of several runs side by side at the same step on the same axes.
     *
     * @throws InvalidInputException if there are more than 4, or their tokens are not of the same dimension
     */
    public Figure compared(FigureRequest request, List<RecordedRun> runs) throws InvalidInputException, DataException {
        if (runs.size() > Comparison.MOST_PANELS) {
            throw new InvalidInputException(runs.size() + " capsules are too many to be compared in one figure;"
                    + " expected at most " + Comparison.MOST_PANELS);
        }
        int d = runs.getFirst().plan().tokens().dimension();
        List<Panel> panels = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (RecordedRun run : runs) {
            if (run.plan().tokens().dimension() != d) {
                throw new InvalidInputException(run.capsule().folder() + ": its tokens have dimension "
                        + run.plan().tokens().dimension() + "; expected " + d + " as in "
                        + runs.getFirst().capsule().folder());
            }
            int record = request.step().record(run);
            TokenPicture picture = new TokenPicture(run, request, options, listener);
            String title = run.plan().rule() + ", t = " + run.step(record);
            panels.add(picture.panel(title, record));
            said.add(RunCaption.join(
                    run.plan().rule() + ": " + RunCaption.at(run, run.step(record)),
                    picture.remarks(),
                    RunCaption.decisions(run)));
        }
        return Comparison.of(panels, String.join(" ", said));
    }

    /** The shares of runs that have not settled yet, by rule. */
    public Figure survival(List<RecordedRun> runs) throws InvalidInputException, DataException {
        return runs.size() == 1
                ? of(FigureKind.SURVIVAL, FigureRequest.DEFAULT, runs.getFirst())
                : SurvivalFigure.ofRuns(runs);
    }
}
