package org.localmax.experiments.internal.certificates;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;

/**
 * The cells of the points of X(0) under a linear oracle, over the fractions. A point v with &lt;Bv, v&gt; above &lt;Bv, w&gt; for all
 * others is a vertex of the hull and owns its cell.
 */
record ExactCells(ExactMatrix b, ExactTokens start) {

    /** Python that knows of them, given V and B. */
    static final String PYTHON = """
            def is_best(x, v):
                \"""Whether the oracle names v alone when it is asked at x.\"""
                query = apply(B, x)
                return all(y == v or dot(query, y) < dot(query, v) for y in START)


            """;

    /** Whether the point of a token owns its cell. */
    boolean isOwner(int token) {
        return isBest(token, token);
    }

    /** A token at the owner of the cell that a token is inside of. */
    OptionalInt target(int token) {
        return IntStream.range(0, start.count())
                .filter(v -> isBest(token, v) && isOwner(v))
                .findFirst();
    }

    /** Whether the oracle names the point of one token alone when it is asked at that of another. */
    private boolean isBest(int token, int v) {
        Rational[] query = b.times(start.token(token));
        Rational best = start.product(query, v);
        return IntStream.range(0, start.count())
                .allMatch(j -> start.coincide(j, v) || start.product(query, j).compareTo(best) < 0);
    }
}
