package org.localmax.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Row;
import org.localmax.dynamics.Step;

/**
 * Who attends to whom in one state: an edge from each token to each of its neighbours other than itself. Rows are found as in the
 * definition of the step, O(n^2 d), and kept as bits, those of tokens with the same neighbours once: at most {@link #bytes} of
 * memory.
 */
public final class NeighbourDigraph {

    /** The most tokens: a few seconds of one processor in the plane, and 12.5 MB at most. */
    public static final int MOST_TOKENS = 10_000;

    private final long[][] rows;
    private final CancellationCheck wanted;

    private NeighbourDigraph(int count, CancellationCheck wanted) {
        requireFew(count);
        rows = new long[count][];
        this.wanted = wanted;
    }

    static void requireFew(int count) {
        if (count > MOST_TOKENS) {
            throw new IllegalArgumentException(
                    "a digraph of " + count + " tokens compares all pairs; expected at most " + MOST_TOKENS);
        }
    }

    /** The memory that a digraph takes at most. */
    public static long bytes(int count) {
        return (long) count * words(count) * Long.BYTES;
    }

    private static int words(int count) {
        return Math.ceilDiv(count, Long.SIZE);
    }

    /**
     * The digraph of an attention.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST_TOKENS} tokens
     */
    public static NeighbourDigraph of(Attention attention, CancellationCheck wanted) {
        NeighbourDigraph digraph =
                new NeighbourDigraph(attention.state().tokens().count(), wanted);
        Map<Long, long[]> known = new HashMap<>();
        for (int i = 0; i < digraph.rows.length; i++) {
            wanted.check();
            Row row = attention.row(i);
            digraph.rows[i] = known.computeIfAbsent(row.fingerprint(), _ -> digraph.bits(row));
        }
        return digraph;
    }

    /**
     * The digraph of a step that decided its neighbour sets; each set is found once.
     *
     * @param attention that of the state before the step
     * @return empty if a set is another than that of the step, as may be where the step rounds less than the attention
     */
    public static Optional<NeighbourDigraph> of(Attention attention, Step step, CancellationCheck wanted) {
        NeighbourDigraph digraph = new NeighbourDigraph(step.counts().length, wanted);
        Map<Long, long[]> known = new HashMap<>();
        for (int i = 0; i < digraph.rows.length; i++) {
            wanted.check();
            long set = step.fingerprints()[i];
            if (!known.containsKey(set)) {
                Row row = attention.row(i);
                if (row.fingerprint() != set) {
                    return Optional.empty();
                }
                known.put(set, digraph.bits(row));
            }
            digraph.rows[i] = known.get(set);
        }
        return Optional.of(digraph);
    }

    /**
     * The digraph of a step, found again from its dynamics.
     *
     * @return empty if the step has decided otherwise than doubles do now, as may be over fractions
     */
    static Optional<NeighbourDigraph> of(Dynamics dynamics, Step step, CancellationCheck wanted) {
        if (dynamics.rule() instanceof Softmax) {
            return Optional.of(complete(step.counts().length, wanted));
        }
        Attention attention = dynamics.attention(step.before());
        boolean isDecided = !Double.isNaN(step.smallestMargin());
        return isDecided ? of(attention, step, wanted) : Optional.of(of(attention, wanted));
    }

    /** The digraph in which everyone attends to everyone, as under softmax. */
    static NeighbourDigraph complete(int count, CancellationCheck wanted) {
        NeighbourDigraph digraph = new NeighbourDigraph(count, wanted);
        long[] everyone = new long[words(count)];
        for (int j = 0; j < count; j++) {
            everyone[j / Long.SIZE] |= 1L << j;
        }
        Arrays.fill(digraph.rows, everyone);
        return digraph;
    }

    /** Whether each token attends to all others. */
    boolean isComplete() {
        for (int i = 0; i < rows.length; i++) {
            if (edges(i) < rows.length - 1) {
                return false;
            }
        }
        return true;
    }

    /** The number of its edges. */
    public long edges() {
        long edges = 0;
        for (int i = 0; i < rows.length; i++) {
            edges += edges(i);
        }
        return edges;
    }

    private int edges(int i) {
        int edges = hasLoop(i) ? -1 : 0;
        for (long word : rows[i]) {
            edges += Long.bitCount(word);
        }
        return edges;
    }

    private boolean hasLoop(int i) {
        return (rows[i][i / Long.SIZE] >>> i & 1) != 0;
    }

    private long[] bits(Row row) {
        long[] bits = new long[words(rows.length)];
        for (int j : row.neighbours()) {
            bits[j / Long.SIZE] |= 1L << j;
        }
        return bits;
    }

    /** Whether token i attends to token j. */
    public boolean hasEdge(int i, int j) {
        return i != j && (rows[i][j / Long.SIZE] >>> j & 1) != 0;
    }

    /** The number of tokens. */
    int count() {
        return rows.length;
    }

    /** The first token of at least so much that token i attends to, itself included; n if there is none. */
    int next(int i, int from) {
        long[] bits = rows[i];
        int word = from / Long.SIZE;
        if (word >= bits.length) {
            return rows.length;
        }
        long rest = bits[word] & -1L << from;
        while (rest == 0) {
            if (++word == bits.length) {
                return rows.length;
            }
            rest = bits[word];
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(rest);
    }

    /** The share of the edges whose reverse is an edge, too; NaN if there are none. */
    public double reciprocity() {
        if (rows.length > 1 && isComplete()) {
            return 1; // without a look at each edge
        }
        long edges = 0;
        long mutual = 0;
        for (int i = 0; i < rows.length; i++) {
            wanted.check();
            for (int j = next(i, 0); j < rows.length; j = next(i, j + 1)) {
                if (j != i) {
                    edges++;
                    mutual += hasEdge(j, i) ? 1 : 0;
                }
            }
        }
        return (double) mutual / edges;
    }

    /** Its strongly connected components. */
    public StrongComponents strongComponents() {
        return StrongComponents.of(this, wanted);
    }
}
