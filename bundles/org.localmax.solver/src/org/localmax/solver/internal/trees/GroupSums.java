package org.localmax.solver.internal.trees;

import java.util.Arrays;
import org.localmax.solver.internal.SelectedRow;

/**
 * What the members of the rows of a {@link ReceiverGroup} add up to: tokens, fingerprints, and high and low parts of the
 * coordinates; for nodes that all rows take whole, and lane by lane for the others. All sums are exact.
 */
final class GroupSums {

    private static final int LANES = ReceiverGroup.LANES;

    private final int dimension;
    private final double[] counts = new double[LANES];
    private final long[] fingerprints = new long[LANES];
    /** Lane by lane, for each coordinate high parts and then low parts. */
    private final double[] parts;

    private long wholeCount;
    private long wholeFingerprint;
    private final double[] wholeHighs;
    private final double[] wholeLows;

    GroupSums(int dimension) {
        this.dimension = dimension;
        parts = new double[2 * dimension * LANES];
        wholeHighs = new double[dimension];
        wholeLows = new double[dimension];
    }

    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(fingerprints, 0);
        Arrays.fill(parts, 0);
        wholeCount = 0;
        wholeFingerprint = 0;
        Arrays.fill(wholeHighs, 0);
        Arrays.fill(wholeLows, 0);
    }

    /** Adds a node to all rows. */
    void addWhole(BoxTree tree, int node) {
        wholeCount += tree.weight(node);
        wholeFingerprint += tree.fingerprint(node);
        for (int k = 0; k < dimension; k++) {
            wholeHighs[k] += tree.sumOfHighs(k, node);
            wholeLows[k] += tree.sumOfLows(k, node);
        }
    }

    /** Tokens of each lane: whole numbers. */
    double[] counts() {
        return counts;
    }

    long[] fingerprints() {
        return fingerprints;
    }

    /** For each coordinate the high parts of all lanes and then the low parts of all lanes. */
    double[] parts() {
        return parts;
    }

    /** Adds all that belongs to a lane to its row. */
    void addTo(SelectedRow row, int lane) {
        row.addMembers(wholeCount + (long) counts[lane], wholeFingerprint + fingerprints[lane]);
        for (int k = 0; k < dimension; k++) {
            row.addSums(
                    k, wholeHighs[k] + parts[2 * k * LANES + lane], wholeLows[k] + parts[(2 * k + 1) * LANES + lane]);
        }
    }
}
