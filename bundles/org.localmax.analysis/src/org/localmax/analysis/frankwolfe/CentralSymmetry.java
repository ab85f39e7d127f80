package org.localmax.analysis.frankwolfe;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.localmax.dynamics.Tokens;

/** Whether X = -X, coordinate by coordinate and as often: 0 is in conv X then. */
public final class CentralSymmetry {

    private CentralSymmetry() {}

    /** The order of coordinates from first to last is turned round by -1, which tells in O(n log n). */
    public static boolean of(Tokens tokens) {
        Comparator<Integer> order = (i, j) -> compare(tokens, i, j);
        int[] sorted = IntStream.range(0, tokens.count())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int first = 0, last = sorted.length - 1; first <= last; first++, last--) {
            for (int k = 0; k < tokens.dimension(); k++) {
                if (tokens.get(sorted[first], k) != -tokens.get(sorted[last], k)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int compare(Tokens tokens, int i, int j) {
        int order = 0;
        for (int k = 0; order == 0 && k < tokens.dimension(); k++) {
            order = Double.compare(tokens.get(i, k) + 0.0, tokens.get(j, k) + 0.0); // -0 and 0 are one coordinate
        }
        return order;
    }
}
