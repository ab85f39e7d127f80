package org.localmax.comparison;

import java.util.HashMap;
import java.util.Map;
import org.localmax.analysis.Clusters;

/**
 * How far two partitions of the same tokens agree: the Rand index, corrected for chance (Hubert and Arabie, Comparing partitions, Journal of
 * Classification 2, 1985). 1 for equal partitions, about 0 for unrelated ones, possibly negative.
 */
public final class AdjustedRandIndex {

    private AdjustedRandIndex() {}

    /** The index of two partitions of n tokens; 1 where both are all of one cluster, or both of single tokens. */
    public static double of(Clusters a, Clusters b) {
        int[] first = a.labels();
        int[] second = b.labels();
        if (first.length != second.length) {
            throw new IllegalArgumentException("the partitions have " + first.length + " and " + second.length
                    + " tokens; expected the same tokens");
        }
        Map<Long, Long> both = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            both.merge((long) first[i] << 32 | second[i], 1L, Long::sum);
        }
        double together =
                both.values().stream().mapToDouble(AdjustedRandIndex::pairs).sum();
        double inFirst = pairs(a);
        double inSecond = pairs(b);
        double all = pairs((long) first.length);
        double expected = all == 0 ? 0 : inFirst * inSecond / all;
        double most = (inFirst + inSecond) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double pairs(Clusters clusters) {
        double sum = 0;
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            sum += pairs((long) clusters.size(cluster));
        }
        return sum;
    }

    private static double pairs(long count) {
        return count * (count - 1.0) / 2;
    }
}
