package org.localmax.dynamics.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Rational;

class ExactMatrixTest {

    private static ExactMatrix matrix(String rows) {
        return ExactMatrix.of(Arrays.stream(rows.split(";"))
                .map(row -> Arrays.stream(row.strip().split(" "))
                        .map(Rational::parse)
                        .toArray(Rational[]::new))
                .toArray(Rational[][]::new));
    }

    /** On the edge, too, where rounding cannot tell. */
    @Test
    void semidefiniteMatricesAreToldFromOthers() {
        assertTrue(matrix("1/3 1/3; 1/3 1/3").isPositiveSemidefinite());
        assertFalse(matrix("1/3 1/3; 1/3 333333333333333333333/1000000000000000000000")
                .isPositiveSemidefinite());
        assertTrue(matrix("0 0 0; 0 2 -1; 0 -1 1/2").isPositiveSemidefinite());
        assertFalse(matrix("0 1; 1 5").isPositiveSemidefinite());
        assertFalse(matrix("1 0; 0 -1/1000").isPositiveSemidefinite());
        assertFalse(matrix("2 1; 0 2").isPositiveSemidefinite(), "not symmetric");
        assertTrue(matrix("2 -1 0; -1 2 -1; 0 -1 2").isPositiveSemidefinite());
        assertFalse(matrix("2 -3/2 0; -3/2 2 -3/2; 0 -3/2 2").isPositiveSemidefinite());
    }

    @Test
    void matricesAreSubtractedFromMultiplesOfTheIdentity() {
        ExactMatrix m = matrix("1 1/2; 1/2 3");
        assertEquals(matrix("1/2 -1/2; -1/2 -3/2"), m.subtractedFrom(Rational.parse("3/2")));
        assertEquals(matrix("1 1/2; 1/2 3"), m, "the matrix itself stays");
        Interaction negated = m.rounded().negated();
        assertEquals(Interaction.of(new double[][] {{-1, -0.5}, {-0.5, -3}}), negated);
        assertEquals(-1, Interaction.identity(2).negated().get(1, 1));
    }
}
