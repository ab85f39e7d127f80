package org.localmax.analysis;

/** A partition of 0..n-1 that only coarsens; each part is represented by its least member. */
final class DisjointSets {

    private final int[] parent;

    /** The partition into single members. */
    DisjointSets(int n) {
        parent = new int[n];
        for (int i = 0; i < n; i++) {
            parent[i] = i;
        }
    }

    /** The least member of the part of i. */
    int least(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Whether i and j are in one part. */
    boolean together(int i, int j) {
        return least(i) == least(j);
    }

    /** Makes one part of those of i and j. */
    void join(int i, int j) {
        int a = least(i);
        int b = least(j);
        parent[Math.max(a, b)] = Math.min(a, b);
    }
}
