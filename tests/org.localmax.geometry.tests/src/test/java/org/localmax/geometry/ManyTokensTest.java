package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.testing.RandomCases;

/** What leaves out tokens or sorts in parts finds what looking at all of them at once does. */
class ManyTokensTest {

    private final RandomCases random = new RandomCases(51);

    @Test
    void theHullOfTokensOutsideTheOctagonIsThatOfAll() {
        for (Tokens tokens : new Tokens[] {
            random.gaussian(5000, 2),
            random.lattice(5000, 2, 3),
            random.lattice(300, 2, 1),
            Tokens.of(new double[] {1, 1}),
            Tokens.of(new double[] {1, 1}, new double[] {1, 1}, new double[] {2, 3}, new double[] {1.5, 2}),
            Tokens.of(new double[] {1e-300, 0}, new double[] {0, 1e-300}, new double[] {3e-301, 3e-301}, new double[2]),
            Tokens.of(new double[] {0, 0}, new double[] {4, 0}, new double[] {4, 4}, new double[] {0, 4}, new double[] {
                2, 2
            })
        }) {
            int[] vertices = PlanarHull.of(tokens).vertices();
            int[] outside = InnerOctagon.outside(tokens, CancellationCheck.NONE);
            double[][] kept = Arrays.stream(outside).mapToObj(tokens::token).toArray(double[][]::new);
            int[] ofKept = PlanarHull.of(Tokens.of(kept)).vertices();
            assertArrayEquals(
                    vertices, Arrays.stream(ofKept).map(v -> outside[v]).toArray(), tokens.toString());
            for (int i = 0; i < tokens.count(); i++) {
                if (Arrays.binarySearch(outside, i) < 0) {
                    assertInside(tokens, vertices, i);
                }
            }
        }
    }

    private static void assertInside(Tokens x, int[] vertices, int i) {
        for (int v = 0; v < vertices.length; v++) {
            int a = vertices[v];
            int b = vertices[(v + 1) % vertices.length];
            double turn = (x.get(b, 0) - x.get(a, 0)) * (x.get(i, 1) - x.get(a, 1))
                    - (x.get(b, 1) - x.get(a, 1)) * (x.get(i, 0) - x.get(a, 0));
            assertEquals(1, Math.signum(turn), "token " + i + " of " + x);
        }
    }

    @Test
    void sortingInPartsSorts() {
        for (int n : new int[] {1, 2, 65_535, 65_536, 65_537, 200_000, 262_144, 300_001}) {
            double[] values = random.gaussian(n, 1).rows().clone();
            double[] expected = values.clone();
            Arrays.sort(expected);
            SortedValues.sort(values, CancellationCheck.NONE);
            assertArrayEquals(expected, values);
        }
    }

    @Test
    void theDiameterByBoxesIsThatOfAllPairs() {
        for (int d = 3; d <= 6; d++) {
            for (Tokens tokens : new Tokens[] {
                random.gaussian(700, d), random.lattice(700, d, 2), random.lattice(40, d, 1), twoHeaps(d)
            }) {
                double expected = 0;
                for (int i = 0; i < tokens.count(); i++) {
                    for (int j = 0; j < i; j++) {
                        expected = Math.max(expected, Vectors.distance(tokens.rows(), i * d, tokens.rows(), j * d, d));
                    }
                }
                assertEquals(expected, FarthestTokens.distance(tokens, 0, CancellationCheck.NONE));
                assertEquals(expected, Diameter.of(tokens));
            }
        }
    }

    private Tokens twoHeaps(int d) {
        double[] rows = random.gaussian(600, d).rows().clone();
        for (int at = 0; at < rows.length; at++) {
            rows[at] = 1e-9 * rows[at] + at / d % 2;
        }
        return Tokens.ofRows(600, d, rows);
    }
}
