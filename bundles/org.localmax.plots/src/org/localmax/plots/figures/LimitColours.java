package org.localmax.plots.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.localmax.analysis.Clusters;
import org.localmax.plots.Palette;

/** The categories by which tokens are coloured that go to the same limit. */
public final class LimitColours {

    /** The grey one, for all limits that have no colour of their own. */
    private static final int OTHERS = 6;

    private LimitColours() {}

    /** A category for each token: its limit, or, where there are too many to be told apart, one of the largest or the grey of all others. */
    public static int[] of(Clusters clusters) {
        int[] labels = clusters.labels();
        if (isAll(clusters)) {
            return labels;
        }
        int[] categories = new int[clusters.count()];
        Arrays.fill(categories, OTHERS);
        int[] largest = IntStream.range(0, clusters.count())
                .boxed()
                .sorted(Comparator.comparingInt((Integer cluster) -> -clusters.size(cluster)))
                .limit(Palette.categories() - 1L)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; rank < largest.length; rank++) {
            categories[largest[rank]] = rank < OTHERS ? rank : rank + 1;
        }
        return IntStream.of(labels).map(label -> categories[label]).toArray();
    }

    /** Whether every limit has a colour of its own. */
    public static boolean isAll(Clusters clusters) {
        return clusters.count() <= Palette.categories();
    }

    /** What a caption has to say of the colours; empty if every limit has its own. */
    public static String remark(Clusters clusters) {
        return isAll(clusters)
                ? ""
                : "The " + (Palette.categories() - 1) + " largest of " + clusters.count()
                        + " limits have colours; tokens of the others are grey.";
    }
}
