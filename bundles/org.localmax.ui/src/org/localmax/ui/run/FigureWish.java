package org.localmax.ui.run;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.plots.Figure;

/**
 * A figure that is to be made, as the command line makes it.
 *
 * @param offer which figure
 * @param request at which step, with which layers and colours
 * @param isUnwanted whether nobody waits for it any more
 */
record FigureWish(Offer offer, FigureRequest request, BooleanSupplier isUnwanted) {

    /**
     * A kind of figure that may be asked for.
     *
     * @param name what it is called
     * @param maker makes it
     */
    record Offer(String name, Maker maker) {}

    /** Makes a figure; on any thread. */
    interface Maker {

        /**
         * @throws InvalidInputException if it cannot be made: why, and what would do
         * @throws DataException if what it is made of cannot be read
         */
        Figure make(FigureRequest request, RunListener listener) throws InvalidInputException, DataException;
    }

    /**
     * What came of it.
     *
     * @param wish what was wished
     * @param figure empty if it cannot be made
     * @param failure why not
     */
    record Result(FigureWish wish, Optional<Figure> figure, String failure) {}

    Result make() {
        RunListener listener = new RunListener() {
            @Override
            public boolean isCancelled() {
                return isUnwanted.getAsBoolean();
            }
        };
        try {
            return new Result(this, Optional.of(offer.maker().make(request, listener)), "");
        } catch (InvalidInputException | DataException e) {
            return new Result(this, Optional.empty(), e.getMessage());
        } catch (CancellationException e) {
            return new Result(this, Optional.empty(), "");
        }
    }
}
