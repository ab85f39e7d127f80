package org.localmax.experiments.internal.certificates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;

/** F3: a token inside the cell of an owner v is at v + Pi (x(0) - v), Pi = prod (1 - gamma). What other tokens do does not count. */
final class ClosedFormClaim implements Claim {

    private final ExactCells cells;
    private final ExactDynamics dynamics;
    private Rational left = Rational.ONE;

    ClosedFormClaim(ExactCells cells, ExactDynamics dynamics) {
        this.cells = cells;
        this.dynamics = dynamics;
    }

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        return cells.b().isPositiveDefinite()
                ? Optional.empty()
                : Optional.of("over the fractions B is not symmetric and positive definite");
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        left = left.times(
                Rational.ONE.minus(dynamics.stepSize().exactGamma(step.before().t())));
        return IntStream.range(0, cells.start().count())
                .filter(i -> cells.target(i).isPresent()
                        && leaves(step.after().tokens(), i, cells.target(i).getAsInt()))
                .findFirst();
    }

    private boolean leaves(ExactTokens after, int i, int v) {
        ExactTokens start = cells.start();
        return IntStream.range(0, start.dimension())
                .anyMatch(k -> !after.get(i, k)
                        .minus(start.get(v, k))
                        .equals(left.times(start.get(i, k).minus(start.get(v, k)))));
    }

    @Override
    public String python(ExactStep step, int token) {
        return """
                # B is symmetric positive definite, V owns its cell, and the token is inside of it
                B = %s
                """.formatted(PythonText.matrix(cells.b()))
                + ExactCells.PYTHON
                + """
                V = START[%d]
                assert is_psd(B, strictly=True)
                assert is_best(V, V), "V does not own its cell"
                assert is_best(START[TOKEN], V), "the token is not inside the cell of V"
                left = Q(1)
                for t in range(STEP + 1):
                    left *= 1 - gamma(t)
                aim = [v + left * (x - v) for x, v in zip(START[TOKEN], V)]
                assert X[TOKEN] != aim, "the token keeps to its line"
                print(f"token {TOKEN} is at {[str(a) for a in X[TOKEN]]}, not {[str(a) for a in aim]}, at t = {STEP + 1}")
                """.formatted(cells.target(token).orElseThrow());
    }

    @Override
    public List<Column> columns(int token) {
        return List.of();
    }
}
