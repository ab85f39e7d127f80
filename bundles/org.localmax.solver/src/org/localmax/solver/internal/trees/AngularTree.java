package org.localmax.solver.internal.trees;

/**
 * A binary tree over a {@link ReceiverBlock}, whose nodes hold receivers that follow each other in direction; they form a
 * heap as those of a {@link BoxTree} do. A node knows the box of its directions u, a reference v near all thresholds, and
 * between which values the thresholds t lie in relation to it: a point x is out for all receivers where &lt;u, x - v&gt; is
 * below the least t - &lt;u, v&gt;, and in for all where it is above the greatest. Near the reference that is tight to
 * second order in the width of the box.
 */
final class AngularTree {

    /** Below the thresholds of all receivers. */
    static final int OUT = 0;

    /** Above the thresholds of all receivers. */
    static final int IN = 1;

    /** Neither, and more so because of the receivers than of the keys. */
    static final int UNSURE = 2;

    /** Neither, and more so because of the keys. */
    static final int UNSURE_FOR_KEYS = 3;

    private static final int LEAF_SIZE = 16;
    private static final int NUMBERS_A_NODE = 8;
    private static final int BOUNDS_A_NODE = 4;
    /** Directions that differ by less than this have no reliable intersection of thresholds. */
    private static final double LEAST_SINE = 1e-7;

    private final ReceiverBlock receivers;
    /** For each node the middle and the half widths of the box, the reference, and the least and greatest threshold. */
    private final double[] nodes;

    /** For each node the least and the greatest direction, coordinate by coordinate. */
    private final double[] bounds;

    /** For each node the place of its first receiver. */
    private final int[] begins;

    /** For each node the place after its last receiver. */
    private final int[] ends;

    private int levels;

    /**
     * A tree over a block to come.
     *
     * @param capacity the greatest number of receivers in it
     */
    AngularTree(ReceiverBlock receivers, int capacity) {
        this.receivers = receivers;
        nodes = new double[NUMBERS_A_NODE * 2 << levels(capacity)];
        bounds = new double[BOUNDS_A_NODE * 2 << levels(capacity)];
        begins = new int[2 << levels(capacity)];
        ends = new int[2 << levels(capacity)];
    }

    private static int levels(int count) {
        return Math.max(0, 32 - Integer.numberOfLeadingZeros((count - 1) / LEAF_SIZE));
    }

    /** Builds the tree anew. */
    void build() {
        levels = levels(receivers.count());
        for (int node = (2 << levels) - 1; node > 0; node--) {
            if (isLeaf(node)) {
                placeLeaf(node);
                boundLeaf(node);
            } else {
                placeOverChildren(node);
                boundChildren(node);
            }
            setBox(node);
            setReference(node);
            setThresholds(node);
        }
    }

    private void placeLeaf(int leaf) {
        long number = leaf - (1 << levels);
        begins[leaf] = (int) (number * receivers.count() >> levels);
        ends[leaf] = (int) ((number + 1) * receivers.count() >> levels);
    }

    private void placeOverChildren(int node) {
        begins[node] = begins[2 * node];
        ends[node] = ends[2 * node + 1];
    }

    private void boundLeaf(int leaf) {
        double lowX = Double.POSITIVE_INFINITY;
        double highX = Double.NEGATIVE_INFINITY;
        double lowY = Double.POSITIVE_INFINITY;
        double highY = Double.NEGATIVE_INFINITY;
        for (int place = begin(leaf), end = end(leaf); place < end; place++) {
            double x = receivers.directionX(place);
            double y = receivers.directionY(place);
            lowX = x < lowX ? x : lowX; // numbers, mostly rising or falling all along
            highX = x > highX ? x : highX;
            lowY = y < lowY ? y : lowY;
            highY = y > highY ? y : highY;
        }
        int at = leaf * BOUNDS_A_NODE;
        bounds[at] = lowX;
        bounds[at + 1] = highX;
        bounds[at + 2] = lowY;
        bounds[at + 3] = highY;
    }

    private void boundChildren(int node) {
        int at = node * BOUNDS_A_NODE;
        int one = 2 * at;
        int other = one + BOUNDS_A_NODE;
        bounds[at] = Math.min(bounds[one], bounds[other]);
        bounds[at + 1] = Math.max(bounds[one + 1], bounds[other + 1]);
        bounds[at + 2] = Math.min(bounds[one + 2], bounds[other + 2]);
        bounds[at + 3] = Math.max(bounds[one + 3], bounds[other + 3]);
    }

    private void setBox(int node) {
        int from = node * BOUNDS_A_NODE;
        int at = node * NUMBERS_A_NODE;
        nodes[at] = (bounds[from] + bounds[from + 1]) / 2;
        nodes[at + 1] = (bounds[from + 2] + bounds[from + 3]) / 2;
        nodes[at + 2] = (bounds[from + 1] - bounds[from]) / 2;
        nodes[at + 3] = (bounds[from + 3] - bounds[from + 2]) / 2;
    }

    /** Where the thresholds of the first and the last receiver meet, if they do, or the middle one's nearest point. */
    private void setReference(int node) {
        int first = begin(node);
        int last = end(node) - 1;
        double sine = receivers.directionX(first) * receivers.directionY(last)
                - receivers.directionY(first) * receivers.directionX(last);
        double x =
                (threshold(first) * receivers.directionY(last) - threshold(last) * receivers.directionY(first)) / sine;
        double y =
                (threshold(last) * receivers.directionX(first) - threshold(first) * receivers.directionX(last)) / sine;
        if (!(Math.abs(sine) > LEAST_SINE && isNear(x, y))) {
            int middle = (first + last) >>> 1;
            x = threshold(middle) * receivers.directionX(middle);
            y = threshold(middle) * receivers.directionY(middle);
        }
        boolean near = isNear(x, y);
        nodes[node * NUMBERS_A_NODE + 4] = near ? x : 0;
        nodes[node * NUMBERS_A_NODE + 5] = near ? y : 0;
    }

    private double threshold(int place) {
        return receivers.scaledOutside(place) / 2 + receivers.scaledInside(place) / 2;
    }

    private boolean isNear(double x, double y) {
        double farthest = BoundSlack.FARTHEST * receivers.largestNorm();
        return Math.abs(x) <= farthest && Math.abs(y) <= farthest;
    }

    private void setThresholds(int node) {
        int at = node * NUMBERS_A_NODE;
        receivers.bound(begin(node), end(node), nodes[at + 4], nodes[at + 5], nodes, at + 6);
        nodes[at + 6] -= receivers.slack();
        nodes[at + 7] += receivers.slack();
    }

    /** Whether a point is out for all receivers of a node, in for all, or neither is sure. */
    int locate(int node, double x, double y) {
        int at = node * NUMBERS_A_NODE;
        double offsetX = x - nodes[at + 4];
        double offsetY = y - nodes[at + 5];
        double centre = nodes[at] * offsetX + nodes[at + 1] * offsetY;
        double radius = nodes[at + 2] * Math.abs(offsetX) + nodes[at + 3] * Math.abs(offsetY);
        if (centre + radius < nodes[at + 6]) {
            return OUT;
        }
        return centre - radius > nodes[at + 7] ? IN : UNSURE;
    }

    /**
     * The same for all points of a box.
     *
     * @param x the middle of the box
     * @param halfX half its width
     */
    int locate(int node, double x, double halfX, double y, double halfY) {
        int at = node * NUMBERS_A_NODE;
        double offsetX = x - nodes[at + 4];
        double offsetY = y - nodes[at + 5];
        double centre = nodes[at] * offsetX + nodes[at + 1] * offsetY;
        double ofKeys = Math.abs(nodes[at]) * halfX + Math.abs(nodes[at + 1]) * halfY;
        double ofReceivers = nodes[at + 2] * (Math.abs(offsetX) + halfX) + nodes[at + 3] * (Math.abs(offsetY) + halfY);
        double radius = ofKeys + ofReceivers;
        if (centre + radius < nodes[at + 6]) {
            return OUT;
        }
        if (centre - radius > nodes[at + 7]) {
            return IN;
        }
        return ofKeys > ofReceivers + (nodes[at + 7] - nodes[at + 6]) ? UNSURE_FOR_KEYS : UNSURE;
    }

    boolean isLeaf(int node) {
        return node >= 1 << levels;
    }

    /** The place of the first receiver of a node. */
    int begin(int node) {
        return begins[node];
    }

    /** The place after the last receiver of a node. */
    int end(int node) {
        return ends[node];
    }
}
