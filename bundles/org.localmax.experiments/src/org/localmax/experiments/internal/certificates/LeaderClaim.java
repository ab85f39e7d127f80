package org.localmax.experiments.internal.certificates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactStep;

/** H3a: a token that attends to nobody but those at its own point goes on doing so; until it stops, it does not move. */
final class LeaderClaim implements Claim {

    private static final long NEVER = -1;

    /** When each token led first. */
    private final long[] since;

    LeaderClaim(int count) {
        since = new long[count];
        Arrays.fill(since, NEVER);
    }

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        return dynamics.interaction().isPositiveDefinite()
                ? Optional.empty()
                : Optional.of("over the fractions A is not symmetric and positive definite");
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        OptionalInt stopped = IntStream.range(0, since.length)
                .filter(i -> since[i] != NEVER && !leads(step, i))
                .findFirst();
        for (int i = 0; i < since.length; i++) {
            since[i] = since[i] == NEVER && leads(step, i) ? step.before().t() : since[i];
        }
        return stopped;
    }

    private static boolean leads(ExactStep step, int i) {
        return Arrays.stream(step.rows().get(i).neighbours())
                .allMatch(j -> step.before().tokens().coincide(i, j));
    }

    @Override
    public String python(ExactStep step, int token) {
        return """
                # A is symmetric positive definite, and a token that led attends to tokens elsewhere
                LED = %d


                def leads(t, i):
                    return all(w == 0 or x == STATES[t][i] for w, x in zip(weights(t, STATES[t], i), STATES[t]))


                assert is_psd(A, strictly=True)
                assert LED < STEP and leads(LED, TOKEN), "the token did not lead"
                assert not leads(STEP, TOKEN), "the token leads still"
                now = ", ".join(str(a) for a in X[TOKEN])
                print(f"token {TOKEN} leads at t = {LED}, attends to others at t = {STEP}, and goes to ({now})")
                """.formatted(since[token]);
    }

    @Override
    public List<Column> columns(int token) {
        return List.of();
    }
}
