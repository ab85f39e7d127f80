package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactState;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.testing.RandomCases;

/** Bounded confidence: tokens attend to those within a ball around them, whatever their direction. */
class HegselmannKrauseTest {

    private static Dynamics dynamics(double delta, int d) {
        return new Dynamics(
                new HegselmannKrause(Schedule.constant(delta)),
                Interaction.identity(d),
                StepSize.gamma(0.5),
                TiePolicy.DEFAULT);
    }

    @Test
    void theBallIsClosed() {
        Tokens tokens = Tokens.of(new double[][] {{0, 0}, {3, 4}, {3, 4.001}, {-5, 0}});
        Attention attention = dynamics(5, 2).attention(State.initial(tokens));
        assertArrayEquals(new int[] {0, 1, 3}, attention.row(0).neighbours());
        assertEquals(2, attention.row(0).ambiguous()); // both lie on the boundary
        assertEquals(0, dynamics(4.5, 2).attention(State.initial(tokens)).row(0).ambiguous());
        assertArrayEquals(
                new int[] {0},
                dynamics(0, 2).attention(State.initial(tokens)).row(0).neighbours());
        assertEquals(
                4, dynamics(1.0 / 0, 2).attention(State.initial(tokens)).row(0).neighbours().length);
        assertThrows(IllegalArgumentException.class, () -> dynamics(-1, 2).attention(State.initial(tokens)));
    }

    /** On integers every decision is exact, on the boundary too. */
    @Test
    void neighboursAreTheExactOnes() {
        for (int seed = 0; seed < 60; seed++) {
            RandomCases random = new RandomCases(seed);
            int d = random.between(1, 3);
            Tokens tokens = random.lattice(random.between(1, 20), d, 4);
            Dynamics dynamics = dynamics(random.between(0, 5), d);
            ExactDynamics exact = ExactDynamics.of(dynamics);
            for (int i = 0; i < tokens.count(); i++) {
                assertArrayEquals(
                        exact.row(ExactState.initial(ExactTokens.of(tokens)), i).neighbours(),
                        dynamics.attention(State.initial(tokens)).row(i).neighbours(),
                        "seed " + seed);
            }
        }
    }

    /** Neighbourhood is mutual, and sum_ij min(|x_i - x_j|^2, delta^2) never increases. */
    @Test
    void theClassicalLyapunovFunctionDecreases() {
        for (int seed = 0; seed < 20; seed++) {
            double delta = 0.8;
            State state = State.initial(new RandomCases(seed).gaussian(25, 2));
            double value = lyapunov(state.tokens(), delta);
            for (int t = 0; t < 30; t++) {
                state = dynamics(delta, 2).step(state).after();
                double next = lyapunov(state.tokens(), delta);
                assertTrue(next <= value * (1 + 1e-12), "t = " + t + ": " + value + " -> " + next);
                value = next;
            }
        }
    }

    private static double lyapunov(Tokens tokens, double delta) {
        double sum = 0;
        for (int i = 0; i < tokens.count(); i++) {
            for (int j = 0; j < tokens.count(); j++) {
                double distance = Vectors.distance(tokens.rows(), 2 * i, tokens.rows(), 2 * j, 2);
                sum += Math.min(distance * distance, delta * delta);
            }
        }
        return sum;
    }
}
