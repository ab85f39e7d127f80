package org.localmax.experiments.internal.certificates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.geometry.Polytope;
import org.localmax.geometry.PolytopeDistance;

/**
 * H1: no token leaves the hull of the tokens before it. One that is beyond all of them in a direction has left it; a direction is found
 * in doubles, and counts if fractions agree.
 */
record HullClaim() implements Claim {

    /** Directions of so many bits are tried, short ones first. */
    private static final int[] BITS = {0, 3, 10, 26, 52};

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        return Optional.empty();
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        Tokens after = step.after().tokens().rounded();
        Polytope hull = Polytope.of(step.before().tokens().rounded(), CancellationCheck.NONE);
        return IntStream.range(0, after.count())
                .filter(i -> !hull.contains(after.token(i), 0)
                        && direction(step, i, hull).isPresent())
                .findFirst();
    }

    /** A direction in which a token is beyond all those before it. */
    private static Optional<Rational[]> direction(ExactStep step, int token, Polytope hull) {
        double[] point = step.after().tokens().rounded().token(token);
        double[] nearest = PolytopeDistance.euclidean(point, hull).point();
        double[] way = IntStream.range(0, point.length)
                .mapToDouble(k -> point[k] - nearest[k])
                .toArray();
        double size = Arrays.stream(way).map(Math::abs).max().orElseThrow();
        return Arrays.stream(BITS)
                .mapToObj(bits -> Arrays.stream(way)
                        .mapToObj(k -> Rational.of(Math.round(Math.scalb(k / size, bits))))
                        .toArray(Rational[]::new))
                .filter(direction -> separates(step, token, direction))
                .findFirst();
    }

    private static boolean separates(ExactStep step, int token, Rational[] direction) {
        ExactTokens before = step.before().tokens();
        Rational beyond = step.after().tokens().product(direction, token);
        return IntStream.range(0, before.count())
                .allMatch(j -> before.product(direction, j).compareTo(beyond) < 0);
    }

    @Override
    public String python(ExactStep step, int token) {
        Polytope hull = Polytope.of(step.before().tokens().rounded(), CancellationCheck.NONE);
        return """
                # in a direction the token is beyond all tokens before it, hence outside of their convex hull
                DIRECTION = %s
                beyond = dot(DIRECTION, X[TOKEN])
                farthest = max(dot(DIRECTION, x) for x in BEFORE)
                assert beyond > farthest, f"{beyond} is not beyond {farthest}"
                print(f"token {TOKEN} leaves conv X({STEP}): <w, x> = {beyond} > {farthest}, w = {[str(w) for w in DIRECTION]}")
                """.formatted(PythonText.vector(direction(step, token, hull).orElseThrow()));
    }

    @Override
    public Optional<String> caveat(ExactStep step, int token) {
        return Arrays.stream(step.rows().get(token).weights()).anyMatch(weight -> weight.signum() < 0)
                ? Optional.of("The row of that token has weights below 0, which the statement excludes.")
                : Optional.empty();
    }

    @Override
    public List<Column> columns(int token) {
        return List.of();
    }
}
