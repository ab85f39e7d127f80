package org.localmax.analysis.monitors;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** Counts tokens that are in the ball about a vertex of K and are outside of it one step later. */
final class BallExits {

    private final double radius;
    private long count;
    private OptionalLong first = OptionalLong.empty();
    private OptionalInt leaver = OptionalInt.empty();
    private boolean allStayed = true;

    BallExits(double radius) {
        this.radius = radius;
    }

    /**
     * Looks at the step from t.
     *
     * @param members the tokens in the ball at t
     * @param after how far each token is from the vertex at t + 1
     */
    void see(long t, int[] members, double[] after) {
        allStayed = true;
        for (int i : members) {
            if (after[i] > radius) {
                allStayed = false;
                count++;
                if (first.isEmpty()) {
                    first = OptionalLong.of(t);
                    leaver = OptionalInt.of(i);
                }
            }
        }
    }

    /** How many there were. */
    long count() {
        return count;
    }

    /** The last t at which the first of them was in the ball. */
    OptionalLong first() {
        return first;
    }

    /** The first of them. */
    OptionalInt leaver() {
        return leaver;
    }

    /** Whether there was none in the step seen last. */
    boolean allStayed() {
        return allStayed;
    }
}
