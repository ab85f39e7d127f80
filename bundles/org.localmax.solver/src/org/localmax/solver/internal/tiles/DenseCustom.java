package org.localmax.solver.internal.tiles;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.internal.RowSolver;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/** A custom rule on all scores of a token, a few tokens at a time. Tokens are not merged: a rule may look at their index. */
final class DenseCustom implements RowSolver {

    private final boolean vectors;

    /** @param vectors whether vector instructions may be used */
    DenseCustom(boolean vectors) {
        this.vectors = vectors;
    }

    @Override
    public void solve(StepRows step, Work work) {
        Attention attention = step.attention();
        Tokens tokens = attention.state().tokens();
        int n = tokens.count();
        int d = tokens.dimension();
        TileKernel kernel = TileKernel.of(vectors);
        double[] queries = Queries.of(tokens.rows(), n, attention, kernel, work);
        Panels keys = Panels.of(tokens.rows(), n, d, TileKernel.COLUMNS, work);
        new ScoreRows(queries, keys, n, kernel)
                .forEach(CandidateScan.range(n), () -> reader(step, queries, work), work);
    }

    private static ScoreRows.Reader reader(StepRows step, double[] queries, Work work) {
        Attention attention = step.attention();
        CustomRule rule = (CustomRule) attention.dynamics().rule();
        double[] query = new double[attention.state().tokens().dimension()];
        double[] weights = new double[attention.state().tokens().count()];
        return (i, scores, at) -> {
            System.arraycopy(queries, i * query.length, query, 0, query.length);
            System.arraycopy(scores, at, weights, 0, weights.length);
            rule.weigh(attention.receiver(i, query), weights);
            step.set(attention.weighted(i, weights, false));
            work.rowsDone(1);
        };
    }
}
