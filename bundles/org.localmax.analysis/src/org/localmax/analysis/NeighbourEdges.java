package org.localmax.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Step;

/** The edges of the {@link NeighbourDigraph} at some steps of a run: who attended to whom. */
public final class NeighbourEdges {

    /** The most edges of all steps together: 40 MB of memory, and some 80 MB as text. */
    public static final int MOST_EDGES = 5_000_000;

    private static final String REMEDY = "; expected at most " + MOST_EDGES
            + " of all steps together: fewer steps, as every K-th or those of a logarithmic scale, or fewer tokens";

    private final Dynamics dynamics;
    private final CancellationCheck wanted;
    private final List<OfStep> steps = new ArrayList<>();
    private final List<Long> untold = new ArrayList<>();
    private long edges;

    /** The edges of one step, tail and head by turns. */
    private record OfStep(long t, int[] ends) {}

    /**
     * No edges yet.
     *
     * @param dynamics that of the steps, by which their neighbours are found again
     * @param count n
     * @param steps how many steps will be added
     * @throws IllegalArgumentException if there are too many tokens, or certainly too many edges
     */
    public NeighbourEdges(Dynamics dynamics, int count, long steps, CancellationCheck wanted) {
        this.dynamics = dynamics;
        this.wanted = wanted;
        NeighbourDigraph.requireFew(count);
        double all = (double) count * (count - 1) * steps;
        if (dynamics.rule() instanceof Softmax && all > MOST_EDGES) {
            throw new IllegalArgumentException("everyone attends to everyone under softmax, which makes "
                    + Digits.of(all, 2) + " edges in " + steps + " steps" + REMEDY);
        }
    }

    /**
     * Adds the edges of a step.
     *
     * @throws IllegalArgumentException if there are too many now
     */
    public void add(Step step) {
        long t = step.before().t();
        Optional<NeighbourDigraph> digraph = NeighbourDigraph.of(dynamics, step, wanted);
        if (digraph.isEmpty()) {
            untold.add(t);
            return;
        }
        long more = digraph.get().edges();
        if (edges + more > MOST_EDGES) {
            throw new IllegalArgumentException(
                    "the neighbours have " + (edges + more) + " edges up to t = " + t + REMEDY);
        }
        edges += more;
        steps.add(new OfStep(t, ends(digraph.get(), (int) more)));
    }

    private static int[] ends(NeighbourDigraph digraph, int edges) {
        int[] ends = new int[2 * edges];
        int filled = 0;
        for (int i = 0; i < digraph.count(); i++) {
            for (int j = digraph.next(i, 0); j < digraph.count(); j = digraph.next(i, j + 1)) {
                if (j != i) {
                    ends[filled++] = i;
                    ends[filled++] = j;
                }
            }
        }
        return ends;
    }

    /** How many edges there are at all steps together. */
    public long count() {
        return edges;
    }

    /** The steps whose edges are told, ascending. */
    public long[] steps() {
        return steps.stream().mapToLong(OfStep::t).toArray();
    }

    /** The steps whose edges are not told, as of a run over fractions where doubles find other neighbours than it decided for. */
    public long[] untold() {
        return untold.stream().mapToLong(t -> t).toArray();
    }

    /**
     * Token i attends to token j other than itself in the step from t.
     *
     * @param t the step
     * @param i the receiver
     * @param j its neighbour
     */
    public record Edge(long t, int i, int j) {}

    /** All edges, by step, receiver and neighbour. */
    public Stream<Edge> edges() {
        return steps.stream()
                .flatMap(step -> IntStream.range(0, step.ends().length / 2)
                        .mapToObj(e -> new Edge(step.t(), step.ends()[2 * e], step.ends()[2 * e + 1])));
    }
}
