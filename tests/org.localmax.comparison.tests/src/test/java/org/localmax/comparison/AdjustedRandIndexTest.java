package org.localmax.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.localmax.analysis.Clusters;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

class AdjustedRandIndexTest {

    /** Tokens on the line at the numbers of their clusters. */
    private static Clusters partition(int... clusters) {
        double[] places = new double[clusters.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = clusters[i];
        }
        return Clusters.of(Tokens.ofRows(clusters.length, 1, places), 0.5);
    }

    @Test
    void namesOfClustersDoNotMatter() {
        assertEquals(1, AdjustedRandIndex.of(partition(0, 0, 1, 1, 2), partition(5, 5, 3, 3, 0)));
    }

    /** By hand: 1 pair together in both, 2 and 1 in each, of 6: (1 - 1/3) / (3/2 - 1/3) = 4/7. */
    @Test
    void aClusterThatFallsApartCosts() {
        assertEquals(4.0 / 7, AdjustedRandIndex.of(partition(0, 0, 1, 1), partition(0, 0, 1, 2)), 1e-15);
    }

    /** By hand: no pair together in both, 2 in each, of 6: (0 - 2/3) / (2 - 2/3) = -1/2. */
    @Test
    void crossedPartitionsAgreeLessThanByChance() {
        assertEquals(-0.5, AdjustedRandIndex.of(partition(0, 0, 1, 1), partition(0, 1, 0, 1)), 1e-15);
    }

    @Test
    void oneClusterAndSingleTokensHaveNothingInCommon() {
        assertEquals(0, AdjustedRandIndex.of(partition(0, 0, 0, 0), partition(0, 1, 2, 3)));
    }

    @Test
    void partitionsWithoutChoiceAgree() {
        assertEquals(1, AdjustedRandIndex.of(partition(0, 0, 0), partition(7, 7, 7)));
        assertEquals(1, AdjustedRandIndex.of(partition(0, 1, 2), partition(2, 1, 0)));
        assertEquals(1, AdjustedRandIndex.of(partition(0), partition(3)));
    }

    @Test
    void itIsWhatPairsOfTokensSay() {
        RandomCases random = new RandomCases(1);
        for (int round = 0; round < 200; round++) {
            int n = random.between(2, 40);
            int[] first = new int[n];
            int[] second = new int[n];
            for (int i = 0; i < n; i++) {
                first[i] = random.between(0, 4);
                second[i] = round % 2 == 0 ? random.between(0, 6) : first[i] / random.between(1, 2);
            }
            Clusters a = partition(first);
            Clusters b = partition(second);
            assertEquals(byPairs(first, second), AdjustedRandIndex.of(a, b), 1e-12);
            assertEquals(AdjustedRandIndex.of(a, b), AdjustedRandIndex.of(b, a), 0);
        }
    }

    private static double byPairs(int[] first, int[] second) {
        double both = 0;
        double inFirst = 0;
        double inSecond = 0;
        double neither = 0;
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                boolean one = first[i] == first[j];
                boolean other = second[i] == second[j];
                both += one && other ? 1 : 0;
                inFirst += one && !other ? 1 : 0;
                inSecond += !one && other ? 1 : 0;
                neither += !one && !other ? 1 : 0;
            }
        }
        double scale = (both + inFirst) * (inFirst + neither) + (both + inSecond) * (inSecond + neither);
        return scale == 0 ? 1 : 2 * (both * neither - inFirst * inSecond) / scale;
    }

    @Test
    void otherTokensAreRefused() {
        Clusters three = partition(0, 1, 2);
        Clusters two = partition(0, 1);
        assertThrows(IllegalArgumentException.class, () -> AdjustedRandIndex.of(three, two));
    }
}
