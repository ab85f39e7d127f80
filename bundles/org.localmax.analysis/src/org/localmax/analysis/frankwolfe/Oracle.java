package org.localmax.analysis.frankwolfe;

import java.util.Optional;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactMatrix;

/** The linear oracle of a rule: a token at x is sent towards a point y of conv X of greatest &lt;Bx, y&gt;. */
public final class Oracle {

    private Oracle() {}

    /** B: A, or -A where the oracle minimises; empty for rules that ask no oracle. */
    public static Optional<Interaction> of(Dynamics dynamics) {
        if (!asks(dynamics)) {
            return Optional.empty();
        }
        return Optional.of(minimises(dynamics) ? dynamics.interaction().negated() : dynamics.interaction());
    }

    /** -B, the matrix M of a rule that goes down &lt;Mx, x&gt;, as A is given in fractions. */
    public static ExactMatrix descending(Dynamics dynamics, ExactMatrix interaction) {
        return minimises(dynamics) ? interaction : interaction.subtractedFrom(Rational.ZERO);
    }

    private static boolean asks(Dynamics dynamics) {
        return dynamics.rule() instanceof FrankWolfe || dynamics.rule() instanceof Hardmax;
    }

    private static boolean minimises(Dynamics dynamics) {
        return dynamics.rule() instanceof FrankWolfe oracle && oracle.sense() == Sense.MIN;
    }
}
