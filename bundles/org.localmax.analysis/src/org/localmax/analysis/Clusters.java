package org.localmax.analysis;

import java.util.Arrays;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/**
 * The clusters of a configuration: the classes of tokens joined by chains in which neighbours are at most the linkage
 * apart (single linkage). Clusters are numbered from 0 in the order of their first members. Immutable.
 */
public final class Clusters {

    /** The default linkage, in units of diam X(0). */
    public static final double RELATIVE_LINKAGE = 1e-6;

    private final int[] labels;
    /** The members of all clusters one after the other, and where each cluster starts; its end is the next start. */
    private final int[] members;

    private final int[] starts;

    private Clusters(int[] labels, int count) {
        this.labels = labels;
        starts = new int[count + 1];
        for (int label : labels) {
            starts[label + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        members = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            members[next[labels[i]]++] = i;
        }
    }

    /**
     * The clusters of tokens: what comparing all pairs gives, typically in O(n log n) times d.
     *
     * @param linkage the greatest distance of a link, in units of the coordinates; 0 joins only coincident tokens
     * @throws IllegalArgumentException if the linkage is negative or not a number
     */
    public static Clusters of(Tokens tokens, double linkage) {
        return of(tokens, linkage, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public static Clusters of(Tokens tokens, double linkage, CancellationCheck wanted) {
        if (!(linkage >= 0)) {
            throw new IllegalArgumentException("the linkage is " + linkage + "; expected a distance of at least 0");
        }
        DisjointSets parts = SingleLinkage.parts(tokens, linkage, wanted);
        int[] labels = new int[tokens.count()];
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            int least = parts.least(i);
            labels[i] = least == i ? count++ : labels[least];
        }
        return new Clusters(labels, count);
    }

    /** The number of clusters, at least 1. */
    public int count() {
        return starts.length - 1;
    }

    /** The cluster of a token. */
    public int label(int token) {
        return labels[token];
    }

    /** The cluster of each token: n numbers, a new array. */
    public int[] labels() {
        return labels.clone();
    }

    /** The number of tokens in a cluster, at least 1. */
    public int size(int cluster) {
        return starts[cluster + 1] - starts[cluster];
    }

    /** The tokens of a cluster, ascending: a new array. */
    public int[] members(int cluster) {
        return Arrays.copyOfRange(members, starts[cluster], starts[cluster + 1]);
    }

    @Override
    public String toString() {
        return count() + " clusters of " + labels.length + " tokens";
    }
}
