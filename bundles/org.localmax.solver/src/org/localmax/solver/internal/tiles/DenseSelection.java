package org.localmax.solver.internal.tiles;

import java.util.Arrays;
import java.util.Optional;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.Interaction;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.RowSolver;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * Selective rules from all pairs: a scan keeps the candidates of each receiver, and rows are decided on these. Receivers
 * with more neighbours than a list holds are decided on all of their scores.
 */
final class DenseSelection implements RowSolver {

    /** Receivers and keys that are looked at in advance to see whether lists are of use. */
    private static final int SAMPLED_RECEIVERS = 9;

    private static final int SAMPLED_KEYS = 1024;

    /** Points in a block at most; in low dimension, where the time goes into other things than products, twice as many. */
    private static final int BLOCK = 256;

    /** With more candidates than one in so many times the dimension of all keys, lists cost more than all scores. */
    private static final double KEYS_A_COORDINATE = 200;

    /** Room for candidates where one is expected. */
    private static final int SHORTEST_LIST = 8;

    private final boolean filtered;
    private final boolean vectors;

    /**
     * @param filtered whether single precision is tried first
     * @param vectors whether vector instructions may be used
     */
    DenseSelection(boolean filtered, boolean vectors) {
        this.filtered = filtered;
        this.vectors = vectors;
    }

    @Override
    public void solve(StepRows step, Work work) {
        TileKernel kernel = TileKernel.of(vectors);
        Keys keys = step.keys();
        int n = keys.count();
        int d = keys.dimension();
        double[] queries = Queries.of(keys.rows(), n, step.attention(), kernel, work);
        CandidateWidths widths = CandidateWidths.of(step, queries, work);
        Optional<MemberSums> sums = Optional.empty();
        if (step.attention().dynamics().rule() instanceof Localmax) {
            sums = Optional.of(new MemberSums(keys, step.attention().grid(), kernel, work));
        }
        int longest = CandidateLists.affordable(n, d);
        int[] wide = CandidateScan.range(n);
        long expected = expectedCandidates(queries, keys, widths);
        if (expected <= Math.min(longest / 2, 32 + n * (d / KEYS_A_COORDINATE))) {
            CandidateLists lists = new CandidateLists(n, SHORTEST_LIST + 2 * (int) expected, longest);
            scan(step, queries, widths, lists, kernel, work).run(work);
            decideOnCandidates(step, queries, lists, sums, work);
            wide = Arrays.stream(wide).filter(lists::isWide).toArray();
        }
        if (wide.length > 0) {
            decideOnAll(wide, step, queries, sums, kernel, work);
        }
    }

    private CandidateScan scan(
            StepRows step,
            double[] queries,
            CandidateWidths widths,
            CandidateLists lists,
            TileKernel kernel,
            Work work) {
        int n = step.keys().count();
        int d = step.keys().dimension();
        Blocks blocks = Blocks.of(n, d, d <= 32 ? 2 * BLOCK : BLOCK);
        int[] leaders = CandidateScan.leaders(step.keys());
        Interaction.Kind kind = step.attention().dynamics().interaction().kind();
        if (filtered && d <= FilterBounds.LARGEST_DIMENSION) {
            boolean symmetric = kind != Interaction.Kind.GENERAL;
            FilterBounds bounds = new FilterBounds(step, widths, symmetric);
            double[] rows = step.keys().rows();
            FloatTileKernel floats = FloatTileKernel.of(vectors);
            return new FloatScan(queries, rows, leaders, bounds, blocks, lists, symmetric, floats, work);
        }
        // <x,y> and <y,x> have the same bits, but <Ax,y> and <Ay,x> have not
        boolean symmetric = kind == Interaction.Kind.IDENTITY;
        Panels panels = Panels.of(step.keys().rows(), n, d, TileKernel.COLUMNS, work);
        return new DoubleScan(queries, panels, leaders, widths, blocks, lists, symmetric, kernel, work);
    }

    /** About how many candidates the middle one of some receivers has, by a sample of the keys. */
    private static long expectedCandidates(double[] queries, Keys keys, CandidateWidths widths) {
        int n = keys.count();
        int[] sample = sample(n, SAMPLED_KEYS);
        double[] scores = new double[sample.length];
        long[] candidates = Arrays.stream(sample(n, SAMPLED_RECEIVERS))
                .mapToLong(i -> {
                    int d = keys.dimension();
                    KeyScores.of(queries, i * d, keys.rows(), d, sample, sample.length, scores);
                    double greatest = Math.max(widths.ownScore(i), greatest(scores, scores.length));
                    return Arrays.stream(scores)
                            .filter(score -> score >= greatest - widths.of(i))
                            .count();
                })
                .sorted()
                .toArray();
        return candidates[candidates.length / 2] * n / sample.length;
    }

    /** At most so many of the numbers below n, evenly. */
    private static int[] sample(int n, int most) {
        int[] sample = new int[Math.min(n, most)];
        Arrays.setAll(sample, s -> (int) ((long) s * n / sample.length));
        return sample;
    }

    private void decideOnCandidates(
            StepRows step, double[] queries, CandidateLists lists, Optional<MemberSums> sums, Work work) {
        Keys keys = step.keys();
        int d = keys.dimension();
        work.forRanges(keys.count(), CandidateScan.TILE_ROWS, (from, to) -> {
            RowDecision decision = new RowDecision(step, queries, sums);
            int done = 0;
            for (int i = from; i < to; i++) {
                if (!lists.isWide(i)) {
                    int count = lists.prune(i);
                    double[] scores = lists.scores(i);
                    if (filtered) {
                        KeyScores.of(queries, i * d, keys.rows(), d, lists.keys(i), count, scores);
                    }
                    decision.decide(i, greatest(scores, count), lists.keys(i), scores, count);
                    done++;
                }
            }
            work.rowsDone(done);
        });
    }

    private static double greatest(double[] scores, int count) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < count; c++) {
            greatest = Math.max(greatest, scores[c]);
        }
        return greatest;
    }

    private static void decideOnAll(
            int[] receivers, StepRows step, double[] queries, Optional<MemberSums> sums, TileKernel kernel, Work work) {
        Keys keys = step.keys();
        Panels panels = Panels.of(keys.rows(), keys.count(), keys.dimension(), TileKernel.COLUMNS, work);
        new ScoreRows(queries, panels, keys.count(), kernel)
                .forEach(
                        receivers,
                        () -> {
                            RowDecision decision = new RowDecision(step, queries, sums);
                            int[] places = new int[step.keys().count()];
                            return (i, scores, at) -> {
                                decision.decide(i, scores, at, places, kernel);
                                work.rowsDone(1);
                            };
                        },
                        work);
    }
}
