package org.localmax.solver.internal.expansions;

import java.util.Arrays;

/** What ways to compute the means of a cell cost, in nanoseconds as measured. */
final class Cost {

    private static final double PAIR = 0.9;
    private static final double KEY = 12;
    private static final double KEY_AND_MOMENT = 0.035;
    private static final double RECEIVER = 4;
    private static final double RECEIVER_AND_MOMENT = 0.09;
    /** What a cluster takes, however many keys and receivers there are. */
    private static final double CLUSTER = 6_000;

    private static final int[] PLANE_MOMENTS = moments(2);
    private static final int[] SPACE_MOMENTS = moments(3);

    private Cost() {}

    private static int[] moments(int dimension) {
        int[] moments = new int[ExpansionPlan.HIGHEST_DEGREE + 1];
        Arrays.setAll(moments, degree -> TaylorExpansion.moments(degree, dimension));
        return moments;
    }

    /** Sums over all pairs. */
    static double ofPairs(double receivers, double keys) {
        return PAIR * receivers * keys;
    }

    /** The moments of a cluster. */
    static double ofMoments(int dimension, int degree, double keys) {
        return CLUSTER + keys * (KEY + KEY_AND_MOMENT * moments(dimension, degree));
    }

    /** The values of an expansion. */
    static double ofValues(int dimension, int degree, double receivers) {
        return receivers * (RECEIVER + RECEIVER_AND_MOMENT * moments(dimension, degree));
    }

    private static int moments(int dimension, int degree) {
        return (dimension == 2 ? PLANE_MOMENTS : SPACE_MOMENTS)[degree];
    }
}
