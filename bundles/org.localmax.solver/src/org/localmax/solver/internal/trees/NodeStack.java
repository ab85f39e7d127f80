package org.localmax.solver.internal.trees;

import java.util.Arrays;

/** Nodes of a tree still to be looked at, each with a bound. */
final class NodeStack {

    private int[] nodes = new int[64];
    private double[] bounds = new double[64];
    private int height;

    boolean isEmpty() {
        return height == 0;
    }

    void push(int node, double bound) {
        if (height == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * height);
            bounds = Arrays.copyOf(bounds, 2 * height);
        }
        nodes[height] = node;
        bounds[height++] = bound;
    }

    /** Makes all bounds infinite, when they are no longer valid. */
    void forgetBounds() {
        Arrays.fill(bounds, 0, height, Double.POSITIVE_INFINITY);
    }

    /** Takes the last node away, whose bound is left in {@link #bound}. */
    int pop() {
        return nodes[--height];
    }

    /** The bound of the node last taken away. */
    double bound() {
        return bounds[height];
    }
}
