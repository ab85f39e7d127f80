package org.localmax.experiments.internal.certificates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;

/** L1: from T on, when a group N attends to itself, x(t+1) - v = (1 - gamma) (x(t) - v) for each of its tokens, v the mean of N at T. */
final class SettlingClaim implements Claim {

    private final ExactDynamics dynamics;
    /** The group that each token was in in the last step. */
    private Map<Integer, QuiescentGroup> groups = Map.of();

    SettlingClaim(ExactDynamics dynamics) {
        this.dynamics = dynamics;
    }

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        return Optional.empty();
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        Map<Integer, QuiescentGroup> now = new TreeMap<>();
        for (int i = 0; i < step.rows().size(); i++) {
            int token = i;
            QuiescentGroup.of(step, i)
                    .ifPresent(group ->
                            now.put(token, groups.getOrDefault(token, group).or(group)));
        }
        groups = now;
        return groups.keySet().stream()
                .filter(i -> leaves(step, i))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private boolean leaves(ExactStep step, int i) {
        Rational left =
                Rational.ONE.minus(dynamics.stepSize().exactGamma(step.before().t()));
        ExactTokens before = step.before().tokens();
        ExactTokens after = step.after().tokens();
        Rational[] v = groups.get(i).mean();
        return IntStream.range(0, v.length)
                .anyMatch(k -> !after.get(i, k)
                        .minus(v[k])
                        .equals(left.times(before.get(i, k).minus(v[k]))));
    }

    @Override
    public String python(ExactStep step, int token) {
        return groups.get(token).python() + """
                aim = [a + (1 - gamma(STEP)) * (b - a) for a, b in zip(v, BEFORE[TOKEN])]
                assert X[TOKEN] != aim, "the token keeps to the factor"
                print(f"token {TOKEN} of {N} goes to {[str(a) for a in X[TOKEN]]}, not {[str(a) for a in aim]}, at t = {STEP}")
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
