package org.localmax.solver.internal.tiles;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.Interaction;
import org.localmax.solver.internal.Work;

/** The queries of many receivers at once, row by row: the bits of {@link Attention#query}. */
final class Queries {

    private static final int COORDINATES_A_BLOCK = 1 << 18;

    private Queries() {}

    /**
     * The queries of tokens; to be read only, as they may be the rows themselves.
     *
     * @param rows the tokens' coordinates, row by row
     */
    static double[] of(double[] rows, int count, Attention attention, TileKernel kernel, Work work) {
        Interaction interaction = attention.dynamics().interaction();
        double[] queries = interaction.kind() == Interaction.Kind.IDENTITY
                ? rows
                : products(rows, count, interaction, kernel, work);
        boolean minimises = attention.dynamics().rule() instanceof FrankWolfe oracle && oracle.sense() == Sense.MIN;
        return minimises ? negatives(queries, work) : queries;
    }

    /** All with the other sign. */
    static double[] negatives(double[] queries, Work work) {
        double[] negatives = new double[queries.length];
        work.forRanges(queries.length, COORDINATES_A_BLOCK, (from, to) -> {
            for (int k = from; k < to; k++) {
                negatives[k] = -queries[k];
            }
        });
        return negatives;
    }

    /** A x, coordinate r of which is the inner product of row r of A with x: in tiles of tokens down and rows of A across. */
    private static double[] products(double[] rows, int count, Interaction interaction, TileKernel kernel, Work work) {
        int d = interaction.dimension();
        double[] matrix = new double[d * d];
        for (int entry = 0; entry < matrix.length; entry++) {
            matrix[entry] = interaction.get(entry / d, entry % d);
        }
        Panels ofMatrix = Panels.of(matrix, d, d, TileKernel.COLUMNS, work);
        Panels ofTokens = Panels.of(rows, count, d, TileKernel.ROWS, work);
        int across = (d + TileKernel.COLUMNS - 1) / TileKernel.COLUMNS;
        int stride = across * TileKernel.COLUMNS;
        double[] queries = new double[rows.length];
        work.forRanges(count, TileKernel.ROWS, (from, to) -> {
            double[] tile = new double[TileKernel.ROWS * stride];
            kernel.scores(ofTokens.values(), ofTokens.at(from), 1, ofMatrix.values(), 0, across, d, tile, 0, stride);
            for (int i = from; i < to; i++) {
                System.arraycopy(tile, (i - from) * stride, queries, i * d, d);
            }
        });
        return queries;
    }
}
