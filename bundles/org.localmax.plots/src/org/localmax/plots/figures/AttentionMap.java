package org.localmax.plots.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Row;
import org.localmax.plots.Axis;
import org.localmax.plots.ColourScale;
import org.localmax.plots.Interval;
import org.localmax.plots.Panel;
import org.localmax.plots.Tiles;

/** The weights of receivers (rows, the first one above) for tokens (columns) at a step, in the order of their clusters. */
public final class AttentionMap {

    /** More tokens than this are thinned out. */
    public static final int MOST_TOKENS = 200;

    private AttentionMap() {}

    /** The tokens that are shown, by cluster and then by number; evenly thinned out where there are too many. */
    public static int[] shown(int[] clusters) {
        int[] ordered = IntStream.range(0, clusters.length)
                .boxed()
                .sorted((i, j) -> clusters[i] != clusters[j] ? Integer.compare(clusters[i], clusters[j]) : i - j)
                .mapToInt(Integer::intValue)
                .toArray();
        int count = Math.min(MOST_TOKENS, ordered.length);
        return IntStream.range(0, count)
                .map(k -> ordered[(int) ((long) k * ordered.length / count)])
                .toArray();
    }

    /**
     * The map of some tokens.
     *
     * @param tokens their numbers in the order in which they are shown
     */
    public static Panel of(Attention attention, int[] tokens) {
        int count = tokens.length;
        int[] places = new int[attention.state().tokens().count()];
        Arrays.fill(places, -1);
        for (int k = 0; k < count; k++) {
            places[tokens[k]] = k;
        }
        double[][] weights = new double[count][count];
        double least = 0;
        double greatest = 0;
        for (int k = 0; k < count; k++) {
            Row row = attention.row(tokens[k]);
            double[] above = weights[count - 1 - k];
            for (int m = 0; m < row.neighbours().length; m++) {
                int place = places[row.neighbours()[m]];
                if (place >= 0) {
                    above[place] = row.weights()[m];
                    least = Math.min(least, above[place]);
                    greatest = Math.max(greatest, above[place]);
                }
            }
        }
        double[] edges = IntStream.rangeClosed(0, count).asDoubleStream().toArray();
        Interval all = new Interval(0, count);
        ColourScale colours = new ColourScale("weight", least, Math.max(greatest, Double.MIN_NORMAL), false);
        Axis attended = new Axis("token attended to, by cluster", Axis.Kind.HIDDEN, Optional.of(all));
        Axis receivers = new Axis("token that attends", Axis.Kind.HIDDEN, Optional.of(all));
        return new Panel("", attended, receivers, true, List.of(Tiles.grid(edges, edges, weights, colours)));
    }
}
