package org.localmax.solver.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.Verdict;
import org.localmax.dynamics.Workers;

/**
 * A step that may be repeated in O(n d) where nothing changed: clusters contract until binary64 knows no point between
 * them, and from then on every step is the one before.
 *
 * <p>The rows can be taken over if tokens, step size and the rule's parameter are the same, bit for bit. Only the error
 * bound of the state has grown, and with it the width within which decisions are ambiguous. So a row is the same if
 * nothing in it was consequential, which a greater error could make harmless, and if the new width stays below the row's
 * {@link Verdict#clearance()}.
 *
 * @param gamma the step size
 * @param parameter the rule's parameter
 * @param step the step
 * @param growth how much it added to the state's error
 * @param clearances the clearance of each token's row; NaN where it is unknown
 */
public record Rest(double gamma, double parameter, Step step, double growth, double[] clearances) {

    private static final int COORDINATES_A_BLOCK = 1 << 14;

    /** The step that follows, if it is this one again. */
    public Optional<Step> repeated(Attention next, Workers workers) {
        State state = next.state();
        boolean same = next.dynamics().movement().isStraight()
                && !(next.dynamics().rule() instanceof CustomRule)
                && next.gamma() == gamma
                && next.parameter() == parameter
                && areEqual(state.tokens().rows(), step.before().tokens().rows(), workers)
                && (!(next.dynamics().rule() instanceof Selective) || decidesAgain(next, workers));
        if (!same) {
            return Optional.empty();
        }
        State after = new State(state.t() + 1, step.after().tokens(), state.error() + growth);
        return Optional.of(new Step(
                state,
                after,
                step.residual(),
                step.smallestMargin(),
                step.counts(),
                step.fingerprints(),
                step.ambiguous(),
                step.consequential()));
    }

    private static boolean areEqual(double[] rows, double[] others, Workers workers) {
        AtomicBoolean differ = new AtomicBoolean(rows.length != others.length);
        workers.forRanges(rows.length, COORDINATES_A_BLOCK, (from, to) -> {
            if (!differ.get() && !Arrays.equals(rows, from, to, others, from, to)) {
                differ.set(true);
            }
        });
        return !differ.get();
    }

    private boolean decidesAgain(Attention next, Workers workers) {
        Tokens tokens = next.state().tokens();
        AtomicBoolean differ = new AtomicBoolean();
        int block = Math.max(1, COORDINATES_A_BLOCK / tokens.dimension());
        workers.forRanges(tokens.count(), block, (from, to) -> {
            if (!differ.get() && !decidesAgain(next, from, to)) {
                differ.set(true);
            }
        });
        return !differ.get();
    }

    private boolean decidesAgain(Attention next, int from, int to) {
        Tokens tokens = next.state().tokens();
        int d = tokens.dimension();
        double[] query = new double[d];
        for (int i = from; i < to; i++) {
            next.query(i, query);
            double greatest = Vectors.norm(query, 0, d) * next.largestNorm();
            double width = next.strip(i, query, 2 * greatest).width(); // no score is greater
            boolean sameVicinity = width < greatest / tokens.count();
            if (step.consequential()[i] > 0 || !sameVicinity || !(width < clearances[i])) {
                return false;
            }
        }
        return true;
    }
}
