package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.testing.RandomCases;

/** Decisions that rounding could turn are counted, and told apart by whether they matter (definition in {@link Row}). */
class AmbiguousDecisionsTest {

    private static final Tokens SQUARE_AND_MIDPOINT =
            Tokens.of(new double[][] {{1, 1}, {1, -1}, {-1, -1}, {-1, 1}, {0.5, 0}});

    private static Dynamics dynamics(AttentionRule rule, double tolerance) {
        return new Dynamics(rule, Interaction.identity(2), StepSize.alpha(1), new TiePolicy(tolerance));
    }

    private static Row row(AttentionRule rule, double tolerance, Tokens tokens, int i) {
        return dynamics(rule, tolerance).attention(State.initial(tokens)).row(i);
    }

    @Test
    void anExactTieIsOneConsequentialDecision() {
        Row midpoint = row(new Hardmax(Multiplicity.COUNTED), 1e-12, SQUARE_AND_MIDPOINT, 4);
        assertArrayEquals(new int[] {0, 1}, midpoint.neighbours());
        assertEquals(1, midpoint.ambiguous(), "one of the two maximisers is chosen, the other is decided about");
        assertEquals(1, midpoint.consequential());
        assertEquals(0, midpoint.margin());
    }

    @Test
    void aClearMaximiserLeavesNothingAmbiguous() {
        Row corner = row(new Hardmax(Multiplicity.COUNTED), 1e-12, SQUARE_AND_MIDPOINT, 0);
        assertArrayEquals(new int[] {0}, corner.neighbours());
        assertEquals(0, corner.ambiguous());
        assertEquals(1.5, corner.margin(), 1e-15, "g_00 = 2 against g_04 = 1/2, and 0 for the other corners");
    }

    @Test
    void withTheDefaultToleranceRotationsKeepTheTieAndWithoutTheyLoseIt() {
        RandomCases random = new RandomCases(1);
        int kept = 0;
        int keptWithout = 0;
        for (int trial = 0; trial < 200; trial++) {
            Tokens rotated = rotate(random.rotation(2), SQUARE_AND_MIDPOINT);
            Row row = row(new Hardmax(Multiplicity.COUNTED), 1e-12, rotated, 4);
            kept += row.neighbours().length == 2 ? 1 : 0;
            assertEquals(1, row.consequential(), "the tie is counted whichever way it is decided");
            Row without = row(new Hardmax(Multiplicity.COUNTED), 0, rotated, 4);
            keptWithout += without.neighbours().length == 2 ? 1 : 0;
            assertEquals(1, without.consequential(), "rounding alone makes the decision ambiguous");
        }
        assertEquals(200, kept);
        assertTrue(keptWithout < 200, "rounding decides some rotations when nothing is tolerated");
    }

    /** The midpoint is to go halfway between two corners; along a run rounding sends it to one of them sooner or later. */
    @Test
    void withoutAToleranceHardlyARotationEndsThere() {
        RandomCases random = new RandomCases(1);
        int kept = 0;
        int keptWithout = 0;
        for (int trial = 0; trial < 200; trial++) {
            Tokens rotated = rotate(random.rotation(2), SQUARE_AND_MIDPOINT);
            kept += endsBetween(rotated, 1e-12) ? 1 : 0;
            keptWithout += endsBetween(rotated, 0) ? 1 : 0;
        }
        assertEquals(200, kept);
        assertTrue(keptWithout <= 10, keptWithout + " of 200 come to the answer by luck");
    }

    private static boolean endsBetween(Tokens start, double tolerance) {
        Dynamics dynamics = dynamics(new Hardmax(Multiplicity.COUNTED), tolerance);
        State state = State.initial(start);
        for (int t = 0; t < 60; t++) {
            state = dynamics.step(state).after();
        }
        double[] between = WeightedMean.of(start, new int[] {0, 1});
        return Vectors.distance(state.tokens().token(4), 0, between, 0, 2) < 1e-9;
    }

    private static Tokens rotate(double[][] rotation, Tokens tokens) {
        double[][] rotated = new double[tokens.count()][rotation.length];
        for (int i = 0; i < rotated.length; i++) {
            for (int r = 0; r < rotation.length; r++) {
                rotated[i][r] = Vectors.dot(rotation[r], 0, tokens.token(i), 0, rotation.length);
            }
        }
        return Tokens.of(rotated);
    }

    @Test
    void tokensIdenticalToTheMaximiserAreNotAmbiguous() {
        Tokens twins = Tokens.of(new double[][] {{2, 1}, {2, 1}, {-1, 0}});
        Row row = row(new Hardmax(Multiplicity.COUNTED), 1e-12, twins, 0);
        assertArrayEquals(new int[] {0, 1}, row.neighbours());
        assertEquals(0, row.ambiguous());
        assertEquals(7, row.margin(), 1e-14);
    }

    @Test
    void aTieAmongTokensThatHardlyDifferIsHarmless() {
        double near = Math.nextUp(1.0);
        Tokens cluster = Tokens.of(new double[][] {{1, 0}, {near, 0}, {-1, 0}});
        Row row = row(new Hardmax(Multiplicity.COUNTED), 1e-12, cluster, 0);
        assertEquals(1, row.ambiguous());
        assertEquals(0, row.consequential());
        assertTrue(row.errorGrowth() >= near - 1, "what the decision may move is added to the state's error");
    }

    @Test
    void theClosedStripIncludesItsEdgeAndCountsIt() {
        Tokens edge = Tokens.of(new double[][] {{3, 4}, {4, 2}, {0, 4.99975}, {-1, -1}});
        Row row = row(new Localmax(Schedule.constant(1), Scale.NORMALIZED), 1e-12, edge, 0);
        assertArrayEquals(new int[] {0, 1}, row.neighbours());
        assertEquals(1, row.consequential());
    }

    @Test
    void theStatesErrorWidensTheBand() {
        Tokens close = Tokens.of(new double[][] {{1, 1}, {1, -1.000001}, {0.5, 0}});
        Dynamics hardmax = dynamics(new Hardmax(Multiplicity.COUNTED), 1e-12);
        // the scores of token 2 are 1/2 and 1/2: a tie; those of a token slightly off are apart by 1e-6
        Tokens apart = Tokens.of(new double[][] {{1, 1}, {1, -1}, {0.5, 1e-6}});
        assertEquals(1, hardmax.attention(State.initial(close)).row(2).ambiguous());
        assertEquals(0, hardmax.attention(State.initial(apart)).row(2).ambiguous());
        assertEquals(1, hardmax.attention(new State(7, apart, 1e-5)).row(2).ambiguous());
    }

    @Test
    void rulesThatDecideNothingHaveNoMargin() {
        Row row = row(new Softmax(Schedule.constant(1)), 1e-12, SQUARE_AND_MIDPOINT, 4);
        assertTrue(Double.isNaN(row.margin()));
        assertEquals(0, row.ambiguous());
        Row all = row(
                new Localmax(Schedule.constant(Double.POSITIVE_INFINITY), Scale.NORMALIZED),
                1e-12,
                SQUARE_AND_MIDPOINT,
                4);
        assertEquals(5, all.neighbours().length);
        assertEquals(Double.POSITIVE_INFINITY, all.margin());
    }

    @Test
    void theFirstOfTiedOraclePointsIsTaken() {
        Row first = row(new FrankWolfe(Sense.MAX, Ties.FIRST), 1e-12, SQUARE_AND_MIDPOINT, 4);
        assertArrayEquals(new double[] {1, 1}, first.mean());
        assertEquals(1, first.consequential());
        Row mean = row(new FrankWolfe(Sense.MAX, Ties.MEAN), 1e-12, SQUARE_AND_MIDPOINT, 4);
        assertArrayEquals(new double[] {1, 0}, mean.mean());
        Row least = row(new FrankWolfe(Sense.MIN, Ties.MEAN), 1e-12, SQUARE_AND_MIDPOINT, 4);
        assertArrayEquals(new double[] {-1, 0}, least.mean());
    }

    @Test
    void aPointOfSeveralTokensCountsOnceOrEach() {
        Tokens twins = Tokens.of(new double[][] {{1, 1}, {1, 1}, {1, -2}, {0.5, 0}});
        Row counted = row(new Hardmax(Multiplicity.COUNTED), 1e-12, twins, 3);
        assertArrayEquals(new double[] {1, 0}, counted.mean());
        Row points = row(new Hardmax(Multiplicity.POINT_SET), 1e-12, twins, 3);
        assertArrayEquals(new double[] {1, -0.5}, points.mean());
        assertArrayEquals(new int[] {0, 2}, points.neighbours());
    }

    @Test
    void theOracleThatTakesTheFirstOfTwoIsConsequentialWhicheverItTakes() {
        // the second corner scores higher by a rounding, the first one is taken
        Tokens tokens = Tokens.of(new double[][] {{1, -1}, {Math.nextUp(1.0), 1}, {0.5, 0}});
        Row row = row(new FrankWolfe(Sense.MAX, Ties.FIRST), 1e-12, tokens, 2);
        assertArrayEquals(new int[] {0}, row.neighbours());
        assertEquals(1, row.ambiguous());
        assertEquals(1, row.consequential(), "the other corner is at distance 2");
    }

    @Test
    void copiesOfTheMaximiserDoNotMakeARivalHarmless() {
        double[][] points = new double[3001][];
        java.util.Arrays.fill(points, new double[] {1, 0});
        points[3000] = new double[] {1, 1e-9};
        Row row = row(new Hardmax(Multiplicity.COUNTED), 1e-12, Tokens.of(points), 0);
        assertEquals(1, row.ambiguous());
        assertEquals(1, row.consequential(), "the rival alone may be the exact maximiser, 1e-9 away");
    }

    @Test
    void scoresThatUnderflowAreConsequentialDecisions() {
        for (double scale : new double[] {1e-162, 1e-170, 1e-300}) {
            Tokens tokens = Tokens.of(new double[][] {{scale}, {2 * scale}, {3 * scale}});
            Dynamics hardmax = new Dynamics(
                    new Hardmax(Multiplicity.COUNTED), Interaction.identity(1), StepSize.alpha(1), TiePolicy.DEFAULT);
            Row row = hardmax.attention(State.initial(tokens)).row(0);
            assertEquals(2, row.consequential(), "at scale " + scale);
            Step step = hardmax.step(State.initial(tokens));
            assertTrue(step.residual() > 0, "tokens at scale " + scale + " move");
        }
    }

    @Test
    void aProductOfQueryAndKeyCarriesItsRounding() {
        double[][] key = {{1, 2}, {3, 5}, {7, 11}};
        double[][] query = new double[3][2];
        for (int m = 0; m < 3; m++) {
            for (int k = 0; k < 2; k++) {
                query[m][k] = key[m][k] / Math.sqrt(3);
            }
        }
        Interaction scaled = Interaction.ofQueryKey(query, key);
        assertEquals(Interaction.Kind.SYMMETRIC, scaled.kind(), "K^T K / sqrt(3) is symmetric up to rounding");
        assertTrue(scaled.isPositiveSemidefinite());
        assertTrue(scaled.error() > 0 && scaled.error() < 1e-12);
        assertEquals(0, Interaction.of(new double[] {2, 1}, new double[] {1, 2}).error());
    }
}
