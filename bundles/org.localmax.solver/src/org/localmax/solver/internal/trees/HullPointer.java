package org.localmax.solver.internal.trees;

import java.util.Arrays;
import org.localmax.solver.internal.Work;

/**
 * Which corner of the convex hull of the keys lies farthest in a direction of the plane: where a search for the greatest
 * score best begins. As the direction turns, the corner moves on along the hull. The hull is that of binary64: a corner
 * that is missing costs time, never a result, since scores are compared one by one.
 *
 * <p>Keys inside the polygon of the extreme keys of eight directions are left out, box by box (Akl and Toussaint, Information
 * Processing Letters 7, 1978); the others make Andrew's monotone chains (Information Processing Letters 9, 1979).
 */
final class HullPointer {

    private static final double[][] DIRECTIONS = {{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}};
    private static final int ROOT = 1;
    private static final long GREATEST_CODE = (1L << 32) - 1;

    private final double[] x;
    private final double[] y;
    /** The positions of the corners, counter-clockwise. */
    private final int[] corners;
    /** The turn of the edge that leaves each corner, ascending from a quarter before 0; see {@link #turn}. */
    private final double[] turns;

    private HullPointer(BoxTree tree, int[] corners) {
        x = tree.coordinates(0);
        y = tree.coordinates(1);
        this.corners = corners;
        turns = new double[corners.length];
        for (int c = 0; c < corners.length; c++) {
            int to = corners[(c + 1) % corners.length];
            double turn = turn(x[to] - x[corners[c]], y[to] - y[corners[c]]);
            boolean isBeforeZero = turn > 3 && (c == 0 || turns[c - 1] < 0);
            double unwound = isBeforeZero ? turn - 4 : turn;
            turns[c] = c == 0 ? unwound : Math.max(turns[c - 1], unwound);
        }
    }

    /** The pointer for the keys of a tree in the plane. */
    static HullPointer of(BoxTree tree, Work work) {
        Octagon octagon = new Octagon(tree);
        int[] outside = octagon.outside();
        long[] entries = new long[outside.length];
        double from = tree.low(0, ROOT);
        double scale = GREATEST_CODE / Math.max(Double.MIN_NORMAL, tree.high(0, ROOT) - from);
        for (int i = 0; i < entries.length; i++) {
            long code = Math.min(GREATEST_CODE, (long) ((tree.coordinates(0)[outside[i]] - from) * scale));
            entries[i] = RadixSort.entry(code, outside[i]);
        }
        long[] sorted = RadixSort.sort(entries, work);
        int[] chain = new int[2 * sorted.length + 1];
        int length = 0;
        for (int i = 0; i < sorted.length; i++) {
            length = append(tree, chain, 0, length, RadixSort.index(sorted[i]));
        }
        int lower = Math.max(0, length - 1);
        length = lower;
        for (int i = sorted.length - 1; i >= 0; i--) {
            length = append(tree, chain, lower, length, RadixSort.index(sorted[i]));
        }
        return new HullPointer(tree, Arrays.copyOf(chain, Math.max(1, length - 1)));
    }

    /** Adds a position to a chain that began somewhere, dropping what is no corner any more; returns the new length. */
    private static int append(BoxTree tree, int[] chain, int begin, int length, int position) {
        int end = length;
        while (end - begin > 1 && !Octagon.isLeft(tree, chain[end - 2], chain[end - 1], position)) {
            end--;
        }
        chain[end] = position;
        return end + 1;
    }

    /** A number from 0 to 4 that grows with the angle of a vector: the place on the square |x| + |y| = 1. */
    private static double turn(double dx, double dy) {
        double size = Math.abs(dx) + Math.abs(dy);
        if (size == 0) {
            return 0;
        }
        return dy >= 0 ? 1 - dx / size : 3 + dx / size;
    }

    /** The position of the corner that lies farthest in a direction, or of one near it. */
    int farthest(double directionX, double directionY) {
        double quarter = turn(-directionY, directionX); // edges up to this turn still gain
        double least = turns[0];
        double turned = quarter > least + 4 ? quarter - 4 : quarter;
        int place = Arrays.binarySearch(turns, turned);
        int corner = (place < 0 ? -place - 1 : place) % corners.length;
        for (int step = 0; step < corners.length; step++) {
            int next = (corner + 1) % corners.length;
            int before = (corner + corners.length - 1) % corners.length;
            if (along(next, directionX, directionY) > along(corner, directionX, directionY)) {
                corner = next;
            } else if (along(before, directionX, directionY) > along(corner, directionX, directionY)) {
                corner = before;
            } else {
                break;
            }
        }
        return corners[corner];
    }

    private double along(int corner, double directionX, double directionY) {
        return directionX * x[corners[corner]] + directionY * y[corners[corner]];
    }

    /** The polygon of the extreme keys of eight directions. */
    private static final class Octagon {

        private final BoxTree tree;
        private final int[] extremes = new int[DIRECTIONS.length];
        private int[] outside = new int[64];
        private int count;

        Octagon(BoxTree tree) {
            this.tree = tree;
            for (int v = 0; v < extremes.length; v++) {
                extend(v, ROOT);
            }
        }

        private void extend(int v, int node) {
            double dx = DIRECTIONS[v][0];
            double dy = DIRECTIONS[v][1];
            double bound = dx * (dx > 0 ? tree.high(0, node) : tree.low(0, node))
                    + dy * (dy > 0 ? tree.high(1, node) : tree.low(1, node));
            if (bound <= along(v, extremes[v])) {
                return;
            }
            if (tree.isLeaf(node)) {
                for (int position = tree.begin(node); position < tree.end(node); position++) {
                    extremes[v] = along(v, position) > along(v, extremes[v]) ? position : extremes[v];
                }
            } else {
                extend(v, 2 * node);
                extend(v, 2 * node + 1);
            }
        }

        private double along(int v, int position) {
            return DIRECTIONS[v][0] * tree.coordinates(0)[position] + DIRECTIONS[v][1] * tree.coordinates(1)[position];
        }

        /** The positions of the keys that are not in boxes inside. */
        int[] outside() {
            collect(ROOT);
            return Arrays.copyOf(outside, count);
        }

        private void collect(int node) {
            if (isInside(node)) {
                return;
            }
            if (!tree.isLeaf(node)) {
                collect(2 * node);
                collect(2 * node + 1);
                return;
            }
            for (int position = tree.begin(node); position < tree.end(node); position++) {
                if (count == outside.length) {
                    outside = Arrays.copyOf(outside, 2 * count);
                }
                outside[count++] = position;
            }
        }

        /** Whether a box is to the left of all edges that have a length, of which there is one at least. */
        private boolean isInside(int node) {
            boolean isInside = false;
            for (int v = 0; v < extremes.length; v++) {
                int a = extremes[v];
                int b = extremes[(v + 1) % extremes.length];
                double dx = tree.coordinates(0)[b] - tree.coordinates(0)[a];
                double dy = tree.coordinates(1)[b] - tree.coordinates(1)[a];
                if (dx != 0 || dy != 0) {
                    double cornerX = dy > 0 ? tree.high(0, node) : tree.low(0, node);
                    double cornerY = dx > 0 ? tree.low(1, node) : tree.high(1, node);
                    if (!(dx * (cornerY - tree.coordinates(1)[a]) > dy * (cornerX - tree.coordinates(0)[a]))) {
                        return false;
                    }
                    isInside = true;
                }
            }
            return isInside;
        }

        /** Whether the way from a by b to c turns left. */
        static boolean isLeft(BoxTree tree, int a, int b, int c) {
            double[] x = tree.coordinates(0);
            double[] y = tree.coordinates(1);
            return (x[b] - x[a]) * (y[c] - y[a]) > (y[b] - y[a]) * (x[c] - x[a]);
        }
    }
}
