package org.localmax.solver.internal.sets;

import org.localmax.dynamics.Fingerprint;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Verdict;

/** What a step tells of its rows, if anybody asks. */
final class Told {

    /** Nobody asks. */
    static final Told NOTHING = new Told();

    final boolean isAsked;
    private final int[] counts;
    private final long[] fingerprints;
    private final int[] ambiguous;
    private final int[] consequential;
    private double smallestMargin = Double.POSITIVE_INFINITY;

    private Told() {
        this(0, false);
    }

    /** For so many rows. */
    Told(int count) {
        this(count, true);
    }

    private Told(int count, boolean isAsked) {
        this.isAsked = isAsked;
        counts = new int[count];
        fingerprints = new long[count];
        ambiguous = new int[count];
        consequential = new int[count];
    }

    /** The step, when all rows are there. */
    Step step(State before, State after, double residual) {
        return new Step(before, after, residual, smallestMargin, counts, fingerprints, ambiguous, consequential);
    }

    /** A row has neighbours. */
    void add(int i, long[] members) {
        if (!isAsked) {
            return;
        }
        for (int word = 0; word < members.length; word++) {
            for (long rest = members[word]; rest != 0; rest &= rest - 1) {
                counts[i]++;
                fingerprints[i] += Fingerprint.of((long) word * Long.SIZE + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    /** A row has decisions near its threshold. */
    void add(int i, Verdict verdict) {
        if (isAsked) {
            ambiguous[i] = verdict.ambiguous();
            consequential[i] = verdict.consequential();
            smallestMargin = Math.min(smallestMargin, verdict.margin());
        }
    }
}
