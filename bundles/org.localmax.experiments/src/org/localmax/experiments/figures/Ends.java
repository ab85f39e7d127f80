package org.localmax.experiments.figures;

import org.localmax.analysis.Digits;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;

/** How far the tokens of a run still went in the step from its last state, in units of diam X(0): whether its limits are known. */
record Ends(double residual, double diameter) {

    /** Tokens that move by more than this share of diam X(0) are nowhere near their limits. */
    private static final double MOVING = 1e-3;

    /**
     * Looks at the end of a run.
     *
     * @throws InvalidInputException if its tokens are nowhere near their limits
     */
    static Ends of(RecordedRun run, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        double diameter = run.diameter(CancellationCheck.of(listener::isCancelled));
        Ends ends = new Ends(run.stepFrom(run.records() - 1, options, listener).residual(), diameter);
        if (ends.share() > MOVING) {
            throw new InvalidInputException(run.capsule().folder() + ": a token still moves by "
                    + Digits.of(ends.share(), 2)
                    + " diam X(0) at the end, so that limits are not known; expected a longer"
                    + " run");
        }
        return ends;
    }

    /** The residual in units of diam X(0). */
    double share() {
        return diameter == 0 ? 0 : residual / diameter;
    }
}
