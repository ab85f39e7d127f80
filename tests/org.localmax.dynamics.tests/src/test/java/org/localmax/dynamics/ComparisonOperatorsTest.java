package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.localmax.testing.GoldenCase;

/** The operators beside hardmax, localmax and softmax weigh a row as their definitions and published values say. */
class ComparisonOperatorsTest {

    private static final Schedule ONE = Schedule.constant(1);

    private static double[] numbers(JsonElement array) {
        JsonArray entries = array.getAsJsonArray();
        return entries.asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
    }

    private static double[] weights(CustomRule rule, double... scores) {
        double[] weights = scores.clone();
        rule.weigh(new CustomRule.Receiver(0, 0, 0.5, 1, 1), weights);
        if (rule.addsUpToOne()) {
            double sum = Arrays.stream(weights).sum();
            Arrays.setAll(weights, j -> weights[j] / sum);
        }
        return weights;
    }

    @Test
    void publishedValues() {
        JsonObject golden = GoldenCase.json("operators_on_z");
        double[] z = numbers(golden.get("z"));
        assertArrayEquals(numbers(golden.get("sparsemax")), weights(new Entmax(2, ONE), z), 1e-15);
        assertArrayEquals(numbers(golden.get("entmax15")), weights(new Entmax(1.5, ONE), z), 1e-14);
        assertArrayEquals(
                numbers(golden.get("entmax_1_33_on_m1_0_05")), weights(new Entmax(1.33, ONE), -1, 0, 0.5), 1e-8);
        assertArrayEquals(numbers(golden.get("sa_softmax")), weights(new SelfAdjustedSoftmax(ONE, false), z), 1e-15);
        assertArrayEquals(
                numbers(golden.get("sa_softmax_normalized")), weights(new SelfAdjustedSoftmax(ONE, true), z), 1e-15);
        assertArrayEquals(numbers(golden.get("softmax")), weights(new TopK(3, ONE), z), 1e-15);
        // the mean of z under softmax(5 z), and the limit a -> 0 of SM2
        double[] five = weights(new TopK(3, Schedule.constant(5)), z);
        double boltzmann = five[0] * z[0] + five[1] * z[1] + five[2] * z[2];
        assertEquals(golden.get("boltzmann_a5").getAsDouble(), boltzmann, 1e-15);
        assertEquals(golden.get("mellowmax_w5").getAsDouble(), secondMellowmax(z, 0, 5), 1e-15);
    }

    /** SM2 itself, whose value is published; its gradient is what the rule weighs with. */
    private static double secondMellowmax(double[] z, double a, double omega) {
        double total = Arrays.stream(z).map(value -> Math.exp(a * value)).sum();
        return Math.log(Arrays.stream(z)
                        .map(value -> Math.exp(a * value) / total * Math.exp(omega * value))
                        .sum())
                / omega;
    }

    @Test
    void theGradientOfSecondMellowmax() {
        JsonObject golden = GoldenCase.json("operators_on_z");
        double[] z = numbers(golden.get("z"));
        assertEquals(golden.get("sm2_w5_a2").getAsDouble(), secondMellowmax(z, 2, 5), 1e-14);
        double[] gradient = weights(new SecondMellowmax(ONE, 2, 5), z);
        double h = 1e-5;
        for (int j = 0; j < z.length; j++) {
            double[] above = z.clone();
            double[] below = z.clone();
            above[j] += h;
            below[j] -= h;
            double difference = (secondMellowmax(above, 2, 5) - secondMellowmax(below, 2, 5)) / (2 * h);
            assertEquals(difference, gradient[j], 1e-8);
        }
        assertTrue(Arrays.stream(gradient).anyMatch(weight -> weight < 0), "a weight of SM2 is negative here");
        double[] mellowmax = weights(new SecondMellowmax(ONE, 0, 5), z);
        assertArrayEquals(weights(new TopK(3, Schedule.constant(5)), z), mellowmax, 1e-15);
    }

    @Test
    void selfAdjustedWeightsOfNothingAreNothing() {
        assertArrayEquals(new double[3], weights(new SelfAdjustedSoftmax(ONE, false), 0, 0, 0));
        assertArrayEquals(new double[3], weights(new SelfAdjustedSoftmax(ONE, true), 0, 0, 0));
        Dynamics dynamics = new Dynamics(
                new SelfAdjustedSoftmax(ONE, false), Interaction.identity(1), StepSize.gamma(0.5), TiePolicy.DEFAULT);
        Row origin = dynamics.attention(State.initial(Tokens.of(new double[][] {{0}, {3}})))
                .row(0);
        assertArrayEquals(new double[] {0}, origin.mean());
        Row other = dynamics.attention(State.initial(Tokens.of(new double[][] {{0}, {3}})))
                .row(1);
        double share = Math.exp(9) / (1 + Math.exp(9));
        assertEquals(9 * share * 3, other.mean()[0], 1e-13); // outside the hull, as weights do not add up to 1
    }

    @Test
    void theBestFewOfManyAreTaken() {
        assertArrayEquals(new double[] {0, 0.5, 0, 0.5}, weights(new TopK(2, Schedule.constant(0)), 1, 3, -2, 2));
        assertArrayEquals(
                new double[] {0, 0.5, 0.5, 0}, weights(new TopK(2, Schedule.constant(0)), 1, 2, 2, 2), "least index");
        assertArrayEquals(new double[] {0.5, 0.5}, weights(new TopK(9, Schedule.constant(0)), 4, -4));
        double[] two = weights(new TopK(2, Schedule.constant(-1)), 0, 1, 2);
        assertEquals(Math.E, two[1] / two[2], 1e-14);
        assertEquals(0, two[0]);
        assertThrows(IllegalArgumentException.class, () -> new TopK(0, ONE));
        assertThrows(IllegalArgumentException.class, () -> new SecondMellowmax(ONE, 1, 0));
    }

    /** The frequencies of 40,000 draws lie within five standard deviations of the published probabilities. */
    @Test
    void tokensJumpWithTheProbabilitiesOfSoftmax() {
        JsonObject golden = GoldenCase.json("sap_transition_probabilities");
        double toHalves = golden.get("prob_x0_to_half_half").getAsDouble();
        Tokens tokens = Tokens.of(new double[][] {{1, 0}, {0, 1}, {0, 1}});
        for (int i = 0; i < 3; i++) {
            double[] scores = new double[3];
            for (int j = 0; j < 3; j++) {
                scores[j] = Vectors.dot(tokens.rows(), 2 * i, tokens.rows(), 2 * j, 2);
            }
            double[] expected = golden.getAsJsonArray("weights").get(i).getAsJsonArray().asList().stream()
                    .mapToDouble(JsonElement::getAsDouble)
                    .toArray();
            assertArrayEquals(expected, weights(new TopK(3, Schedule.constant(2)), scores), 1e-15);
        }
        int draws = 40_000;
        int jumps = 0;
        int both = 0;
        int second = 0;
        for (int seed = 0; seed < draws; seed++) {
            Dynamics dynamics = new Dynamics(
                    new SampledSoftmax(Schedule.constant(2), seed),
                    Interaction.identity(2),
                    StepSize.gamma(0.5),
                    TiePolicy.DEFAULT);
            Tokens after = dynamics.step(State.initial(tokens)).after().tokens();
            boolean jumped = Arrays.equals(new double[] {0.5, 0.5}, after.token(0));
            assertTrue(jumped || tokens.coincide(0, 0) && Arrays.equals(after.token(0), tokens.token(0)));
            boolean secondJumped = Arrays.equals(new double[] {0.5, 0.5}, after.token(1));
            jumps += jumped ? 1 : 0;
            second += secondJumped ? 1 : 0;
            both += jumped && secondJumped ? 1 : 0;
        }
        assertFrequency(toHalves, jumps, draws);
        double back = numbers(golden.getAsJsonArray("weights").get(1))[0];
        assertFrequency(back, second, draws);
        assertFrequency(toHalves * back, both, draws); // tokens draw independently
    }

    private static void assertFrequency(double probability, int times, int draws) {
        double deviation = Math.sqrt(probability * (1 - probability) / draws);
        assertEquals(probability, (double) times / draws, 5 * deviation);
    }

    @Test
    void drawsAreAFunctionOfSeedStepAndToken() {
        double[] scores = new Random(5).doubles(50, -1, 1).toArray();
        SampledSoftmax rule = new SampledSoftmax(ONE, 11);
        assertArrayEquals(weights(rule, scores), weights(rule, scores));
        double[] later = scores.clone();
        rule.weigh(new CustomRule.Receiver(0, 1, 0.5, 1, 1), later);
        double[] elsewhere = scores.clone();
        rule.weigh(new CustomRule.Receiver(1, 0, 0.5, 1, 1), elsewhere);
        assertFalse(Arrays.equals(later, elsewhere) && Arrays.equals(later, weights(rule, scores)));
        assertEquals(1, Arrays.stream(later).sum());
    }
}
