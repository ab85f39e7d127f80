package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.testing.RandomCases;

/** What a change of frame does to a step: rotation, permutation and scaling, for every rule, on random clouds. */
class EquivarianceTest {

    private static final int TRIALS = 40;

    static Stream<AttentionRule> rules() {
        return RandomCases.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rotatedTokensTakeTheRotatedStep(AttentionRule rule) {
        RandomCases random = new RandomCases(11);
        for (int trial = 0; trial < TRIALS; trial++) {
            int d = random.between(2, 5);
            Tokens tokens = random.gaussian(random.between(1, 30), d);
            Interaction interaction = random.interaction(rule, d);
            double[][] rotation = random.rotation(d);
            Tokens expected = map(rotation, step(rule, interaction, tokens));
            Tokens actual = step(rule, conjugate(rotation, interaction), map(rotation, tokens));
            assertNear(expected, actual);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void permutedTokensTakeThePermutedStep(AttentionRule rule) {
        RandomCases random = new RandomCases(12);
        for (int trial = 0; trial < TRIALS; trial++) {
            int d = random.between(1, 4);
            int n = random.between(1, 30);
            Tokens tokens = random.gaussian(n, d);
            Interaction interaction = random.interaction(rule, d);
            int shift = random.between(0, n - 1);
            assertNear(
                    rotateOrder(step(rule, interaction, tokens), shift),
                    step(rule, interaction, rotateOrder(tokens, shift)));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void scaledTokensTakeTheScaledStepWithTheScaledParameter(AttentionRule rule) {
        RandomCases random = new RandomCases(13);
        for (int trial = 0; trial < TRIALS; trial++) {
            int d = random.between(1, 4);
            Tokens tokens = random.gaussian(random.between(1, 30), d);
            Interaction interaction = random.interaction(rule, d);
            double c = random.between(0.1, 10.0);
            assertNear(scale(step(rule, interaction, tokens), c), step(scaled(rule, c), interaction, scale(tokens, c)));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyTokenStaysInTheBoxOfTheTokens(AttentionRule rule) {
        RandomCases random = new RandomCases(14);
        for (int trial = 0; trial < TRIALS; trial++) {
            int d = random.between(1, 4);
            Tokens tokens = random.gaussian(random.between(1, 30), d);
            Tokens next = step(rule, random.interaction(rule, d), tokens);
            for (int k = 0; k < d; k++) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < tokens.count(); i++) {
                    low = Math.min(low, tokens.get(i, k));
                    high = Math.max(high, tokens.get(i, k));
                }
                for (int i = 0; i < tokens.count(); i++) {
                    assertTrue(next.get(i, k) >= low - 1e-14 && next.get(i, k) <= high + 1e-14);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void weightsArePositiveAndSumToOne(AttentionRule rule) {
        RandomCases random = new RandomCases(15);
        for (int trial = 0; trial < TRIALS; trial++) {
            Tokens tokens = random.lattice(random.between(1, 20), 2, 2);
            Dynamics dynamics = new Dynamics(rule, random.interaction(rule, 2), StepSize.alpha(1), TiePolicy.DEFAULT);
            Attention attention = dynamics.attention(State.initial(tokens));
            for (int i = 0; i < tokens.count(); i++) {
                Row row = attention.row(i);
                double sum = 0;
                for (double weight : row.weights()) {
                    assertTrue(weight >= 0);
                    sum += weight;
                }
                assertEquals(1, sum, 1e-14);
                assertTrue(row.consequential() <= row.ambiguous());
            }
        }
    }

    /** Scores are products with the origin in mind: tokens that are shifted take another step than the shifted one. */
    @Test
    void shiftedTokensTakeAnotherStep() {
        Tokens tokens = Tokens.of(new double[][] {{1, 0}, {-1, 0}, {-.5, .25}});
        Tokens shifted = Tokens.of(new double[][] {{4, 0}, {2, 0}, {2.5, .25}});
        for (AttentionRule rule : List.of(
                new Hardmax(Multiplicity.COUNTED),
                new Softmax(Schedule.constant(1)),
                new Localmax(Schedule.constant(.25), Scale.NORMALIZED),
                new FrankWolfe(Sense.MAX, Ties.FIRST))) {
            double here = step(rule, Interaction.identity(2), tokens).get(2, 0);
            double there = step(rule, Interaction.identity(2), shifted).get(2, 0);
            assertTrue(here < -.5 + .1 && there - 3 > here + .1, rule + ": " + here + " and " + there);
        }
    }

    private static Tokens step(AttentionRule rule, Interaction interaction, Tokens tokens) {
        Dynamics dynamics = new Dynamics(rule, interaction, StepSize.alpha(0.7), TiePolicy.DEFAULT);
        return dynamics.step(State.initial(tokens)).after().tokens();
    }

    private static AttentionRule scaled(AttentionRule rule, double c) {
        return switch (rule) {
            case Localmax localmax -> {
                double factor = localmax.scale() == Scale.ABSOLUTE ? c * c : c;
                yield new Localmax(Schedule.constant(factor * localmax.delta(0)), localmax.scale());
            }
            case Softmax softmax -> new Softmax(Schedule.constant(softmax.beta(0) / (c * c)));
            case FrankWolfe oracle -> oracle;
            default -> rule;
        };
    }

    static Tokens scale(Tokens tokens, double c) {
        double[] values = tokens.rows().clone();
        for (int k = 0; k < values.length; k++) {
            values[k] *= c;
        }
        return Tokens.ofRows(tokens.count(), tokens.dimension(), values);
    }

    static Tokens rotateOrder(Tokens tokens, int shift) {
        double[][] points = new double[tokens.count()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = tokens.token((i + shift) % points.length);
        }
        return Tokens.of(points);
    }

    static Tokens map(double[][] rotation, Tokens tokens) {
        double[][] points = new double[tokens.count()][rotation.length];
        for (int i = 0; i < points.length; i++) {
            for (int r = 0; r < rotation.length; r++) {
                points[i][r] = Vectors.dot(rotation[r], 0, tokens.token(i), 0, rotation.length);
            }
        }
        return Tokens.of(points);
    }

    /** R A R^T, symmetrised where A is symmetric so that rounding does not change its kind. */
    static Interaction conjugate(double[][] rotation, Interaction interaction) {
        int d = rotation.length;
        double[][] result = new double[d][d];
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                for (int k = 0; k < d; k++) {
                    for (int l = 0; l < d; l++) {
                        result[r][c] += rotation[r][k] * interaction.get(k, l) * rotation[c][l];
                    }
                }
            }
        }
        if (interaction.kind() != Interaction.Kind.GENERAL) {
            for (int r = 0; r < d; r++) {
                for (int c = 0; c < r; c++) {
                    result[c][r] = result[r][c];
                }
            }
        }
        return Interaction.of(result);
    }

    private static void assertNear(Tokens expected, Tokens actual) {
        assertArrayEquals(expected.rows(), actual.rows(), 1e-13 * Math.max(1, expected.largestNorm()));
    }
}
