package org.localmax.analysis.limits;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Fingerprint;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;

/**
 * The rest of a run of hardmax in one go, from a step on in which every token attends to one leader alone. Say i goes to the leader
 * v, and j to w: &lt;Ax, y&gt; is at most &lt;Ax, v&gt; for x = x_i and x = v, y = x_j and y = w, so that it is also for
 * x = (1 - gamma) x_i + gamma v and y = (1 - gamma) x_j + gamma w. Hence every later step has the same rows, and
 * x_i(T) = v + Pi (x_i(t) - v), Pi the product of 1 - gamma over the steps from t on. (Derived; arXiv 2407.01602 has that leaders
 * stay.) A need not be symmetric.
 */
final class LeaderRays {

    private static final int NOBODY = -1;

    private LeaderRays() {}

    /**
     * Where the tokens are at the end; empty if a token attends to several, or to one that is no leader.
     *
     * @param step a step of hardmax
     * @param end t at the end, later than that of the step
     */
    static Optional<Tokens> at(Step step, Dynamics hardmax, long end) {
        if (!hardmax.movement().isStraight() || hardmax.isContinuous()) {
            return Optional.empty();
        }
        int[] leaders = leaders(step);
        if (Arrays.stream(leaders).anyMatch(leader -> leader == NOBODY)) {
            return Optional.empty();
        }
        double left = 1;
        for (long t = step.before().t(); t < end; t++) {
            left *= 1 - hardmax.stepSize().gamma(t);
        }
        Tokens x = step.before().tokens();
        double[] rows = new double[x.rows().length];
        for (int i = 0, at = 0; i < leaders.length; i++) {
            for (int k = 0; k < x.dimension(); k++) {
                double aim = x.get(leaders[i], k);
                rows[at++] = aim + left * (x.get(i, k) - aim);
            }
        }
        return Optional.of(Tokens.ofRows(x.count(), x.dimension(), rows));
    }

    /** The leader that each token attends to and to nobody else. */
    private static int[] leaders(Step step) {
        long[] rows = step.fingerprints();
        Map<Long, Integer> known = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            if (step.counts()[i] == 1 && rows[i] == Fingerprint.of(i)) {
                known.put(rows[i], i);
            }
        }
        int[] leaders = new int[rows.length];
        Arrays.setAll(leaders, i -> step.counts()[i] == 1 ? known.getOrDefault(rows[i], NOBODY) : NOBODY);
        return leaders;
    }
}
