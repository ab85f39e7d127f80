package org.localmax.experiments.internal.certificates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;

/** H3c: distinct tokens stay distinct. */
record MergingClaim() implements Claim {

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        if (!dynamics.interaction().isPositiveDefinite()) {
            return Optional.of("over the fractions A is not symmetric and positive definite");
        }
        return Claims.jumps(dynamics, last);
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        return IntStream.range(0, step.before().tokens().count())
                .filter(i -> partner(step, i).isPresent())
                .findFirst();
    }

    /** A later token that the token meets in the step. */
    private static OptionalInt partner(ExactStep step, int i) {
        ExactTokens before = step.before().tokens();
        ExactTokens after = step.after().tokens();
        return IntStream.range(i + 1, before.count())
                .filter(j -> after.coincide(i, j) && !before.coincide(i, j))
                .findFirst();
    }

    @Override
    public String python(ExactStep step, int token) {
        return """
                # A is symmetric positive definite, gamma below 1, and two tokens meet
                assert is_psd(A, strictly=True)
                assert all(gamma(t) < 1 for t in range(STEP + 1))
                OTHER = %d
                assert BEFORE[TOKEN] != BEFORE[OTHER], "the tokens had met before"
                assert X[TOKEN] == X[OTHER], "the tokens do not meet"
                print(f"tokens {TOKEN} and {OTHER} meet at t = {STEP + 1}")
                """.formatted(partner(step, token).orElseThrow());
    }

    @Override
    public List<Column> columns(int token) {
        return List.of();
    }
}
