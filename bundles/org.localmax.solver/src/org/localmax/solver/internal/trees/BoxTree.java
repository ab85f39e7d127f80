package org.localmax.solver.internal.trees;

import org.localmax.dynamics.SummationGrid;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.Work;

/**
 * A binary tree of boxes around the keys, in the plane or in space. The keys are sorted along Morton's curve; a key's place
 * in that order is its position. The nodes form a heap: 1 is the root, the children of node v are 2 v and 2 v + 1, and
 * leaves are the nodes from {@link #firstLeaf} to below twice that. Each node knows the bounding box of its keys and what
 * they add to a row that takes them all; sums lie on the {@link SummationGrid} and are exact.
 */
final class BoxTree {

    /** A leaf holds fewer keys than this, and at least half as many if there are so many. */
    private static final int LEAF_SIZE = 24;

    private static final int BLOCK = 1 << 14;
    private static final int MOST_SUBTREES = 64;

    private final int count;
    private final int dimension;
    private final int levels;
    private final int[] keys;
    private final double[][] coordinates;
    /** For each node and coordinate the least and the greatest value. */
    private final double[] boxes;
    /** For each node and coordinate the sums of high and of low parts, weighted. */
    private final double[] sums;

    private final int[] weights;
    private final long[] fingerprints;

    private BoxTree(Keys all, int[] order, Work work) {
        count = all.count();
        dimension = all.dimension();
        levels = Math.max(0, 32 - Integer.numberOfLeadingZeros(count / LEAF_SIZE));
        keys = order;
        // large arrays take long to be filled with zeros
        work.requireWanted();
        coordinates = new double[dimension][];
        for (int k = 0; k < dimension; k++) {
            coordinates[k] = work.takeDoubles(count);
        }
        work.requireWanted();
        int nodes = 2 << levels;
        double[][] ofNodes = new double[2][];
        work.forBlocks(ofNodes.length, array -> ofNodes[array] = new double[nodes * 2 * dimension]);
        boxes = ofNodes[0];
        sums = ofNodes[1];
        work.requireWanted();
        weights = new int[nodes];
        fingerprints = new long[nodes];
    }

    /** The tree of some keys: sorting, and O(n d). */
    static BoxTree of(Keys keys, SummationGrid grid, Work work) {
        BoxTree tree = new BoxTree(keys, MortonOrder.of(keys.dimension(), keys.rows(), work), work);
        tree.gather(keys, work);
        int subtrees = Math.min(MOST_SUBTREES, tree.firstLeaf());
        work.forBlocks(subtrees, subtree -> tree.buildSubtree(subtrees + subtree, keys, grid));
        for (int node = subtrees - 1; node > 0; node--) {
            tree.join(node);
        }
        return tree;
    }

    /** Gives back the space, when nothing is read any more. */
    void giveBack(Work work) {
        for (double[] ofAxis : coordinates) {
            work.giveBack(ofAxis);
        }
    }

    private void gather(Keys all, Work work) {
        work.forRanges(count, BLOCK, (from, to) -> {
            for (int k = 0; k < dimension; k++) { // those of a block stay in cache from one coordinate to the next
                gather(all.rows(), k, dimension, keys, from, to, coordinates[k]);
            }
        });
    }

    /** So short that many fetches from memory are under way at once. */
    private static void gather(double[] rows, int k, int dimension, int[] keys, int from, int to, double[] gathered) {
        for (int position = from; position < to; position++) {
            gathered[position] = rows[keys[position] * dimension + k];
        }
    }

    private void buildSubtree(int root, Keys all, SummationGrid grid) {
        int depth = levels - level(root);
        for (int leaf = root << depth; leaf < root + 1 << depth; leaf++) {
            buildLeaf(leaf, all, grid);
        }
        for (int height = 1; height <= depth; height++) {
            for (int node = root << depth - height; node < root + 1 << depth - height; node++) {
                join(node);
            }
        }
    }

    private void buildLeaf(int leaf, Keys all, SummationGrid grid) {
        int from = begin(leaf);
        int to = end(leaf);
        for (int position = from; position < to; position++) {
            weights[leaf] += all.weight(keys[position]);
            fingerprints[leaf] += all.fingerprint(keys[position]);
        }
        for (int k = 0; k < dimension; k++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double sumOfHighs = 0;
            double sumOfLows = 0;
            for (int position = from; position < to; position++) {
                double x = coordinates[k][position];
                int weight = all.weight(keys[position]);
                double highPart = grid.high(k, x);
                low = Math.min(low, x);
                high = Math.max(high, x);
                sumOfHighs += weight * highPart;
                sumOfLows += weight * grid.low(k, x, highPart);
            }
            int at = (leaf * dimension + k) * 2;
            boxes[at] = low;
            boxes[at + 1] = high;
            sums[at] = sumOfHighs;
            sums[at + 1] = sumOfLows;
        }
    }

    private void join(int node) {
        int one = 2 * node;
        int other = one + 1;
        weights[node] = weights[one] + weights[other];
        fingerprints[node] = fingerprints[one] + fingerprints[other];
        for (int k = 0; k < dimension; k++) {
            int at = (node * dimension + k) * 2;
            int atOne = (one * dimension + k) * 2;
            int atOther = (other * dimension + k) * 2;
            boxes[at] = Math.min(boxes[atOne], boxes[atOther]);
            boxes[at + 1] = Math.max(boxes[atOne + 1], boxes[atOther + 1]);
            sums[at] = sums[atOne] + sums[atOther];
            sums[at + 1] = sums[atOne + 1] + sums[atOther + 1];
        }
    }

    private static int level(int node) {
        return 31 - Integer.numberOfLeadingZeros(node);
    }

    /** The number of keys. */
    int count() {
        return count;
    }

    int dimension() {
        return dimension;
    }

    /** The leaf of least number; a power of two. */
    int firstLeaf() {
        return 1 << levels;
    }

    boolean isLeaf(int node) {
        return node >= firstLeaf();
    }

    /** The position of the first key of a node. */
    int begin(int node) {
        int depth = levels - level(node);
        long leaf = (node << depth) - firstLeaf();
        return (int) (leaf * count >> levels);
    }

    /** The position after the last key of a node. */
    int end(int node) {
        int depth = levels - level(node);
        long leaf = (node + 1 << depth) - firstLeaf();
        return (int) (leaf * count >> levels);
    }

    /** The key at a position. */
    int key(int position) {
        return keys[position];
    }

    /** The keys in the order of their positions; to be read only. */
    int[] order() {
        return keys;
    }

    /** Coordinate k of all keys in the order of their positions; to be read only. */
    double[] coordinates(int k) {
        return coordinates[k];
    }

    /** All coordinates in the order of the keys' positions, one array each; to be read only. */
    double[][] coordinates() {
        return coordinates;
    }

    /** The least value of coordinate k in a node. */
    double low(int k, int node) {
        return boxes[(node * dimension + k) * 2];
    }

    /** The greatest value of coordinate k in a node. */
    double high(int k, int node) {
        return boxes[(node * dimension + k) * 2 + 1];
    }

    /** How many tokens count in a node. */
    int weight(int node) {
        return weights[node];
    }

    /** The fingerprint of the tokens that count in a node. */
    long fingerprint(int node) {
        return fingerprints[node];
    }

    /** The sum of the high parts of coordinate k in a node, each as often as tokens count there. */
    double sumOfHighs(int k, int node) {
        return sums[(node * dimension + k) * 2];
    }

    /** The sum of the low parts of coordinate k in a node, each as often as tokens count there. */
    double sumOfLows(int k, int node) {
        return sums[(node * dimension + k) * 2 + 1];
    }
}
