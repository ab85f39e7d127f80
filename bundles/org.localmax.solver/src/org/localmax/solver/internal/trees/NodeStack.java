package org.localmax.solver.internal.trees;

import java.util.Arrays;

/** Nodes of a tree still to be looked at. */
final class NodeStack {

    private int[] nodes = new int[64];
    private int height;

    boolean isEmpty() {
        return height == 0;
    }

    void push(int node) {
        if (height == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * height);
        }
        nodes[height++] = node;
    }

    /** Takes the last node away. */
    int pop() {
        return nodes[--height];
    }
}
