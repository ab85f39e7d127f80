package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactState;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.testing.GoldenCase;
import org.localmax.testing.RandomCases;

/** The three scales of a localmax strip. */
class LocalmaxScalesTest {

    private static final Interaction MATRIX = Interaction.of(new double[] {4, 0}, new double[] {0, 1});
    private static final Tokens TOKENS = Tokens.of(new double[][] {{1, 1}, {2, -1}, {-1, 2}, {0.5, 1.5}});
    private static final Map<String, Double> WIDTHS = Map.of("1", 1.0, "3/2", 1.5, "2", 2.0, "3", 3.0);

    private static Dynamics localmax(double delta, Scale scale, Interaction interaction) {
        return new Dynamics(
                new Localmax(Schedule.constant(delta), scale), interaction, StepSize.alpha(1), TiePolicy.DEFAULT);
    }

    @Test
    void theNeighbourSetsAreTheGoldenOnes() {
        JsonObject sets = GoldenCase.json("localmax_normalisation_variants").getAsJsonObject("sets");
        int checked = 0;
        for (Scale scale : Scale.values()) {
            JsonObject widths = sets.getAsJsonObject(scale.name().toLowerCase(java.util.Locale.ROOT));
            for (String width : widths.keySet()) {
                Dynamics dynamics = localmax(WIDTHS.get(width), scale, MATRIX);
                Attention attention = dynamics.attention(State.initial(TOKENS));
                ExactDynamics exact = ExactDynamics.of(dynamics);
                for (int i = 0; i < TOKENS.count(); i++) {
                    int[] expected = widths.getAsJsonArray(width).get(i).getAsJsonArray().asList().stream()
                            .mapToInt(JsonElement::getAsInt)
                            .toArray();
                    String row = scale + " " + width + " C_" + i;
                    assertArrayEquals(expected, attention.row(i).neighbours(), row);
                    assertArrayEquals(
                            expected,
                            exact.row(ExactState.initial(ExactTokens.of(TOKENS)), i)
                                    .neighbours(),
                            row + " over the fractions");
                    checked++;
                }
            }
        }
        assertEquals(48, checked);
    }

    /** A limit outside S is one of narrow strips: at delta = 2 the third token draws the first one in, and both move on. */
    @Test
    void aWiderStripHasNoLimitOutside() {
        assertEquals(0, fromTheLimitOutside(1.5), 1e-12);
        assertTrue(fromTheLimitOutside(2) > .1, "at " + fromTheLimitOutside(2));
    }

    /** How far from (2, 5/2) the third token is at the end. */
    private static double fromTheLimitOutside(double delta) {
        Dynamics dynamics = localmax(delta, Scale.NORMALIZED, Interaction.identity(2));
        State state = State.initial(Tokens.of(new double[][] {{4, 0}, {0, 5}, {2.1, 2.4}}));
        for (int t = 0; t < 200; t++) {
            state = dynamics.step(state).after();
        }
        return Vectors.distance(state.tokens().token(2), 0, new double[] {2, 2.5}, 0, 2);
    }

    /**
     * Over the fractions no token ever arrives; doubles are out of digits after as many steps as they have bits. Off the axes, that is:
     * next to a limit with a coordinate 0 they have digits for 1,000 steps more.
     */
    @Test
    void roundingMakesAClusterOnePoint() {
        GoldenCase golden = GoldenCase.trajectories().stream()
                .filter(one -> one.name().equals("localmax_quiescent_cluster"))
                .findFirst()
                .orElseThrow();
        double[][] turned = new double[golden.start().count()][];
        Arrays.setAll(turned, i -> {
            double[] x = golden.start().token(i);
            return new double[] {.6 * x[0] - .8 * x[1], .8 * x[0] + .6 * x[1]};
        });
        State state = State.initial(Tokens.of(turned));
        while (!coincide(state.tokens(), 0, 1) || !coincide(state.tokens(), 0, 4)) {
            state = golden.dynamics().step(state).after();
            assertTrue(state.t() <= 60, "apart at t = 60");
        }
        assertTrue(state.t() >= 45, "one point at t = " + state.t());
    }

    private static boolean coincide(Tokens tokens, int i, int j) {
        return Arrays.equals(tokens.token(i), tokens.token(j));
    }

    @Test
    void theNormalizedScaleNeedsSemidefiniteSymmetry() {
        Interaction asymmetric = Interaction.of(new double[] {1, 2}, new double[] {0, 1});
        Interaction indefinite = Interaction.of(new double[] {1, 2}, new double[] {2, 1});
        Interaction singular = Interaction.of(new double[] {1, 2}, new double[] {2, 4});
        for (Interaction refused : new Interaction[] {asymmetric, indefinite}) {
            IllegalArgumentException failure =
                    assertThrows(IllegalArgumentException.class, () -> localmax(1, Scale.NORMALIZED, refused));
            assertTrue(failure.getMessage().contains("expected scale=keynorm or scale=absolute"));
            localmax(1, Scale.KEYNORM, refused);
            localmax(1, Scale.ABSOLUTE, refused);
        }
        localmax(1, Scale.NORMALIZED, singular);
    }

    @Test
    void theAbsoluteScaleContradictsTheQuiescentSetTheorem() {
        // mathematics of the strip: with an absolute width of 100 all of these are neighbours of the first two
        Tokens far = Tokens.of(new double[][] {{1000, -8}, {1000, 8}, {-1000, 0}});
        Dynamics absolute = localmax(100, Scale.ABSOLUTE, Interaction.identity(2));
        assertArrayEquals(
                new int[] {0}, absolute.attention(State.initial(far)).row(0).neighbours());
        Dynamics normalized = localmax(100, Scale.NORMALIZED, Interaction.identity(2));
        assertArrayEquals(
                new int[] {0, 1},
                normalized.attention(State.initial(far)).row(0).neighbours());
        // with alpha = 1/2 tokens within 100/3 of a vertex should come to it; these stay 16 apart for ever
        assertEquals(16, apartAfterAll(absolute, far), 1e-12);
        assertEquals(0, apartAfterAll(normalized, far), 1e-12);
    }

    private static double apartAfterAll(Dynamics dynamics, Tokens start) {
        Dynamics half = new Dynamics(dynamics.rule(), dynamics.interaction(), StepSize.alpha(0.5), TiePolicy.DEFAULT);
        State state = State.initial(start);
        for (int t = 0; t < 200; t++) {
            state = half.step(state).after();
        }
        return Vectors.distance(state.tokens().token(0), 0, state.tokens().token(1), 0, 2);
    }

    /** Without limits of width everyone counts, as under softmax with beta = 0; without width it is hardmax. */
    @Test
    void theExtremesOfTheWidthAreOtherRules() {
        Tokens tokens = new RandomCases(3).gaussian(20, 2);
        for (Scale scale : Scale.values()) {
            Attention all = localmax(Double.POSITIVE_INFINITY, scale, MATRIX).attention(State.initial(tokens));
            Attention none = localmax(0, scale, MATRIX).attention(State.initial(tokens));
            Attention uniform =
                    with(new AttentionRule.Softmax(Schedule.constant(0))).attention(State.initial(tokens));
            Attention hardmax = with(new AttentionRule.Hardmax(AttentionRule.Multiplicity.COUNTED))
                    .attention(State.initial(tokens));
            for (int i = 0; i < 20; i++) {
                assertArrayEquals(uniform.row(i).mean(), all.row(i).mean(), 1e-15);
                assertArrayEquals(hardmax.row(i).neighbours(), none.row(i).neighbours());
            }
        }
    }

    private static Dynamics with(AttentionRule rule) {
        return new Dynamics(rule, MATRIX, StepSize.alpha(1), TiePolicy.DEFAULT);
    }
}
