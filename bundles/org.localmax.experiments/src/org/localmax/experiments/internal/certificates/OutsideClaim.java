package org.localmax.experiments.internal.certificates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactRow;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;

/**
 * L2: a group C, each of whose tokens attends to all of C and to the same others, of mean b, has a mean m that a step takes to
 * b + (1 + alpha w)/(1 + alpha) (m - b), w = |C| / |C and the others|, which is 1 - gamma (1 - w).
 */
record OutsideClaim(ExactDynamics dynamics) implements Claim {

    /**
     * C and the others.
     *
     * @param members C, ascending
     * @param others whom else all of them attend to, ascending, not empty
     */
    private record Group(int[] members, int[] others) {

        /** The group of a token in a step, if it is in one. */
        static Optional<Group> of(ExactStep step, int token) {
            List<ExactRow> rows = step.rows();
            int[] whom = rows.get(token).neighbours();
            int[] members = Arrays.stream(whom)
                    .filter(j -> Arrays.equals(rows.get(j).neighbours(), whom))
                    .toArray();
            int[] others = Arrays.stream(whom)
                    .filter(j -> !Arrays.equals(rows.get(j).neighbours(), whom))
                    .toArray();
            boolean isGroup = Arrays.stream(members).anyMatch(j -> j == token) && others.length > 0;
            return isGroup ? Optional.of(new Group(members, others)) : Optional.empty();
        }

        Rational weight() {
            return Rational.of(members.length, members.length + others.length);
        }
    }

    @Override
    public Optional<String> missing(ExactDynamics exact, long last) {
        return Optional.empty();
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        return IntStream.range(0, step.rows().size())
                .filter(i ->
                        Group.of(step, i).filter(group -> leaves(step, group)).isPresent())
                .findFirst();
    }

    private boolean leaves(ExactStep step, Group group) {
        Rational gamma = dynamics.stepSize().exactGamma(step.before().t());
        Rational factor = Rational.ONE.minus(gamma.times(Rational.ONE.minus(group.weight())));
        ExactTokens before = step.before().tokens();
        Rational[] rest = before.mean(group.others());
        Rational[] was = before.mean(group.members());
        Rational[] is = step.after().tokens().mean(group.members());
        return IntStream.range(0, rest.length)
                .anyMatch(k -> !is[k].minus(rest[k]).equals(factor.times(was[k].minus(rest[k]))));
    }

    @Override
    public String python(ExactStep step, int token) {
        Group group = Group.of(step, token).orElseThrow();
        return """
                # each token of C attends to C and to the others, and to nobody else
                C, OTHERS = %s, %s


                def mean(tokens, group):
                    return [sum((tokens[i][k] for i in group), Q(0)) / len(group) for k in range(len(tokens[TOKEN]))]


                assert TOKEN in C and OTHERS
                for i in C:
                    whom = [j for j, w in enumerate(weights(STEP, BEFORE, i)) if w != 0]
                    assert whom == sorted(C + OTHERS), f"token {i} attends to {whom}"
                factor = 1 - gamma(STEP) * (1 - Q(len(C), len(C + OTHERS)))
                b = mean(BEFORE, OTHERS)
                aim = [a + factor * (m - a) for a, m in zip(b, mean(BEFORE, C))]
                goes = mean(X, C)
                assert goes != aim, "the mean keeps to the factor"
                print(f"the mean of {C} goes to {[str(a) for a in goes]}, not {[str(a) for a in aim]}, at t = {STEP}")
                """.formatted(Arrays.toString(group.members()), Arrays.toString(group.others()));
    }

    @Override
    public Optional<String> caveat(ExactStep step, int token) {
        return Optional.of(
                "That the group has a limit outside of S(K) is supposed: no finite number of steps tells limits.");
    }

    @Override
    public List<Column> columns(int token) {
        return List.of();
    }
}
