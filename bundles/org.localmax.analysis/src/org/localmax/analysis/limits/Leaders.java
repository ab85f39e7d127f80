package org.localmax.analysis.limits;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.localmax.dynamics.Fingerprint;
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

    /** @param count the number of tokens */
    public Leaders(int count) {
        since = new long[count];
        leads = new boolean[count];
        Arrays.fill(since, NEVER);
    }

    /** Adds the next step. */
    public void add(Step step) {
        Tokens tokens = step.before().tokens();
        Map<Long, Long> pointSets = Map.of();
        for (int i = 0; i < since.length; i++) {
            leads[i] = step.counts()[i] == 1 && step.fingerprints()[i] == Fingerprint.of(i);
            if (!leads[i] && stays(step, i)) {
                pointSets = pointSets.isEmpty() ? pointSets(tokens) : pointSets;
                leads[i] = step.fingerprints()[i] == pointSets.get(key(tokens, i))
                        || step.counts()[i] == 1 && attendsToItsPoint(step, i);
            }
            if (leads[i] && since[i] == NEVER) {
                since[i] = step.before().t();
            }
        }
    }

    /** Where points count once, the neighbour of a leader is the first token at its point. */
    private static boolean attendsToItsPoint(Step step, int i) {
        Tokens tokens = step.before().tokens();
        for (int j = 0; j < i; j++) {
            if (step.fingerprints()[i] == Fingerprint.of(j)) {
                return tokens.coincide(i, j);
            }
        }
        return false;
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

    /** The fingerprint of the set of tokens at each point. */
    private static Map<Long, Long> pointSets(Tokens tokens) {
        Map<Long, Long> sets = new HashMap<>();
        for (int i = 0; i < tokens.count(); i++) {
            sets.merge(key(tokens, i), Fingerprint.of(i), Long::sum);
        }
        return sets;
    }

    /** A mixed number for the point of a token: 64 bits, the same for 0 and -0. */
    private static long key(Tokens tokens, int i) {
        long key = 0;
        for (int k = 0; k < tokens.dimension(); k++) {
            key = Fingerprint.of(key + Double.doubleToLongBits(tokens.get(i, k) + 0.0));
        }
        return key;
    }

    /** Whether a token leads in the step added last. */
    public boolean leads(int token) {
        return leads[token];
    }

    /** The first step at which a token led; empty if it never did. */
    public OptionalLong since(int token) {
        return since[token] == NEVER ? OptionalLong.empty() : OptionalLong.of(since[token]);
    }
}
