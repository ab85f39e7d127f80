package org.localmax.analysis.frankwolfe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;

/** What the theorems of arXiv 2508.09628 suppose, and the numbers in them. */
class FrankWolfeTest {

    @Test
    void symmetryOfACloudIsThatOfItsMultiplicities() {
        assertTrue(CentralSymmetry.of(Tokens.of(new double[][] {{1, 2}, {0, 0}, {-1, -2}})));
        assertTrue(CentralSymmetry.of(Tokens.of(new double[][] {{0, -1}, {-0.0, 1}})));
        assertFalse(CentralSymmetry.of(Tokens.of(new double[][] {{1, 2}, {1, 2}, {-1, -2}})));
        assertFalse(CentralSymmetry.of(Tokens.of(new double[][] {{1, 2}, {-1, 2}})));
    }

    @Test
    void sumsOfStepSizesAreToldApart() {
        assertTrue(StepSums.areInfinite(StepSize.gamma(1e-9)));
        assertTrue(StepSums.areInfinite(gamma(t -> 2.0 / (t + 2))));
        assertTrue(StepSums.areInfinite(gamma(t -> 1 / StrictMath.log(StrictMath.E + t))));
        assertTrue(StepSums.areInfinite(gamma(t -> 1 / ((t + 3) * StrictMath.log(t + 3.0)))));
        assertFalse(StepSums.areInfinite(gamma(t -> StrictMath.pow(t + 1.0, -1.1))));
        assertFalse(StepSums.areInfinite(gamma(t -> StrictMath.pow(0.99, t))), "it is 0 late");
    }

    private static StepSize gamma(Schedule schedule) {
        return new StepSize(StepSize.Form.GAMMA, schedule);
    }

    @Test
    void boundsOverTheFractionsAreThoseOfTheTheorem() {
        ExactTokens start = ExactTokens.of(new Rational[] {Rational.of(3)}, new Rational[] {Rational.of(-1)});
        ExactDecayBound line = new ExactDecayBound(ExactMatrix.identity(1), start);
        assertTrue(line.isTight());
        assertEquals(Rational.of(1, 18), line.at(575));
        assertEquals(Rational.of(9, 2), line.energy(start, 0));
        // eigenvalues 1 and 3, which no entry of the diagonal shows
        ExactMatrix m = ExactMatrix.of(
                new Rational[] {Rational.of(2), Rational.of(1)}, new Rational[] {Rational.of(1), Rational.of(2)});
        ExactTokens plane = ExactTokens.of(
                new Rational[] {Rational.ONE, Rational.ZERO}, new Rational[] {Rational.ZERO, Rational.ONE});
        ExactDecayBound turned = new ExactDecayBound(m, plane);
        assertFalse(turned.isTight());
        assertTrue(turned.eigenvalue().compareTo(Rational.of(3)) >= 0);
        assertEquals(3, turned.eigenvalue().toDouble(), 1e-11);
        assertEquals(Rational.of(2), turned.squaredDiameter());
    }

    /** Of the triangle (3,1), (3,-1), (5,0) the last vertex alone owns its cell, which is all of it. */
    @Test
    void verticesThatOwnTheirCellsAndTheRestAreTold() {
        Tokens triangle = Tokens.of(new double[][] {{3, 1}, {3, -1}, {5, 0}, {4, 0}});
        VertexCells cells = new VertexCells(Interaction.identity(2), triangle, 1e-12, CancellationCheck.NONE);
        assertArrayEquals(new int[] {2}, cells.firmOwners());
        assertArrayEquals(new int[] {0, 1}, cells.others());
        assertArrayEquals(new int[] {2, 2, 2, 2}, cells.targets());
        assertFalse(cells.areVoronoi());
        assertTrue(cells.gap() < 0);
        // |v| |w - v| / <v, v - w> = 5 sqrt 5 / 10
        assertEquals(Math.sqrt(5) / 2, cells.condition(), 1e-15);
    }

    /** A vertex that owns its cell by less than the tie tolerance is no firm owner. */
    @Test
    void ownersWithinTheTieToleranceAreNotFirm() {
        Tokens square = Tokens.of(new double[][] {{1, 0}, {1 - 0x1p-40, 1}, {-1, -1}});
        VertexCells cells = new VertexCells(Interaction.identity(2), square, 1e-12, CancellationCheck.NONE);
        assertArrayEquals(
                new int[] {1, 2}, Arrays.stream(cells.firmOwners()).sorted().toArray());
        assertArrayEquals(new int[] {0}, cells.others());
        VertexCells sharp = new VertexCells(Interaction.identity(2), square, 0, CancellationCheck.NONE);
        assertEquals(3, sharp.firmOwners().length);
    }

    @Test
    void timesOfAPlateauAreThoseOfTheFormula() {
        Tokens start = Tokens.of(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {0.125, 0.0625}});
        VertexCells cells = new VertexCells(Interaction.identity(2), start, 1e-12, CancellationCheck.NONE);
        assertEquals(1, cells.gap());
        Plateau plateau = new Plateau(cells, cells.targets(), start, 0.125);
        // |v_i - v_j| is at most 2, so that tau = 1/4; m = |(7/8, -1/16)|
        double m = Math.sqrt(49.0 / 64 + 1.0 / 256);
        long expected = (long) Math.floor(StrictMath.log(0.25 / m) / StrictMath.log(0.875));
        assertEquals(OptionalLong.of(expected), plateau.t1());
        assertEquals(0.25, plateau.tau());
        assertEquals(Math.sqrt(2) / 4, plateau.eps(), 1e-15);
        plateau.see(1, start);
        assertTrue(plateau.near().isEmpty() && plateau.t2().isEmpty());
        plateau.see(2, Tokens.of(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {0.875, 0}}));
        assertEquals(OptionalLong.of(2), plateau.near());
        plateau.see(3, Tokens.of(new double[][] {{1, 0}, {0, 0.5}, {-1, 0}, {0, -1}, {0.875, 0}}));
        assertEquals(OptionalLong.of(3), plateau.t2());
        assertEquals(1, plateau.leaver());
    }

    /**
     * The first pick of another vertex from one of a regular k-gon is geometric with p = s/(1 + s), s = sum_{j != 0} exp(-beta (1 -
     * cos(2 pi j / k))), so that the logarithm of its median grows as (1 - cos(2 pi / k)) beta.
     */
    @Test
    void sampledTokensLeaveAPolygonAfterAGeometricTime() {
        int k = 5;
        double slope = 1 - StrictMath.cos(2 * StrictMath.PI / k);
        double[] logMedians = new double[2];
        for (int round = 0; round < 2; round++) {
            double beta = 7 + 3 * round;
            double s = 0;
            for (int j = 1; j < k; j++) {
                s += StrictMath.exp(-beta * (1 - StrictMath.cos(2 * StrictMath.PI * j / k)));
            }
            double p = s / (1 + s);
            int runs = 2_000;
            long[] times = new long[runs];
            for (int seed = 0; seed < runs; seed++) {
                times[seed] = firstForeignPick(new SampledSoftmax(Schedule.constant(beta), seed), k);
            }
            double mean = Arrays.stream(times).average().orElseThrow();
            assertEquals(1 / p, mean, 5 * Math.sqrt((1 - p) / (p * p) / runs));
            Arrays.sort(times);
            logMedians[round] = StrictMath.log(times[runs / 2]);
            assertEquals(StrictMath.log(0.5) / StrictMath.log(1 - p), times[runs / 2], 1 + 0.1 / p);
        }
        assertEquals(slope, (logMedians[1] - logMedians[0]) / 3, 0.06);
    }

    /** How many draws it takes the token at the first vertex, which stays there until then. */
    private static long firstForeignPick(SampledSoftmax rule, int k) {
        for (long t = 0; ; t++) {
            double[] weights = new double[k];
            Arrays.setAll(weights, j -> StrictMath.cos(2 * StrictMath.PI * j / k));
            rule.weigh(new CustomRule.Receiver(0, t, 0.5, 1, 1), weights);
            if (weights[0] == 0) {
                return t + 1;
            }
        }
    }
}
