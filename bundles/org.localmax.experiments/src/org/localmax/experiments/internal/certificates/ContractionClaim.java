package org.localmax.experiments.internal.certificates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;

/** F1b: x(t+1) = (1 - 2 gamma) x(t) for symmetric tokens that all own their cells under M = -B. */
final class ContractionClaim implements Claim {

    private final ExactCells cells;
    private final ExactDynamics dynamics;

    /** @param cells those under M */
    ContractionClaim(ExactCells cells, ExactDynamics dynamics) {
        this.cells = cells;
        this.dynamics = dynamics;
    }

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        if (!cells.b().isPositiveDefinite()) {
            return Optional.of("over the fractions M is not symmetric and positive definite");
        }
        ExactTokens start = cells.start();
        for (int i = 0; i < start.count(); i++) {
            if (!cells.isOwner(i)) {
                return Optional.of("over the fractions token " + i + " is no vertex that owns its cell");
            }
            if (count(start, start.token(i)) != count(start, opposite(start.token(i)))) {
                return Optional.of("over the fractions X(0) is not -X(0)");
            }
        }
        return LongStream.rangeClosed(1, last)
                .filter(t -> !dynamics.stepSize()
                        .exactGamma(t)
                        .equals(dynamics.stepSize().exactGamma(0)))
                .mapToObj(t -> "over the fractions gamma is another one at t = " + t)
                .findFirst();
    }

    private static Rational[] opposite(Rational[] point) {
        return Arrays.stream(point).map(Rational::negated).toArray(Rational[]::new);
    }

    private static long count(ExactTokens tokens, Rational[] point) {
        return IntStream.range(0, tokens.count())
                .filter(i -> Arrays.equals(tokens.token(i), point))
                .count();
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        Rational factor = Rational.ONE.minus(Rational.of(2)
                .times(dynamics.stepSize().exactGamma(step.before().t())));
        ExactTokens before = step.before().tokens();
        ExactTokens after = step.after().tokens();
        return IntStream.range(0, before.count())
                .filter(i -> IntStream.range(0, before.dimension())
                        .anyMatch(k -> !after.get(i, k).equals(factor.times(before.get(i, k)))))
                .findFirst();
    }

    @Override
    public String python(ExactStep step, int token) {
        return """
                # B stands for M: symmetric positive definite, gamma constant, X(0) = -X(0), every token owns its cell under M
                B = %s
                """.formatted(PythonText.matrix(cells.b())) + ExactCells.PYTHON + """
                assert is_psd(B, strictly=True)
                assert all(gamma(t) == gamma(0) for t in range(STEP + 1))
                assert all(START.count(x) == START.count([-a for a in x]) for x in START), "X(0) is not -X(0)"
                assert all(is_best(x, x) for x in START), "a token does not own its cell"
                aim = [(1 - 2 * gamma(STEP)) * a for a in BEFORE[TOKEN]]
                assert X[TOKEN] != aim, "the token keeps to the factor"
                print(f"token {TOKEN} goes to {[str(a) for a in X[TOKEN]]}, not {[str(a) for a in aim]}, at t = {STEP}")
                """;
    }

    @Override
    public List<Column> columns(int token) {
        return List.of();
    }
}
