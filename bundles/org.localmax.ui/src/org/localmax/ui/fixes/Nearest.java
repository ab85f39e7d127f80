package org.localmax.ui.fixes;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The words of a list that are most like one that is not in it. */
final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** At most three words, the likest first: the likest one, and others that are nearly as like. */
    static List<String> to(String word, Collection<String> known) {
        List<String> likest = known.stream()
                .distinct()
                .sorted(Comparator.<String>comparingInt(each -> distance(word, each))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        return likest.stream()
                .filter(each -> distance(word, each) <= distance(word, likest.getFirst()) + 1)
                .toList();
    }

    /** How many letters have to be put in, left out, exchanged or swapped with their neighbour; case counts for nothing. */
    static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : least(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int least(int[][] d, String a, String b, int i, int j) {
        int exchanged = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(exchanged, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean areSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return areSwapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
