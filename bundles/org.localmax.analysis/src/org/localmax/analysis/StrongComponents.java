package org.localmax.analysis;

import java.util.Arrays;
import org.localmax.dynamics.CancellationCheck;

/**
 * The strongly connected components of a digraph: the greatest sets in which each token reaches each other along edges. Tarjan,
 * SIAM Journal on Computing 1, 1972, without recursion: time in proportion to the number of edges.
 */
public final class StrongComponents {

    private static final int NONE = -1;

    private final NeighbourDigraph digraph;
    /** In the order of their discovery; {@link #NONE} before that. */
    private final int[] numbers;
    /** The least number that is reached from a token through edges seen so far, within its component to be. */
    private final int[] lowest;

    private final int[] labels;
    private final int[] open;
    private int openCount;
    private int discovered;
    private int count;
    private int closed;

    private StrongComponents(NeighbourDigraph digraph) {
        this.digraph = digraph;
        numbers = new int[digraph.count()];
        lowest = new int[digraph.count()];
        labels = new int[digraph.count()];
        open = new int[digraph.count()];
        Arrays.fill(numbers, NONE);
        Arrays.fill(labels, NONE);
    }

    static StrongComponents of(NeighbourDigraph digraph, CancellationCheck wanted) {
        StrongComponents components = new StrongComponents(digraph);
        if (digraph.isComplete()) { // without a look at each edge
            Arrays.fill(components.labels, 0);
            components.count = 1;
            components.closed = 1;
            return components;
        }
        int[] path = new int[digraph.count()];
        int[] edges = new int[digraph.count()];
        for (int start = 0; start < digraph.count(); start++) {
            if (components.numbers[start] == NONE) {
                components.explore(start, path, edges, wanted);
            }
        }
        components.closed = components.countClosed(wanted);
        return components;
    }

    /**
     * Walks from a token depth first.
     *
     * @param path scratch space: the tokens on the way
     * @param edges scratch space: the next neighbour to be looked at of each token on the way
     */
    private void explore(int start, int[] path, int[] edges, CancellationCheck wanted) {
        int depth = 0;
        path[0] = discover(start);
        edges[start] = 0;
        while (depth >= 0) {
            int at = path[depth];
            int next = digraph.next(at, edges[at]);
            edges[at] = next + 1;
            if (next < digraph.count()) {
                if (numbers[next] == NONE) {
                    wanted.check();
                    path[++depth] = discover(next);
                    edges[next] = 0;
                } else if (labels[next] == NONE) {
                    lowest[at] = Math.min(lowest[at], numbers[next]);
                }
            } else {
                if (lowest[at] == numbers[at]) {
                    complete(at);
                }
                depth--;
                if (depth >= 0) {
                    lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[at]);
                }
            }
        }
    }

    private int discover(int token) {
        numbers[token] = discovered;
        lowest[token] = discovered++;
        open[openCount++] = token;
        return token;
    }

    /** Takes the component of a token, the first discovered in it, off the open ones. */
    private void complete(int first) {
        int token;
        do {
            token = open[--openCount];
            labels[token] = count;
        } while (token != first);
        count++;
    }

    private int countClosed(CancellationCheck wanted) {
        boolean[] leaves = new boolean[count];
        for (int i = 0; i < labels.length; i++) {
            wanted.check();
            for (int j = digraph.next(i, 0); !leaves[labels[i]] && j < labels.length; j = digraph.next(i, j + 1)) {
                leaves[labels[i]] = labels[j] != labels[i];
            }
        }
        int staying = 0;
        for (boolean leave : leaves) {
            staying += leave ? 0 : 1;
        }
        return staying;
    }

    /** The number of components. */
    public int count() {
        return count;
    }

    /** The number of components that no edge leaves. */
    public int closed() {
        return closed;
    }

    /** The component of a token; no edge leads to a component of greater number. */
    public int label(int token) {
        return labels[token];
    }
}
