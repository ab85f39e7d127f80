package org.localmax.solver.internal;

import java.util.Arrays;

/**
 * What a {@link ReceiverGroup} finds in a {@link BoxTree}: first the greatest score of each receiver, then its neighbours.
 * A node is passed over or taken whole where its bounds leave no doubt for any receiver; leaves that are left are looked at
 * key by key. For one thread.
 */
final class GroupSearch {

    private static final int ROOT = 1;

    private final BoxTree tree;
    private final GroupKernel kernel;
    private final ReceiverGroup group;
    private final DirectionBox box;
    private final Candidates candidates;
    private int[] stack = new int[64];
    private int height;

    GroupSearch(StepRows step, BoxTree tree, GroupKernel kernel) {
        this.tree = tree;
        this.kernel = kernel;
        group = new ReceiverGroup(step);
        box = group.box();
        candidates = new Candidates(tree, step.keys(), step.attention().grid());
    }

    /** Computes the rows of receivers [from, to) of an order and returns how many tokens they are of. */
    int solve(int[] order, int from, int to) {
        group.begin(order, from, to);
        findBest();
        group.cut();
        select();
        return group.finish();
    }

    /** The group, to be looked at between {@link #findBest} and the next group. */
    ReceiverGroup group() {
        return group;
    }

    /** Finds the greatest score of each receiver of a group just begun. */
    void findBest() {
        int home = promisingLeaf();
        double least = raise(home, Double.NEGATIVE_INFINITY);
        push(ROOT);
        while (height > 0) {
            int node = stack[--height];
            box.bound(tree, node);
            if (box.greatest() < least || node == home) {
                continue;
            }
            if (tree.isLeaf(node)) {
                least = raise(node, least);
            } else {
                box.bound(tree, 2 * node);
                double first = box.greatest();
                box.bound(tree, 2 * node + 1);
                int better = first >= box.greatest() ? 2 * node : 2 * node + 1;
                push(better ^ 1);
                push(better);
            }
        }
    }

    private int promisingLeaf() {
        int node = ROOT;
        while (!tree.isLeaf(node)) {
            box.bound(tree, 2 * node);
            double first = box.greatest();
            box.bound(tree, 2 * node + 1);
            node = first >= box.greatest() ? 2 * node : 2 * node + 1;
        }
        return node;
    }

    /** Looks at a leaf; if the middle receiver finds a better key there, that becomes the reference. */
    private double raise(int leaf, double least) {
        int from = tree.begin(leaf);
        int to = tree.end(leaf);
        int middle = group.count() / 2;
        double before = group.best()[middle];
        kernel.raise(group, tree, from, to);
        if (group.best()[middle] > before) {
            int position = from;
            while (score(middle, position) != group.best()[middle]) {
                position++;
            }
            for (int k = 0; k < tree.dimension(); k++) {
                box.refer(k, tree.coordinates(k)[position]);
            }
        }
        return Math.max(least, group.leastBest());
    }

    private double score(int lane, int position) {
        double[] queries = group.queries();
        double score = queries[lane] * tree.coordinates(0)[position];
        for (int k = 1; k < tree.dimension(); k++) {
            score = Math.fma(queries[k * ReceiverGroup.LANES + lane], tree.coordinates(k)[position], score);
        }
        return score;
    }

    /** Finds the neighbours, when the scores are cut. */
    private void select() {
        double outside = group.leastOutside();
        double inside = group.greatestInside();
        boolean first = true;
        push(ROOT);
        while (height > 0) {
            int node = stack[--height];
            box.bound(tree, node);
            if (box.greatest() < outside) {
                continue;
            }
            if (box.least() > inside) {
                group.sums().addWhole(tree, node);
            } else if (!tree.isLeaf(node)) {
                push(2 * node);
                push(2 * node + 1);
            } else {
                candidates.add(node);
                if (first || candidates.isFull()) {
                    look();
                    outside = group.leastOutside();
                    inside = group.greatestInside();
                    first = false;
                }
            }
        }
        look();
    }

    private void look() {
        kernel.select(group, candidates);
        candidates.clear();
    }

    private void push(int node) {
        if (height == stack.length) {
            stack = Arrays.copyOf(stack, 2 * height);
        }
        stack[height++] = node;
    }
}
