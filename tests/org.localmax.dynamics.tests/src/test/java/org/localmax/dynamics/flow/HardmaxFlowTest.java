package org.localmax.dynamics.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/** The flow of hardmax is the limit of ever smaller steps, and where cells own their vertices it is known in closed form. */
class HardmaxFlowTest {

    private static final AttentionRule HARDMAX = new Hardmax(Multiplicity.COUNTED);

    private static Dynamics dynamics(AttentionRule rule, Interaction interaction, double gamma) {
        return new Dynamics(rule, interaction, StepSize.gamma(gamma), TiePolicy.DEFAULT);
    }

    private static HardmaxFlow.Passage flow(Interaction interaction, Tokens tokens, double time) {
        return new HardmaxFlow(dynamics(HARDMAX, interaction, 1)).flow(tokens, time, CancellationCheck.NONE);
    }

    /** x(t) = e^-t x(0) + (1 - e^-t) v for every token in the cell of a vertex v (arXiv 2508.09628, theorem 4.2). */
    @Test
    void tokensInCellsThatOwnTheirVerticesGoStraight() {
        Tokens tokens = Tokens.of(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {0.3, 0.1}, {-0.2, -0.5}});
        double[][] targets = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 0}, {0, -1}};
        Interaction interaction = Interaction.of(new double[][] {{2, 0}, {0, 1}});
        for (double time : new double[] {0, 0.125, 1, 7.5}) {
            HardmaxFlow.Passage passage = flow(interaction, tokens, time);
            assertEquals(0, passage.changes());
            for (int i = 0; i < targets.length; i++) {
                double rest = Math.exp(-time);
                double[] expected = {
                    rest * tokens.get(i, 0) + (1 - rest) * targets[i][0],
                    rest * tokens.get(i, 1) + (1 - rest) * targets[i][1]
                };
                assertArrayEquals(expected, passage.tokens().token(i), i < 4 ? 0 : 4e-16, "token " + i);
            }
        }
    }

    /** Small steps of the discrete dynamics follow the flow to the first order. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void theFlowIsTheLimitOfSmallSteps(int d) {
        int changes = 0;
        for (int seed = 0; seed < 12; seed++) {
            RandomCases random = new RandomCases(100 + seed);
            Tokens tokens = random.gaussian(9, d);
            Interaction interaction = Interaction.of(random.positiveDefinite(d));
            HardmaxFlow.Passage passage = flow(interaction, tokens, 1);
            changes += passage.changes();
            int steps = 4_000;
            State state = State.initial(tokens);
            Dynamics euler = dynamics(HARDMAX, interaction, 1.0 / steps);
            for (int t = 0; t < steps; t++) {
                state = euler.step(state).after();
            }
            double scale = tokens.largestNorm();
            for (int i = 0; i < tokens.count(); i++) {
                assertArrayEquals(
                        passage.tokens().token(i),
                        state.tokens().token(i),
                        4 * scale / steps,
                        "seed " + seed + " token " + i);
            }
        }
        assertTrue(d == 1 || changes > 0, "some token changes its targets on the way");
    }

    /** To flow for a time and then for another is to flow for both. */
    @Test
    void theFlowIsASemigroup() {
        for (int seed = 0; seed < 20; seed++) {
            RandomCases random = new RandomCases(seed);
            Tokens tokens = random.gaussian(12, 2);
            Interaction interaction = Interaction.of(random.positiveDefinite(2));
            Tokens whole = flow(interaction, tokens, 2.25).tokens();
            Tokens parts = flow(interaction, flow(interaction, tokens, 0.8).tokens(), 1.45)
                    .tokens();
            assertArrayEquals(whole.rows(), parts.rows(), 1e-10 * tokens.largestNorm(), "seed " + seed);
        }
    }

    /** A token that is level with two vertices of one norm goes to the middle between them. */
    @Test
    void tiesThatLastAreShared() {
        Tokens tokens = Tokens.of(new double[][] {{1, 1}, {1, -1}, {-1, 0}, {0.25, 0}});
        HardmaxFlow.Passage passage = flow(Interaction.identity(2), tokens, 3);
        assertArrayEquals(
                new double[] {1 - 0.75 * Math.exp(-3), 0}, passage.tokens().token(3), 1e-15);
    }

    /** A token that is level with two vertices of different norm goes to the greater one at once. */
    @Test
    void tiesThatBreakGoToTheLeader() {
        Tokens tokens = Tokens.of(new double[][] {{1, 1}, {1, -2}, {-1, 0}, {0.25, 0}});
        HardmaxFlow.Passage passage = flow(Interaction.identity(2), tokens, 2);
        double rest = Math.exp(-2);
        assertArrayEquals(
                new double[] {rest * 0.25 + (1 - rest), -2 * (1 - rest)},
                passage.tokens().token(3),
                1e-14);
    }

    /**
     * v = (1, 0) moves to w = (1.2, 2) and x = (0.5, -0.3) after v, until w has the greater score: where
     * &lt;x, w - v&gt; = 0, which is -0.5 + 4.24 (e^t - 1) - 4.04 t = 0, since x(t) = e^-t (x + (e^t - 1) w - t (w - v)).
     */
    @Test
    void changesHappenAtTheirMoment() {
        Tokens tokens = Tokens.of(new double[][] {{1, 0}, {1.2, 2}, {0.5, -0.3}});
        double low = 0;
        double high = 2;
        for (int halving = 0; halving < 60; halving++) {
            double t = (low + high) / 2;
            boolean before = -0.5 + 4.24 * Math.expm1(t) - 4.04 * t < 0;
            low = before ? t : low;
            high = before ? high : t;
        }
        Interaction identity = Interaction.identity(2);
        assertEquals(0, flow(identity, tokens, low - 1e-9).changes());
        assertEquals(1, flow(identity, tokens, low + 1e-9).changes());
        double rest = Math.exp(-low);
        double[] then = {rest * (0.5 + Math.expm1(low) * 1.2 - low * 0.2), rest * (-0.3 + Math.expm1(low) * 2 - low * 2)
        };
        double later = Math.exp(-(2 - low));
        double[] expected = {later * then[0] + (1 - later) * 1.2, later * then[1] + (1 - later) * 2};
        assertArrayEquals(expected, flow(identity, tokens, 2).tokens().token(2), 1e-11);
    }

    @Test
    void whereTheFieldHasNoSolutionThatIsSaid() {
        // the least score draws towards the opposite side: in one dimension two tokens meet at 0 and cannot pass
        Tokens tokens = Tokens.of(new double[][] {{1}, {-1}});
        HardmaxFlow flow = new HardmaxFlow(dynamics(new FrankWolfe(Sense.MIN, Ties.MEAN), Interaction.identity(1), 1));
        Tokens after = flow.flow(tokens, 0.5, CancellationCheck.NONE).tokens();
        assertArrayEquals(new double[] {Math.exp(-1), -Math.exp(-1)}, after.rows(), 1e-15);
        assertThrows(
                IllegalArgumentException.class,
                () -> new HardmaxFlow(dynamics(new Softmax(Schedule.constant(1)), Interaction.identity(1), 1)));
    }

    @Test
    void slidingIsRefused() {
        Tokens tokens = Tokens.of(new double[][] {{3, 1}, {-3, 1}, {0.5, -1}, {0.1, 0.2}});
        HardmaxFlow flow = new HardmaxFlow(dynamics(new FrankWolfe(Sense.MIN, Ties.MEAN), Interaction.identity(2), 1));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> flow.flow(tokens, 5, CancellationCheck.NONE));
        assertTrue(refusal.getMessage().contains("slides along the boundary"), refusal.getMessage());
    }
}
