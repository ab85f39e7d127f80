package org.localmax.solver.internal.expansions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.localmax.solver.internal.Spares;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/** A walk down from one cell into ever smaller ones that computes the means of all receivers there; for one thread. */
final class SoftmaxWalk {

    /** Fewer receivers are never worth an expansion. */
    private static final int LEAST_EXPANDED = 4 * PairKernel.RECEIVERS;
    /** Fewer blocks are neither. */
    private static final int LEAST_BLOCKS = 16;
    /** Where no more blocks matter, to halve a cell costs more than the pairs that it may save, as was measured ... */
    private static final int FEW_BLOCKS = 8;
    /** ... but cells of more receivers are left to several tasks. */
    private static final int MOST_SUMMED = 512;
    /** So many blocks are added up before their sums are added to the others. */
    private static final int BLOCKS_AT_ONCE = 64;

    private static final int RECEIVERS_A_TASK = 1024;
    private static final int FIRST_BLOCKS = 1 << 10;

    private final SoftmaxProblem problem;
    private final StepRows step;
    private final Work work;
    private final SoftmaxKernels kernels;
    private final CertifiedSoftmax.Ways ways;
    private final Repetition repetition;
    private final Relevance relevance;
    private final BlockStack stack;
    private final ExpansionScratch scratch = new ExpansionScratch();
    private final Spares<ExpandedSums> expandedSums;
    private final double[] origins = new double[PairKernel.RECEIVERS];
    private final double[] sums;
    private final double[] parts;
    private final double[] mean;
    private final double[] query;

    /** @param repetition how the parts of an expansion are done */
    SoftmaxWalk(
            SoftmaxProblem problem,
            StepRows step,
            Work work,
            SoftmaxKernels kernels,
            CertifiedSoftmax.Ways ways,
            Repetition repetition) {
        this.problem = problem;
        this.step = step;
        this.work = work;
        this.kernels = kernels;
        this.ways = ways;
        this.repetition = repetition;
        relevance = new Relevance(problem);
        expandedSums = new Spares<>(() -> new ExpandedSums(problem));
        int d = problem.keys().dimension();
        sums = new double[(1 + d) * PairKernel.RECEIVERS];
        parts = new double[sums.length];
        mean = new double[d];
        query = new double[d];
        stack = new BlockStack(FIRST_BLOCKS);
    }

    /** Computes the means of a cell. */
    void walk(KeyedCell keyed) {
        begin(keyed);
        walk(keyed.cell(), 0, stack.size(), keyed.reference());
    }

    private void walk(Cell cell, int from, int to, int seed) {
        int begin = stack.size();
        int reference = select(cell, from, to, seed);
        int end = stack.size();
        if (!finish(cell, reference, begin, end)) {
            for (Cell half : problem.receivers().halve(cell, PairKernel.RECEIVERS)) {
                walk(half, begin, end, reference);
            }
        }
        stack.cut(begin);
    }

    /** Computes the means of a cell and returns nothing, or returns its halves if it is better halved. */
    List<KeyedCell> halves(KeyedCell keyed) {
        begin(keyed);
        int begin = stack.size();
        int reference = select(keyed.cell(), 0, begin, keyed.reference());
        int end = stack.size();
        if (finish(keyed.cell(), reference, begin, end)) {
            return List.of();
        }
        int[] blocks = Arrays.copyOfRange(stack.blocks(), begin, end);
        Cell[] halves = problem.receivers().halve(keyed.cell(), PairKernel.RECEIVERS);
        return List.of(new KeyedCell(halves[0], reference, blocks), new KeyedCell(halves[1], reference, blocks));
    }

    private void begin(KeyedCell keyed) {
        stack.cut(0);
        for (int block : keyed.blocks()) {
            stack.push(block);
        }
    }

    /** Pushes the blocks that matter to a cell and returns a key of great score there. */
    private int select(Cell cell, int from, int to, int seed) {
        work.requireWanted();
        int reference = relevance.best(cell, stack.blocks(), from, to, seed);
        relevance.select(cell, reference, stack, from, to);
        return reference;
    }

    /** Computes the means of a cell unless it is better halved; the blocks are those selected last. */
    private boolean finish(Cell cell, int reference, int from, int to) {
        boolean smallest = isSmallest(cell, to - from);
        boolean expandable = ways == CertifiedSoftmax.Ways.EXPANSIONS
                || ways == CertifiedSoftmax.Ways.BOTH
                        && cell.receivers() >= LEAST_EXPANDED
                        && to - from >= LEAST_BLOCKS;
        if (!smallest && !expandable) {
            return false;
        }
        int begin = stack.size();
        relevance.trim(stack, from, to);
        int end = stack.size();
        if (expandable && expand(cell, reference, begin, end)) {
            return true;
        }
        if (smallest) {
            int tokens = 0;
            for (int place = cell.from(); place < cell.to(); place += PairKernel.RECEIVERS) {
                tokens += sumPairs(place, Math.min(cell.to(), place + PairKernel.RECEIVERS), reference, begin, end);
            }
            work.rowsDone(tokens);
        }
        stack.cut(begin);
        return smallest;
    }

    /** Whether a cell is not halved. */
    private boolean isSmallest(Cell cell, int blocks) {
        return cell.receivers() <= PairKernel.RECEIVERS
                || ways != CertifiedSoftmax.Ways.EXPANSIONS && cell.receivers() <= MOST_SUMMED && blocks <= FEW_BLOCKS;
    }

    /** Expands if that is possible and pays. */
    private boolean expand(Cell cell, int reference, int from, int to) {
        Optional<ExpansionChoice> choice = ExpansionChoice.of(problem, cell, stack.blocks(), from, to, ways);
        if (choice.isEmpty()) {
            return false;
        }
        KeyClusters clusters = choice.get().clusters();
        boolean[] expanded = choice.get().expanded();
        ClusteredExpansion expansion =
                new ClusteredExpansion(problem, cell, reference, clusters, expanded, kernels, scratch, repetition);
        int tasks = (cell.receivers() + RECEIVERS_A_TASK - 1) / RECEIVERS_A_TASK;
        repetition.forBlocks(tasks, task -> {
            int first = cell.from() + task * RECEIVERS_A_TASK;
            int end = Math.min(cell.to(), first + RECEIVERS_A_TASK);
            expandedSums.lend(lent -> evaluate(expansion, first, end, lent));
        });
        return true;
    }

    private void evaluate(ClusteredExpansion expansion, int from, int to, ExpandedSums lent) {
        double[][] means = new double[mean.length][TaylorKernel.RECEIVERS];
        double[] one = new double[mean.length];
        int tokens = 0;
        for (int place = from; place < to; place++) {
            int i = (place - from) % TaylorKernel.RECEIVERS;
            if (i == 0) {
                expansion.evaluate(place, to, lent, means);
            }
            for (int k = 0; k < one.length; k++) {
                one[k] = means[k][i];
            }
            tokens += set(place, one);
        }
        work.rowsDone(tokens);
    }

    /** Computes the means of a group of receivers and returns how many tokens share them. */
    private int sumPairs(int place, int placeEnd, int reference, int from, int to) {
        KeyBlocks keys = problem.keys();
        Receivers receivers = problem.receivers();
        int[] blocks = stack.blocks();
        for (int i = 0; i < PairKernel.RECEIVERS; i++) {
            receivers.query(place + i, query);
            origins[i] = keys.score(query, reference);
            if (!relevance.areWeightsModerate()) {
                origins[i] = greatestScore(query, from, to, origins[i]);
            }
        }
        Arrays.fill(sums, 0);
        for (int i = from; i < to; i += BLOCKS_AT_ONCE) {
            work.requireWanted();
            int end = Math.min(to, i + BLOCKS_AT_ONCE);
            kernels.pairs().sum(keys, blocks, i, end, receivers, place, problem.exponentScale(), origins, parts);
            for (int at = 0; at < sums.length; at++) {
                sums[at] += parts[at];
            }
        }
        int tokens = 0;
        for (int i = 0; i < placeEnd - place; i++) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] = sums[(1 + k) * PairKernel.RECEIVERS + i] / sums[i];
            }
            tokens += set(place + i, mean);
        }
        return tokens;
    }

    private double greatestScore(double[] query, int from, int to, double seed) {
        KeyBlocks keys = problem.keys();
        double greatest = seed;
        for (int i = from; i < to; i++) {
            int begin = stack.blocks()[i] * KeyBlocks.SIZE;
            for (int key = begin; key < begin + KeyBlocks.SIZE; key++) {
                double score = keys.score(query, key);
                greatest = score > greatest ? score : greatest;
            }
        }
        return greatest;
    }

    /** Sets the row of a receiver and returns how many tokens share it. */
    private int set(int place, double[] row) {
        int point = problem.receivers().point(place);
        step.setMean(point, row);
        return step.keys().weight(point);
    }
}
