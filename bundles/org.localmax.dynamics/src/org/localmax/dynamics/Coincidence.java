package org.localmax.dynamics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which tokens are at the same point. */
final class Coincidence {

    private Coincidence() {}

    /** A point by its coordinates, with 0 and -0 equal. */
    private record Point(double[] at) {

        Point {
            for (int k = 0; k < at.length; k++) {
                at[k] += 0.0; // -0 becomes 0
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point that && Arrays.equals(at, that.at);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(at);
        }
    }

    /** For each token the one of least index at the same point. */
    static int[] representatives(Tokens tokens) {
        Map<Point, Integer> first = new HashMap<>();
        int[] representatives = new int[tokens.count()];
        for (int i = 0; i < representatives.length; i++) {
            Integer earlier = first.putIfAbsent(new Point(tokens.token(i)), i);
            representatives[i] = earlier == null ? i : earlier;
        }
        return representatives;
    }
}
