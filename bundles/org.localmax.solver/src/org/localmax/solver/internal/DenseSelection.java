package org.localmax.solver.internal;

import java.util.Arrays;
import org.localmax.dynamics.Interaction;

/**
 * Selective rules from all pairs: a scan keeps the candidates of each receiver, and rows are decided on these. Receivers
 * with more neighbours than a list holds are decided on all of their scores.
 */
final class DenseSelection implements RowSolver {

    /** Receivers that are looked at in advance to see whether lists are of use. */
    private static final int SAMPLES = 9;

    /** With more candidates than one in so many times the dimension of all keys, lists cost more than all scores. */
    private static final double KEYS_A_COORDINATE = 200;

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
        double[] queries = queries(step, work);
        Panels panels = Panels.of(keys.rows(), n, keys.dimension(), TileKernel.COLUMNS, work);
        MemberSums sums = new MemberSums(keys, step.attention().grid(), kernel, work);
        CandidateWidths widths = CandidateWidths.of(step, queries, work);
        ScoreRows rows = new ScoreRows(queries, panels, n, kernel);
        int longest = CandidateLists.affordable(n, keys.dimension());
        if (isWide(rows, widths, n, keys.dimension(), longest, kernel, work)) {
            decideOnAll(CandidateScan.range(n), step, rows, sums, kernel, work);
            return;
        }
        Blocks blocks = Blocks.of(n, keys.dimension());
        CandidateLists lists = new CandidateLists(n, longest);
        scan(step, queries, panels, widths, blocks, lists, kernel, work).run(work);
        decideOnCandidates(step, queries, lists, sums, work);
        int[] wide = Arrays.stream(CandidateScan.range(n)).filter(lists::isWide).toArray();
        if (wide.length > 0) {
            decideOnAll(wide, step, rows, sums, kernel, work);
        }
    }

    /** The queries of all receivers, row by row. */
    static double[] queries(StepRows step, Work work) {
        Keys keys = step.keys();
        int d = keys.dimension();
        double[] queries = new double[keys.rows().length];
        work.forRanges(keys.count(), Panels.rangeLength(d, d), (from, to) -> {
            double[] query = new double[d];
            for (int i = from; i < to; i++) {
                step.attention().query(keys.token(i), query);
                System.arraycopy(query, 0, queries, i * d, d);
            }
        });
        return queries;
    }

    private CandidateScan scan(
            StepRows step,
            double[] queries,
            Panels panels,
            CandidateWidths widths,
            Blocks blocks,
            CandidateLists lists,
            TileKernel kernel,
            Work work) {
        int[] leaders = CandidateScan.leaders(step.keys());
        Interaction.Kind kind = step.attention().dynamics().interaction().kind();
        if (filtered && step.keys().dimension() <= FilterBounds.LARGEST_DIMENSION) {
            boolean symmetric = kind != Interaction.Kind.GENERAL;
            FilterBounds bounds = new FilterBounds(step, widths, symmetric);
            double[] rows = step.keys().rows();
            FloatTileKernel floats = FloatTileKernel.of(vectors);
            return new FloatScan(queries, rows, leaders, bounds, blocks, lists, symmetric, floats, work);
        }
        // <x,y> and <y,x> have the same bits, but <Ax,y> and <Ay,x> have not
        boolean symmetric = kind == Interaction.Kind.IDENTITY;
        return new DoubleScan(queries, panels, leaders, widths, blocks, lists, symmetric, kernel, work);
    }

    /** Whether the middle one of some receivers has so many candidates that all scores are to be looked at. */
    private boolean isWide(
            ScoreRows rows,
            CandidateWidths widths,
            int n,
            int dimension,
            int longest,
            TileKernel kernel,
            Work work) {
        int[] receivers = new int[Math.min(SAMPLES, n)];
        Arrays.setAll(receivers, s -> (int) ((long) s * n / receivers.length));
        int[] candidates = new int[n];
        rows.forEach(
                receivers,
                () -> {
                    int[] places = new int[n];
                    return (i, scores, at) -> {
                        double floor = kernel.greatest(scores, at, n) - widths.of(i);
                        candidates[i] = kernel.hits(scores, at, n, floor, places);
                    };
                },
                work);
        int[] sorted = Arrays.stream(receivers).map(i -> candidates[i]).sorted().toArray();
        return sorted[sorted.length / 2] > Math.min(longest / 2, 32 + n * (dimension / KEYS_A_COORDINATE));
    }

    private void decideOnCandidates(
            StepRows step, double[] queries, CandidateLists lists, MemberSums sums, Work work) {
        Keys keys = step.keys();
        int d = keys.dimension();
        work.forRanges(keys.count(), CandidateScan.TILE_ROWS, (from, to) -> {
            RowDecision decision = new RowDecision(step, sums);
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
            int[] receivers, StepRows step, ScoreRows rows, MemberSums sums, TileKernel kernel, Work work) {
        rows.forEach(
                receivers,
                () -> {
                    RowDecision decision = new RowDecision(step, sums);
                    int[] places = new int[step.keys().count()];
                    return (i, scores, at) -> {
                        decision.decide(i, scores, at, places, kernel);
                        work.rowsDone(1);
                    };
                },
                work);
    }
}
