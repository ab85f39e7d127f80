package org.localmax.solver.internal;

import java.util.Arrays;
import java.util.Optional;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.Verdict;

/**
 * A step that may be repeated in O(n d) where nothing changed: clusters contract until binary64 knows no point between
 * them, and from then on every step is the one before.
 *
 * <p>The rows can be taken over if tokens, step size and the rule's parameter are the same, bit for bit. Only the error
 * bound of the state has grown, and with it the width within which decisions are ambiguous. So a row is the same if
 * nothing in it was consequential, which a greater error could make harmless, and if the new width stays below the row's
 * {@link Verdict#clearance()}.
 *
 * @param attention where the step was computed
 * @param step the step
 * @param growth how much it added to the state's error
 * @param clearances the clearance of each token's row; NaN where it is unknown
 */
public record Rest(Attention attention, Step step, double growth, double[] clearances) {

    /** The step that follows, if it is this one again. */
    public Optional<Step> repeated(Attention next) {
        State state = next.state();
        boolean same = !(next.dynamics().rule() instanceof CustomRule)
                && next.gamma() == attention.gamma()
                && next.parameter() == attention.parameter()
                && Arrays.equals(state.tokens().rows(), step.before().tokens().rows())
                && (!(next.dynamics().rule() instanceof Selective) || decidesAgain(next));
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

    private boolean decidesAgain(Attention next) {
        Tokens tokens = next.state().tokens();
        int d = tokens.dimension();
        double[] query = new double[d];
        for (int i = 0; i < tokens.count(); i++) {
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
