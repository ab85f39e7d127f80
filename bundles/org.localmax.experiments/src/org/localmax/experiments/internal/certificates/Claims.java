package org.localmax.experiments.internal.certificates;

import java.util.Optional;
import java.util.stream.LongStream;
import org.localmax.analysis.frankwolfe.Oracle;
import org.localmax.analysis.monitors.Statement;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;

/** The claims of statements, as far as fractions can tell. */
public final class Claims {

    private Claims() {}

    /** The claim of a statement about a run; empty if none is known over the fractions. */
    public static Optional<Claim> of(Statement statement, Dynamics dynamics, ExactDynamics exact, ExactInput input) {
        ExactTokens start = input.tokens();
        ExactMatrix m = Oracle.descending(dynamics, input.interaction());
        ExactCells cells = new ExactCells(m.subtractedFrom(Rational.ZERO), start);
        return switch (statement) {
            case HULL -> Optional.of(new HullClaim());
            case LEADERS -> Optional.of(new LeaderClaim(start.count()));
            case NORMS -> Optional.of(new NormClaim(input.interaction()));
            case NO_MERGING -> Optional.of(new MergingClaim());
            case QUIESCENT_SETS -> Optional.of(new SettlingClaim(exact));
            case LIMITS_OUTSIDE -> Optional.of(new OutsideClaim(exact));
            case NO_ARRIVAL -> Optional.of(new ArrivalClaim());
            case DECAY -> Oracle.of(dynamics).map(_ -> new DecayClaim(m, start));
            case CONTRACTION -> Optional.of(new ContractionClaim(new ExactCells(m, start), exact));
            case OWNERS -> Optional.of(new OwnerClaim(cells));
            case CLOSED_FORM -> Optional.of(new ClosedFormClaim(cells, exact));
            case FRAME -> Optional.of(new CoordinatesClaim(Coordinates.frames(exact, start.count())));
            case SCALING -> Optional.of(new CoordinatesClaim(Coordinates.units(exact, start.count())));
            case REDUCTION -> Optional.of(new CoordinatesClaim(Coordinates.reduced(exact, start.count())));
            default -> Optional.empty();
        };
    }

    /** Why nothing can be told of a statement over the fractions; empty if something may be. */
    public static Optional<String> whyNone(Statement statement) {
        return switch (statement) {
            case ALIGNMENT_SET, ALIGNED_LIMITS, VANISHING_STRIP ->
                Optional.of(
                        "it is about limits, and no finite number of steps tells where tokens go in the end, or what K is");
            case COLLAPSE, PLATEAU ->
                Optional.of(
                        "softmax weighs by exponentials, which are no fractions, and its steps cannot be made over them");
            case ADJOINT ->
                Optional.of(
                        "V looks back from the end of the run, and over the fractions it never increases under weights that are"
                                + " not negative, by an identity, so that what was seen is rounding or a fault of this program");
            case OBEYS -> Optional.of("it is about a trajectory that was made elsewhere");
            default -> Optional.empty();
        };
    }

    /** That gamma is 1 at a step, where it is. */
    static Optional<String> jumps(ExactDynamics dynamics, long last) {
        return LongStream.rangeClosed(0, last)
                .filter(t -> dynamics.stepSize().exactGamma(t).equals(Rational.ONE))
                .mapToObj(t -> "gamma is 1 at t = " + t + ", with which tokens jump onto the mean")
                .findFirst();
    }
}
