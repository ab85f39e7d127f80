package org.localmax.solver.internal.trees;

import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

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
    private final NodeStack stack = new NodeStack();
    private final double[] reference;
    /** The leaf of the best key of the middle receiver. */
    private int home;

    GroupSearch(StepRows step, BoxTree tree, GroupKernel kernel) {
        this.tree = tree;
        this.kernel = kernel;
        group = new ReceiverGroup(step);
        box = group.box();
        reference = new double[tree.dimension()];
        candidates = new Candidates(tree, step.keys(), step.attention().grid());
    }

    /** Computes the rows of receivers [from, to) of an order. */
    void solve(int[] order, int from, int to, Work work) {
        for (int i = from; i < to; i += ReceiverGroup.LANES) {
            work.requireWanted();
            cut(order, i, Math.min(to, i + ReceiverGroup.LANES));
            if (group.takesBestAlone()) {
                selectBest();
            } else {
                select();
            }
            work.rowsDone(group.finish());
        }
    }

    /** Cuts the scores of receivers [from, to) of an order, at most as many as a group has lanes. */
    ReceiverGroup cut(int[] order, int from, int to) {
        group.begin(order, from, to);
        findBest();
        group.cut();
        return group;
    }

    /** Finds the greatest score of each receiver of a group just begun. */
    private void findBest() {
        int first = promisingLeaf();
        home = first;
        double least = raise(first);
        stack.push(ROOT, Double.POSITIVE_INFINITY);
        while (!stack.isEmpty()) {
            int node = stack.pop();
            if (stack.bound() < least || node == first) {
                continue;
            }
            if (tree.isLeaf(node)) {
                least = raise(node);
                continue;
            }
            pushChildren(node, least);
        }
    }

    /** Puts the children of a node on the stack that are promising, the better one last. */
    private void pushChildren(int node, double least) {
        box.bound(tree, 2 * node);
        double left = box.greatest();
        box.bound(tree, 2 * node + 1);
        double right = box.greatest();
        if (left >= right) {
            pushPromising(2 * node + 1, right, least);
            pushPromising(2 * node, left, least);
        } else {
            pushPromising(2 * node, left, least);
            pushPromising(2 * node + 1, right, least);
        }
    }

    private void pushPromising(int node, double bound, double least) {
        if (bound >= least) {
            stack.push(node, bound);
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

    /**
     * Looks at a leaf and returns what the bound of a node with better scores must reach. If the middle receiver finds a
     * better key there, that becomes the reference, and older bounds mean nothing.
     */
    private double raise(int leaf) {
        int from = tree.begin(leaf);
        int to = tree.end(leaf);
        int middle = group.count() / 2;
        double before = group.best()[middle];
        kernel.raise(group, tree, from, to);
        if (group.best()[middle] > before) {
            home = leaf;
            int position = from;
            while (score(middle, position) != group.best()[middle]) {
                position++;
            }
            for (int k = 0; k < tree.dimension(); k++) {
                reference[k] = tree.coordinates(k)[position];
            }
            group.refer(reference);
            stack.forgetBounds();
        }
        return group.leastBest();
    }

    private double score(int lane, int position) {
        double[] queries = group.queries();
        double score = queries[lane] * tree.coordinates(0)[position];
        for (int k = 1; k < tree.dimension(); k++) {
            score = Math.fma(queries[k * ReceiverGroup.LANES + lane], tree.coordinates(k)[position], score);
        }
        return score;
    }

    /**
     * Finds the neighbours where only the best keys are neighbours: all are near. The leaf of the best key is looked at
     * first, because what is near makes irrelevant what is less near.
     */
    private void selectBest() {
        kernel.findNear(group, tree, home, false);
        double outside = group.leastOutside();
        double member = group.greatestLeast();
        stack.push(ROOT, Double.POSITIVE_INFINITY);
        while (!stack.isEmpty()) {
            int node = stack.pop();
            if (node == home || stack.bound() < outside) {
                continue;
            }
            if (tree.isLeaf(node)) {
                box.bound(tree, node);
                boolean taken = box.least() > member;
                if (taken) {
                    group.sums().addWhole(tree, node);
                }
                kernel.findNear(group, tree, node, taken);
                outside = group.hasNarrowed() ? group.leastOutside() : outside;
            } else {
                pushChildren(node, outside);
            }
        }
    }

    /** Finds the neighbours, when the scores are cut. */
    private void select() {
        double outside = group.leastOutside();
        double inside = group.greatestInside();
        stack.push(ROOT, Double.POSITIVE_INFINITY);
        while (!stack.isEmpty()) {
            int node = stack.pop();
            box.bound(tree, node);
            if (box.greatest() < outside) {
                continue;
            }
            if (box.least() > inside) {
                group.sums().addWhole(tree, node);
            } else if (!tree.isLeaf(node)) {
                stack.push(2 * node, Double.POSITIVE_INFINITY);
                stack.push(2 * node + 1, Double.POSITIVE_INFINITY);
            } else {
                candidates.add(node);
                if (candidates.isFull()) {
                    look();
                    if (group.hasNarrowed()) {
                        outside = group.leastOutside();
                        inside = group.greatestInside();
                    }
                }
            }
        }
        look();
    }

    private void look() {
        kernel.select(group, candidates);
        candidates.clear();
    }
}
