package org.localmax.flow;

import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.TopK;
import org.localmax.dynamics.Vectors;

/**
 * Which dynamics have a flow that can be followed: hardmax, whose field is linear between the moments at which targets change,
 * and rules whose weights are continuous in the tokens. Formulas are taken for continuous; where one jumps, the integrator
 * finds out.
 */
public final class FlowRules {

    /** The exponent 1/(a - 1) of entmax is below 1 beyond this a: weights have no Lipschitz constant where they vanish. */
    private static final double LARGEST_ENTMAX = 2;

    /** How far from 1 a norm may be, on the sphere: numbers in files may be rounded. */
    private static final double ON_SPHERE = 1e-6;

    private FlowRules() {}

    /**
     * Refuses what has no flow.
     *
     * @param start x(0)
     * @throws IllegalArgumentException with a message for the user
     */
    public static void require(Dynamics dynamics, Tokens start) {
        require(dynamics);
        if (dynamics.movement().onSphere()) {
            requireSphere(start);
        }
    }

    static void require(Dynamics dynamics) {
        if (dynamics.movement().preconditioner().isPresent()) {
            throw new IllegalArgumentException(
                    "a matrix is given in place of the step size, and time is continuous;" + " expected one of them");
        }
        requireContinuous(dynamics.rule(), dynamics.stepSize().tolerance());
        if (isHard(dynamics.rule()) && !dynamics.movement().isStraight()) {
            throw new IllegalArgumentException("the flow of hardmax is known on straight lines to the mean alone;"
                    + " expected no value matrix and no sphere, or a continuous rule, such as softmax");
        }
    }

    /** Whether the field jumps and is constant in between, so that the flow is known exactly. */
    static boolean isHard(AttentionRule rule) {
        return rule instanceof Hardmax || rule instanceof FrankWolfe;
    }

    private static void requireContinuous(AttentionRule rule, double tolerance) {
        switch (rule) {
            case Hardmax hardmax
            when hardmax.multiplicity() == Multiplicity.POINT_SET ->
                throw new IllegalArgumentException(
                        "hardmax that counts points once has no flow here; expected multiplicity=counted");
            case Softmax softmax
            when softmax.error() > tolerance ->
                throw new IllegalArgumentException("softmax may have the error " + softmax.error()
                        + ", which is above the tolerance " + tolerance
                        + " of the flow; expected a smaller error, or a greater tolerance");
            case Localmax _ -> throw jumps("localmax", "the strip");
            case HegselmannKrause _ -> throw jumps("hegselmann-krause", "the ball");
            case TopK _ -> throw jumps("top-k", "the best k");
            case Entmax entmax
            when entmax.alpha() > LARGEST_ENTMAX ->
                throw new IllegalArgumentException("the weights of entmax with alpha " + entmax.alpha()
                        + " vanish too steeply for a flow; expected alpha of at most " + LARGEST_ENTMAX);
            case SampledSoftmax _ ->
                throw new IllegalArgumentException("sampled softmax draws tokens step by step and has no flow; expected"
                        + " alpha or gamma, or softmax");
            default -> {}
        }
    }

    private static IllegalArgumentException jumps(String rule, String set) {
        return new IllegalArgumentException("the field of " + rule + " jumps where tokens enter and leave " + set
                + ", and its flow is not followed; expected alpha or gamma, or a rule that has a flow: hardmax, frank-wolfe,"
                + " softmax, sparsemax, entmax, sa-softmax, sm2 or a continuous formula");
    }

    private static void requireSphere(Tokens start) {
        for (int i = 0; i < start.count(); i++) {
            double norm = Vectors.norm(start.rows(), i * start.dimension(), start.dimension());
            if (!(Math.abs(norm - 1) <= ON_SPHERE)) {
                throw new IllegalArgumentException(
                        "token " + i + " has the norm " + norm
                                + "; in continuous time, tokens that are kept on the sphere are expected to start there, with norm 1");
            }
        }
    }
}
