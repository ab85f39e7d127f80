package org.localmax.experiments.internal.certificates;

import java.util.Optional;
import org.localmax.analysis.frankwolfe.Oracle;
import org.localmax.analysis.monitors.Statement;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.exact.ExactInput;

/** The claims of statements, as far as fractions can tell. */
public final class Claims {

    private Claims() {}

    /** The claim of a statement about a run; empty if none is known over the fractions. */
    public static Optional<Claim> of(Statement statement, Dynamics dynamics, ExactInput input) {
        return switch (statement) {
            case NORMS -> Optional.of(new NormClaim(input.interaction()));
            case NO_MERGING -> Optional.of(new MergingClaim());
            case DECAY ->
                Oracle.of(dynamics)
                        .map(_ -> new DecayClaim(Oracle.descending(dynamics, input.interaction()), input.tokens()));
            default -> Optional.empty();
        };
    }

    /** Why a statement has no claim that may fail over the fractions. */
    public static String whyNone(Statement statement) {
        return switch (statement) {
            case HULL, CONTRACTION, OWNERS, CLOSED_FORM ->
                "over the fractions it follows from the definition of the rule, so that what was seen is rounding, the tie"
                        + " tolerance or a fault of this program";
            case FRAME, SCALING, REDUCTION ->
                "it compares two computations, and over the fractions they agree, so that what was seen is rounding or a fault"
                        + " of this program";
            default -> "no program is known that tells it from the fractions of a trajectory";
        };
    }
}
