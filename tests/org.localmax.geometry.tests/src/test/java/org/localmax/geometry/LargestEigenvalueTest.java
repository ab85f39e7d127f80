package org.localmax.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.localmax.dynamics.Interaction;
import org.localmax.testing.RandomCases;

class LargestEigenvalueTest {

    @Test
    void isKnownWhereTheMatrixShowsIt() {
        assertEquals(new LargestEigenvalue(1, 1), LargestEigenvalue.of(Interaction.identity(3)));
        assertEquals(new LargestEigenvalue(-2, -2), LargestEigenvalue.of(Interaction.of(new double[][] {{-2}})));
        assertThrows(
                IllegalArgumentException.class,
                () -> LargestEigenvalue.of(Interaction.of(new double[][] {{1, 2}, {0, 1}})));
    }

    /** R diag(values) R^T has these eigenvalues, whatever the rotation. */
    @Test
    void isThatOfARotatedDiagonal() {
        for (int seed = 0; seed < 40; seed++) {
            RandomCases random = new RandomCases(seed);
            int d = random.between(2, 6);
            double[][] rotation = random.rotation(d);
            double[][] m = new double[d][d];
            for (int r = 0; r < d; r++) {
                for (int c = 0; c <= r; c++) {
                    for (int k = 0; k < d; k++) {
                        m[r][c] += rotation[k][r] * (seed - 2.0 * k) * rotation[k][c];
                    }
                    m[c][r] = m[r][c];
                }
            }
            LargestEigenvalue found = LargestEigenvalue.of(Interaction.of(m));
            assertTrue(found.least() <= seed && seed <= found.greatest(), seed + ": " + found);
            assertTrue(found.greatest() - found.least() <= 1e-12 * (seed + 2 * d) * d, seed + ": " + found);
        }
    }
}
