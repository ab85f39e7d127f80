package org.localmax.experiments.internal.certificates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactStep;

/** L4: no token of a group that attends to itself comes to its mean from elsewhere. */
record ArrivalClaim() implements Claim {

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        return Claims.jumps(dynamics, last);
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        return IntStream.range(0, step.rows().size())
                .filter(i -> QuiescentGroup.of(step, i)
                        .filter(group -> arrives(step, i, group.mean()))
                        .isPresent())
                .findFirst();
    }

    private static boolean arrives(ExactStep step, int i, Rational[] v) {
        return Arrays.equals(step.after().tokens().token(i), v)
                && !Arrays.equals(step.before().tokens().token(i), v);
    }

    @Override
    public String python(ExactStep step, int token) {
        return QuiescentGroup.of(step, token).orElseThrow().python() + """
                # gamma is below 1, and the token comes to v
                assert all(gamma(t) < 1 for t in range(STEP + 1))
                assert BEFORE[TOKEN] != v, "the token was there before"
                assert X[TOKEN] == v, "the token does not arrive"
                print(f"token {TOKEN} of {N} arrives at {[str(a) for a in v]} at t = {STEP + 1}")
                """;
    }

    @Override
    public Optional<String> caveat(ExactStep step, int token) {
        return Optional.of(QuiescentGroup.CAVEAT);
    }

    @Override
    public List<Column> columns(int token) {
        return List.of();
    }
}
