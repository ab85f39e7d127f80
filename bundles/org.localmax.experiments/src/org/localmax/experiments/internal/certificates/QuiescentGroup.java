package org.localmax.experiments.internal.certificates;

import java.util.Arrays;
import java.util.Optional;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactStep;

/**
 * A group N of tokens each of which attends to all of N and to nobody else.
 *
 * @param members N, ascending
 * @param mean v, the mean of N at T
 * @param since T
 */
record QuiescentGroup(int[] members, Rational[] mean, long since) {

    /** What is left open where a group is told of. */
    static final String CAVEAT =
            "That the mean of the group is a vertex of K is supposed: no finite number of steps tells K.";

    /** The group of a token in a step, T being where that begins, if it is in one. */
    static Optional<QuiescentGroup> of(ExactStep step, int token) {
        int[] members = step.rows().get(token).neighbours();
        boolean isQuiescent = Arrays.stream(members).anyMatch(i -> i == token)
                && Arrays.stream(members)
                        .allMatch(i -> Arrays.equals(step.rows().get(i).neighbours(), members));
        return isQuiescent
                ? Optional.of(new QuiescentGroup(
                        members,
                        step.before().tokens().mean(members),
                        step.before().t()))
                : Optional.empty();
    }

    /** This one where the members are the same, so that it goes on, and the later one otherwise. */
    QuiescentGroup or(QuiescentGroup later) {
        return Arrays.equals(members, later.members) ? this : later;
    }

    /** Python that asserts that the group attends to itself from T on to the last step, and knows N, T and v. */
    String python() {
        return """
                # each token of N attends to N and to nobody else, from T on
                N, T = %s, %d
                assert TOKEN in N and T <= STEP
                for t in range(T, STEP + 1):
                    for i in N:
                        whom = [j for j, w in enumerate(weights(t, STATES[t], i)) if w != 0]
                        assert whom == N, f"token {i} attends to {whom} at t = {t}"
                v = [sum((STATES[T][i][k] for i in N), Q(0)) / len(N) for k in range(len(X[TOKEN]))]
                """.formatted(Arrays.toString(members), since);
    }
}
