package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/**
 * The polygon of the extreme tokens of eight directions. Tokens beyond doubt inside it are no vertices of the hull (Akl and
 * Toussaint, Information Processing Letters 7, 1978): of a cloud that is no ring few are left.
 */
final class InnerOctagon {

    /** Counter-clockwise. */
    private static final int[][] DIRECTIONS = {{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}};

    /** So many tokens lie between two checks. */
    private static final int BLOCK = 1 << 14;

    private final Tokens tokens;
    private final int[] corners = new int[DIRECTIONS.length];

    private InnerOctagon(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The tokens of a plane cloud that are not inside for certain, ascending: all vertices of the hull are among them. */
    static int[] outside(Tokens tokens, CancellationCheck wanted) {
        InnerOctagon octagon = new InnerOctagon(tokens);
        for (int i = 0; i < tokens.count(); i++) {
            checkNowAndThen(i, wanted);
            octagon.extend(i);
        }
        int[] outside = new int[tokens.count()];
        int count = 0;
        for (int i = 0; i < tokens.count(); i++) {
            checkNowAndThen(i, wanted);
            if (!octagon.isInside(i)) {
                outside[count++] = i;
            }
        }
        return Arrays.copyOf(outside, count);
    }

    static void checkNowAndThen(int i, CancellationCheck wanted) {
        if (i % BLOCK == 0) {
            wanted.check();
        }
    }

    private void extend(int i) {
        for (int v = 0; v < corners.length; v++) {
            if (along(v, i) > along(v, corners[v])) {
                corners[v] = i;
            }
        }
    }

    private double along(int direction, int i) {
        return DIRECTIONS[direction][0] * tokens.get(i, 0) + DIRECTIONS[direction][1] * tokens.get(i, 1);
    }

    /**
     * Whether a token is strictly to the left of all edges: then the polygon winds around it, whatever its corners are. Edges of
     * no length do not count; if there is no other, or only one there and back, no token is.
     */
    private boolean isInside(int i) {
        boolean isInside = false;
        for (int v = 0; v < corners.length; v++) {
            int a = corners[v];
            int b = corners[(v + 1) % corners.length];
            if (!tokens.coincide(a, b)) {
                if (!isLeft(a, b, i)) {
                    return false;
                }
                isInside = true;
            }
        }
        return isInside;
    }

    private boolean isLeft(int a, int b, int i) {
        double left = (tokens.get(b, 0) - tokens.get(a, 0)) * (tokens.get(i, 1) - tokens.get(a, 1));
        double right = (tokens.get(b, 1) - tokens.get(a, 1)) * (tokens.get(i, 0) - tokens.get(a, 0));
        return left - right > Orientation.PLANE_ERROR * (Math.abs(left) + Math.abs(right)) + Orientation.UNDERFLOW;
    }
}
