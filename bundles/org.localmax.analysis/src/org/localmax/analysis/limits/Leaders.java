package org.localmax.analysis.limits;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.localmax.dynamics.Fingerprint;
import org.localmax.dynamics.Points;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;

/**
 * The leaders of hardmax: tokens that attend to nobody but themselves and the tokens at their own point (arXiv 2407.01602). Steps
 * are added in their order, and the first one at which each token leads is kept. A leader stays one, though late in a run, when
 * followers are within the tie tolerance of it, the rounded step counts them among its neighbours. O(n) a step.
 */
public final class Leaders {

    private static final long NEVER = -1;

    private final long[] since;
    private final boolean[] leads;
    private Optional<Step> last = Optional.empty();

    /** @param count the number of tokens */
    public Leaders(int count) {
        since = new long[count];
        leads = new boolean[count];
        Arrays.fill(since, NEVER);
    }

    /** Adds the next step. */
    public void add(Step step) {
        boolean isTheSame = last.filter(step::repeats).isPresent();
        last = Optional.of(step);
        if (isTheSame) {
            return;
        }
        Optional<Points> points = Optional.empty();
        for (int i = 0; i < since.length; i++) {
            leads[i] = step.counts()[i] == 1 && step.fingerprints()[i] == Fingerprint.of(i);
            if (!leads[i] && stays(step, i)) {
                points = points.or(() -> Optional.of(Points.of(step.before().tokens())));
                leads[i] = attendsToItsPoint(step, i, points.get());
            }
            if (leads[i] && since[i] == NEVER) {
                since[i] = step.before().t();
            }
        }
    }

    /** Whether all tokens at the point of token i are its neighbours or, where points count once, the first one there. */
    private static boolean attendsToItsPoint(Step step, int i, Points points) {
        int point = points.of(i);
        long neighbours = step.fingerprints()[i];
        return neighbours == points.fingerprint(point) || neighbours == Fingerprint.of(points.first(point));
    }

    private static boolean stays(Step step, int i) {
        Tokens before = step.before().tokens();
        Tokens after = step.after().tokens();
        for (int k = 0; k < before.dimension(); k++) {
            if (before.get(i, k) != after.get(i, k)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a token leads in the step added last. */
    public boolean leads(int token) {
        return leads[token];
    }

    /** Whether a token led in some step. */
    public boolean hasLed(int token) {
        return since[token] != NEVER;
    }

    /** Whether t is the first step at which a token led. */
    public boolean ledFirstAt(int token, long t) {
        return hasLed(token) && since[token] == t;
    }

    /** The first step at which a token led; empty if it never did. */
    public OptionalLong since(int token) {
        return since[token] == NEVER ? OptionalLong.empty() : OptionalLong.of(since[token]);
    }
}
