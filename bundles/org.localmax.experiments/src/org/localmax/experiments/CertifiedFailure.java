package org.localmax.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactState;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.internal.certificates.Claim;

/**
 * That a claim fails along a run over the fractions.
 *
 * @param claim what fails
 * @param states the states up to the step at which it does
 * @param step that step
 * @param token a token of which it fails
 */
record CertifiedFailure(Claim claim, List<ExactTokens> states, ExactStep step, int token) {

    /** Longer fractions, or more of them, take minutes. */
    private static final int MOST_BITS = 1 << 16;

    private static final double MOST_SCORES = 5e6;

    /**
     * The first failure of a claim up to a step.
     *
     * @throws Uncertain if there is none, or fractions do not tell
     */
    static CertifiedFailure find(
            Claim claim, ExactDynamics dynamics, ExactInput input, long last, CancellationCheck wanted)
            throws Uncertain {
        requireHypotheses(claim, dynamics, last);
        double n = input.tokens().count();
        if (n * n * (last + 1) > MOST_SCORES) {
            throw new Uncertain("so many tokens and steps take too long over the fractions");
        }
        List<ExactTokens> states = new ArrayList<>(List.of(input.tokens()));
        ExactState state = ExactState.initial(input.tokens());
        while (state.t() <= last) {
            ExactStep next = step(dynamics, state, wanted);
            state = next.after();
            states.add(state.tokens());
            OptionalInt token = failing(claim, next);
            if (token.isPresent()) {
                return new CertifiedFailure(claim, states, next, token.getAsInt());
            }
        }
        throw new Uncertain(
                "over the fractions it does not fail up to there, so that rounding or the tie tolerance made it fail");
    }

    /** The step at which it fails, from t to t + 1. */
    long t() {
        return step.before().t();
    }

    private static void requireHypotheses(Claim claim, ExactDynamics dynamics, long last) throws Uncertain {
        try {
            Optional<String> missing = claim.missing(dynamics, last);
            if (missing.isPresent()) {
                throw new Uncertain(missing.get());
            }
        } catch (IllegalArgumentException e) {
            throw new Uncertain(e.getMessage());
        }
    }

    private static OptionalInt failing(Claim claim, ExactStep step) throws Uncertain {
        try {
            return claim.failure(step);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Uncertain("in other coordinates the step from t = "
                    + step.before().t() + " leaves the fractions: " + e.getMessage());
        }
    }

    private static ExactStep step(ExactDynamics dynamics, ExactState state, CancellationCheck wanted) throws Uncertain {
        if (state.tokens().bits() > MOST_BITS) {
            throw new Uncertain("the fractions grow too long, up to t = " + state.t());
        }
        try {
            return dynamics.step(state, wanted);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Uncertain("the step from t = " + state.t() + " leaves the fractions: " + e.getMessage());
        }
    }
}
