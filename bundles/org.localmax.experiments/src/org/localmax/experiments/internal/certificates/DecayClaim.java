package org.localmax.experiments.internal.certificates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.localmax.analysis.frankwolfe.ExactDecayBound;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;

/** F1: J(x(t+1)) is at most 2/(t+1) lambda_max(M) diam(conv X(0))^2. */
final class DecayClaim implements Claim {

    private final ExactMatrix m;
    private final ExactTokens start;
    /** Made when the hypotheses are known to hold. */
    private ExactDecayBound bound;

    /** @param m M = -B */
    DecayClaim(ExactMatrix m, ExactTokens start) {
        this.m = m;
        this.start = start;
    }

    private ExactDecayBound bound() {
        bound = bound == null ? new ExactDecayBound(m, start) : bound;
        return bound;
    }

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        if (!m.isPositiveSemidefinite()) {
            return Optional.of("over the fractions M is not symmetric and positive semidefinite");
        }
        return LongStream.rangeClosed(0, last)
                .filter(t -> !dynamics.stepSize().exactGamma(t).equals(Rational.of(2, t + 2)))
                .mapToObj(t -> "over the fractions gamma is not 2/(t+2) at t = " + t)
                .findFirst();
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        return IntStream.range(0, step.after().tokens().count())
                .filter(i -> bound().isExceeded(step.before().t(), step.after().tokens(), i))
                .findFirst();
    }

    @Override
    public String python(ExactStep step, int token) {
        return """
                # theorem 3.1: M is symmetric positive semidefinite, gamma(t) = 2 / (t + 2), J(x) = <Mx, x> / 2
                M = %s
                L = %s  # no eigenvalue of M is greater
                assert is_psd(M)
                assert is_psd([[(L if r == c else 0) - entry for c, entry in enumerate(row)] for r, row in enumerate(M)])
                assert all(gamma(t) == Q(2, t + 2) for t in range(STEP + 1))
                diameter2 = max(dot(minus(x, y), minus(x, y)) for x in START for y in START)
                energy = dot(apply(M, X[TOKEN]), X[TOKEN]) / 2
                bound = Q(2, STEP + 1) * L * diameter2
                assert energy > bound, f"J = {energy} is not above {bound}"
                print(f"J(x_{TOKEN}({STEP + 1})) = {energy} > {bound} = 2/({STEP} + 1) lambda_max(M) diam(conv X(0))^2")
                """.formatted(PythonText.matrix(m), PythonText.number(bound().eigenvalue()));
    }

    @Override
    public List<Column> columns(int token) {
        return List.of(
                new Column("J(x_{" + token + "}(t))", (_, x) -> bound().energy(x, token)),
                new Column(
                        "\\frac{2}{t} \\lambda_{\\max}(M)\\, \\mathrm{diam}^2",
                        (t, _) -> t == 0 ? null : bound().at(t - 1)));
    }
}
