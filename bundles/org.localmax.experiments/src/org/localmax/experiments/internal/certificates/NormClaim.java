package org.localmax.experiments.internal.certificates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;

/** H3b: &lt;Ax, x&gt; of no token decreases. */
record NormClaim(ExactMatrix a) implements Claim {

    private Rational square(ExactTokens x, int i) {
        return x.product(a.times(x.token(i)), i);
    }

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        return a.isPositiveSemidefinite()
                ? Optional.empty()
                : Optional.of("over the fractions A is not symmetric and positive semidefinite");
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        ExactTokens before = step.before().tokens();
        ExactTokens after = step.after().tokens();
        return IntStream.range(0, before.count())
                .filter(i -> square(after, i).compareTo(square(before, i)) < 0)
                .findFirst();
    }

    @Override
    public String python(ExactStep step, int token) {
        return """
                # A is symmetric positive semidefinite, and <Ax, x> of the token decreases
                assert is_psd(A)
                was = dot(apply(A, BEFORE[TOKEN]), BEFORE[TOKEN])
                now = dot(apply(A, X[TOKEN]), X[TOKEN])
                assert now < was, f"<Ax, x> does not decrease from {was} to {now}"
                print(f"<Ax, x> of token {TOKEN} falls from {was} to {now} at t = {STEP}")
                """;
    }

    @Override
    public List<Column> columns(int token) {
        return List.of(new Column("|x_{" + token + "}(t)|_A^2", (_, x) -> square(x, token)));
    }
}
