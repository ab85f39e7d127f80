package org.localmax.solver.internal.trees;

import org.localmax.dynamics.SummationGrid;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.SelectedRow;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * A {@link BoxTree} of keys against an {@link AngularTree} of receivers: pairs of nodes are split until all receivers of one
 * take all keys of the other, or none. For one thread, block by block.
 */
final class DualSweep {

    private static final int ROOT = 1;
    private static final int STACK = 64;
    private static final int NOWHERE = -1;

    private final BoxTree tree;
    private final GroupKernel kernel;
    private final GroupSearch search;
    private final ConeSearch.Visit visit;
    private final ReceiverBlock receivers;
    private final AngularTree angles;
    private final Keys keys;
    private final SummationGrid grid;
    private final double[] x;
    private final double[] y;
    private final RunSums sums;
    private final NearPairs near;
    private final StepRows step;
    private final SelectedRow row;
    private final double[] mean = new double[2];
    private final int[] stack = new int[STACK];
    /** The receivers that take the present key and follow each other. */
    private int runBegin;

    private int runEnd;

    /**
     * A sweep of blocks to come.
     *
     * @param all the receivers of all blocks
     * @param capacity the greatest number of receivers in a block
     */
    DualSweep(StepRows step, SortedReceivers all, BoxTree tree, ConeSearch cones, boolean vectors, int capacity) {
        this.step = step;
        kernel = GroupKernel.of(vectors);
        this.tree = tree;
        keys = step.keys();
        grid = step.attention().grid();
        x = tree.coordinates(0);
        y = tree.coordinates(1);
        search = new GroupSearch(step, all, tree, kernel);
        visit = cones.visit();
        receivers = new ReceiverBlock(step, all, capacity, vectors);
        angles = new AngularTree(receivers, capacity);
        sums = new RunSums(capacity);
        near = new NearPairs(capacity);
        row = new SelectedRow(step);
    }

    /** Computes the rows of receivers [from, to) of all. */
    void solve(int from, int to, Work work) {
        receivers.begin(from, to);
        work.requireWanted();
        visit.groups(from, to, (first, _, best) -> receivers.raise(first, best, kernel));
        receivers.cut();
        angles.build();
        sums.clear();
        near.clear();
        work.requireWanted();
        meet(ROOT, ROOT);
        work.requireWanted();
        if (near.areTooMany()) {
            // groups need to remember fewer of them
            visit.groups(from, to, (first, end, best) -> search.solve(first, end, best, work));
        } else {
            work.rowsDone(finish());
        }
    }

    /** Lets the keys of a node meet the receivers of a node. */
    private void meet(int node, int angle) {
        double lowX = tree.low(0, node);
        double highX = tree.high(0, node);
        double lowY = tree.low(1, node);
        double highY = tree.high(1, node);
        int where =
                angles.locate(angle, (lowX + highX) / 2, (highX - lowX) / 2, (lowY + highY) / 2, (highY - lowY) / 2);
        if (where == AngularTree.OUT) {
            return;
        }
        if (where == AngularTree.IN) {
            take(node, angles.begin(angle), angles.end(angle));
        } else if (where == AngularTree.UNSURE && !angles.isLeaf(angle)) {
            meet(node, 2 * angle);
            meet(node, 2 * angle + 1);
        } else if (!tree.isLeaf(node)) {
            meet(2 * node, angle);
            meet(2 * node + 1, angle);
        } else if (!near.areTooMany()) {
            for (int position = tree.begin(node); position < tree.end(node); position++) {
                meetKey(position, angle);
            }
        }
    }

    private void take(int node, int from, int to) {
        sums.add(
                from,
                to,
                tree.fingerprint(node),
                tree.weight(node),
                tree.sumOfHighs(0, node),
                tree.sumOfLows(0, node),
                tree.sumOfHighs(1, node),
                tree.sumOfLows(1, node));
    }

    /** Lets one key meet the receivers of a node, from the first to the last. */
    private void meetKey(int position, int root) {
        runEnd = NOWHERE;
        int height = 0;
        stack[height++] = root;
        while (height > 0) {
            int angle = stack[--height];
            int where = angles.locate(angle, x[position], y[position]);
            if (where == AngularTree.IN) {
                extendRun(position, angles.begin(angle), angles.end(angle));
            } else if (where != AngularTree.OUT && angles.isLeaf(angle)) {
                meetReceivers(position, angles.begin(angle), angles.end(angle));
            } else if (where != AngularTree.OUT) {
                stack[height++] = 2 * angle + 1;
                stack[height++] = 2 * angle;
            }
        }
        endRun(position);
    }

    private void meetReceivers(int position, int from, int to) {
        for (int place = from; place < to; place++) {
            double score = receivers.score(place, x[position], y[position]);
            if (score > receivers.inside(place)) {
                extendRun(position, place, place + 1);
            } else if (score >= receivers.outside(place)) {
                near.add(place, tree.key(position));
            }
        }
    }

    /** Lets receivers take a key that come after those that took it so far. */
    private void extendRun(int position, int from, int to) {
        if (runEnd != from) {
            endRun(position);
            runBegin = from;
        }
        runEnd = to;
    }

    private void endRun(int position) {
        if (runEnd == NOWHERE) {
            return;
        }
        int key = tree.key(position);
        double weight = keys.weight(key);
        double highX = grid.high(0, x[position]);
        double highY = grid.high(1, y[position]);
        sums.add(
                runBegin,
                runEnd,
                keys.fingerprint(key),
                weight,
                weight * highX,
                weight * grid.low(0, x[position], highX),
                weight * highY,
                weight * grid.low(1, y[position], highY));
    }

    /** Hands the rows to the step and returns how many tokens they are of. */
    private int finish() {
        near.sort(receivers.count());
        sums.rewind();
        int tokens = 0;
        for (int place = 0; place < receivers.count(); place++) {
            int receiver = receivers.receiver(place);
            sums.advance();
            if (near.begin(place) == near.begin(place + 1)) {
                sums.writeMean(mean);
                step.setClear(receiver, sums.count(), sums.fingerprint(), mean, receivers.vicinity(place));
            } else {
                decide(place);
                row.finish(receiver);
            }
            tokens += keys.multiplicity(receiver);
        }
        return tokens;
    }

    /** Adds all that belongs to the row of a receiver who has keys near the threshold. */
    private void decide(int place) {
        row.begin(receivers.strip(place));
        sums.addTo(row);
        for (int pair = near.begin(place); pair < near.begin(place + 1); pair++) {
            int key = near.key(pair);
            row.add(key, receivers.score(place, keys.rows()[2 * key], keys.rows()[2 * key + 1]));
        }
    }
}
