package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.figures.FigureKind;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.RunFigures;
import org.localmax.plots.Figure;

/**
 * A figure of a run that is to be made, as the command line makes it.
 *
 * @param capsule the folder of the run
 * @param kind which figure
 * @param step t of the state that is seen, in figures of one state
 * @param isUnwanted whether nobody waits for it any more
 */
record FigureWish(Path capsule, FigureKind kind, long step, BooleanSupplier isUnwanted) {

    /**
     * What came of it.
     *
     * @param kind which figure was wished
     * @param figure empty if it cannot be made of this run
     * @param failure why not
     */
    record Result(FigureKind kind, Optional<Figure> figure, String failure) {}

    Result make() {
        RunListener listener = new RunListener() {
            @Override
            public boolean isCancelled() {
                return isUnwanted.getAsBoolean();
            }
        };
        FigureRequest request = FigureRequest.DEFAULT.at(new org.localmax.experiments.figures.ShownStep.At(step));
        try (RecordedRun run = RecordedRun.open(capsule)) {
            Figure figure = new RunFigures(RunOptions.DEFAULT, listener).of(kind, request, run);
            return new Result(kind, Optional.of(figure), "");
        } catch (InvalidInputException | DataException e) {
            return new Result(kind, Optional.empty(), e.getMessage());
        } catch (CancellationException e) {
            return new Result(kind, Optional.empty(), "");
        }
    }
}
