package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactState;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.testing.RandomCases;

/** Value matrices, preconditioners and the sphere change where tokens go, and nothing about whom they attend to. */
class MovementTest {

    private static final AttentionRule HARDMAX = new Hardmax(Multiplicity.COUNTED);

    private static Movement values(double[]... rows) {
        return new Movement(Optional.of(Interaction.of(rows)), Optional.empty(), false);
    }

    private static Movement preconditioned(double[]... rows) {
        return new Movement(Optional.empty(), Optional.of(Interaction.of(rows)), false);
    }

    private static Dynamics dynamics(AttentionRule rule, int d, double gamma, Movement movement) {
        return new Dynamics(rule, Interaction.identity(d), StepSize.gamma(gamma), TiePolicy.DEFAULT, movement);
    }

    /** P = (I + V)^-1 V with V = diag(3/2, 7/3), on 0, e1 and e2: the origin leaves the hull of the tokens. */
    @Test
    void theHullMayGrowUnderAPreconditioner() {
        Tokens tokens = Tokens.of(new double[][] {{0, 0}, {1, 0}, {0, 1}});
        Dynamics dynamics = dynamics(HARDMAX, 2, 1, preconditioned(new double[] {0.6, 0}, new double[] {0, 0.7}));
        Tokens after = dynamics.step(State.initial(tokens)).after().tokens();
        assertArrayEquals(new double[] {0.2, 0.7 / 3}, after.token(0), 1e-15); // all tie at the origin
        assertArrayEquals(new double[] {1, 0}, after.token(1));
        Tokens inner = Tokens.of(new double[][] {{0.2, 0.3}, {1, 0}, {0, 1}});
        Tokens next = dynamics.step(State.initial(inner)).after().tokens();
        assertArrayEquals(new double[] {0.08, 0.79}, next.token(0), 1e-15);
        Tokens edge = Tokens.of(new double[][] {{0.49, 0.5}, {1, 0}, {0, 1}});
        double[] beyond = dynamics.step(State.initial(edge)).after().tokens().token(0);
        assertTrue(beyond[0] + beyond[1] > 1, "outside the triangle: " + beyond[0] + ", " + beyond[1]);
    }

    /** 0 goes to (1/5, 7/30), and from there to e2: x falls by 2/5 a step, 1 - y by 3/10, so that x + y passes 1 at t = 6. */
    @Test
    void theOriginLeavesTheTriangleAfterAWhile() {
        Interaction preconditioner =
                Movement.preconditionerOf(Interaction.of(new double[] {1.5, 0}, new double[] {0, 7 / 3.0}));
        Dynamics dynamics = dynamics(HARDMAX, 2, 1, new Movement(Optional.empty(), Optional.of(preconditioner), false));
        State state = State.initial(Tokens.of(new double[][] {{0, 0}, {1, 0}, {0, 1}}));
        for (int t = 1; t <= 8; t++) {
            state = dynamics.step(state).after();
            double sum = state.tokens().get(0, 0) + state.tokens().get(0, 1);
            assertEquals(t >= 6, sum > 1 + 1e-6, "x + y = " + sum + " at t = " + t);
        }
    }

    /** x moves to (I + V)^-1 (x + V m): P solves (I + V) P = V, over the fractions exactly. */
    @Test
    void aMatrixInThePlaceOfAlphaGivesThePreconditioner() {
        for (int seed = 0; seed < 20; seed++) {
            int d = 1 + seed % 5;
            Interaction matrix = Interaction.of(new RandomCases(seed).positiveDefinite(d));
            Interaction preconditioner = Movement.preconditionerOf(matrix);
            ExactMatrix exact = ExactMatrix.of(matrix).preconditioner();
            for (int r = 0; r < d; r++) {
                for (int c = 0; c < d; c++) {
                    assertEquals(exact.get(r, c).toDouble(), preconditioner.get(r, c), 1e-13);
                    Rational product = exact.get(r, c);
                    for (int k = 0; k < d; k++) {
                        product = product.plus(Rational.of(matrix.get(r, k)).times(exact.get(k, c)));
                    }
                    assertEquals(Rational.of(matrix.get(r, c)), product);
                }
            }
        }
        Interaction pivoting = Interaction.of(new double[] {-1, 1}, new double[] {1, 0});
        assertArrayEquals(new double[] {2, -1}, row(Movement.preconditionerOf(pivoting), 0));
        assertArrayEquals(new double[] {-1, 1}, row(Movement.preconditionerOf(pivoting), 1));
        assertEquals(
                Interaction.of(new double[] {2, -1}, new double[] {-1, 1}),
                ExactMatrix.of(pivoting).preconditioner().rounded());
    }

    private static double[] row(Interaction matrix, int row) {
        return new double[] {matrix.get(row, 0), matrix.get(row, 1)};
    }

    /** alpha I is alpha: the steps are the same, up to rounding. */
    @Test
    void aMultipleOfTheIdentityIsAStepSize() {
        Tokens tokens = new RandomCases(1).gaussian(20, 3);
        Interaction alpha = Interaction.of(new double[] {3, 0, 0}, new double[] {0, 3, 0}, new double[] {0, 0, 3});
        Movement movement = new Movement(Optional.empty(), Optional.of(Movement.preconditionerOf(alpha)), false);
        Tokens byMatrix = dynamics(HARDMAX, 3, 1, movement)
                .step(State.initial(tokens))
                .after()
                .tokens();
        Tokens byNumber = dynamics(HARDMAX, 3, 0.75, Movement.STRAIGHT)
                .step(State.initial(tokens))
                .after()
                .tokens();
        assertArrayEquals(byNumber.rows(), byMatrix.rows(), 4e-15);
    }

    @Test
    void aMatrixWithTheEigenvalueMinusOneTakesNoPlaceOfAlpha() {
        Interaction singular = Interaction.of(new double[] {1, 2}, new double[] {3, 2}); // -1 and 4
        for (Executable making : new Executable[] {
            () -> Movement.preconditionerOf(singular),
            () -> ExactMatrix.of(singular).preconditioner(),
            () -> Movement.preconditionerOf(Interaction.of(new double[] {-1.0}))
        }) {
            IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, making);
            assertTrue(refusal.getMessage().startsWith("I + V has no inverse"), refusal.getMessage());
        }
    }

    @Test
    void valuesAreWhatIsAveraged() {
        Tokens tokens = Tokens.of(new double[][] {{2, 0}, {1, 0.5}});
        Dynamics dynamics = dynamics(HARDMAX, 2, 0.5, values(new double[] {0, -1}, new double[] {1, 0}));
        Tokens after = dynamics.step(State.initial(tokens)).after().tokens();
        assertArrayEquals(new double[] {1, 1}, after.token(0)); // halfway to (0, 2)
        assertArrayEquals(new double[] {0.5, 1.25}, after.token(1));
    }

    @Test
    void onTheSphereNormsStayOne() {
        Movement sphere = new Movement(Optional.empty(), Optional.empty(), true);
        Dynamics dynamics = dynamics(new Softmax(Schedule.constant(3)), 3, 0.3, sphere);
        State state = State.initial(new RandomCases(4).gaussian(30, 3));
        for (int t = 0; t < 20; t++) {
            state = dynamics.step(state).after();
            for (int i = 0; i < 30; i++) {
                assertEquals(1, Vectors.norm(state.tokens().rows(), 3 * i, 3), 4e-16);
            }
        }
        Dynamics collapse = dynamics(new Localmax(Schedule.constant(9), Scale.ABSOLUTE), 1, 1, sphere);
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> collapse.step(State.initial(Tokens.of(new double[][] {{1}, {-1}}))));
        assertTrue(refusal.getMessage().contains("token 0 comes to the origin"), refusal.getMessage());
    }

    @Test
    void matricesMustFitTheTokens() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> dynamics(HARDMAX, 3, 1, values(new double[] {1})));
        assertTrue(refusal.getMessage().contains("the value matrix is a 1 x 1 matrix; expected 3 x 3"));
    }

    /** The bound on the error of the state holds against exact arithmetic, as long as nothing was consequential. */
    @Test
    void theErrorOfTheStateIsBounded() {
        int compared = 0;
        for (int seed = 0; seed < 30; seed++) {
            RandomCases random = new RandomCases(seed);
            Tokens tokens = random.gaussian(6, 2);
            Movement movement = new Movement(
                    Optional.of(Interaction.of(random.matrix(2))),
                    seed % 2 == 0 ? Optional.empty() : Optional.of(Interaction.of(random.matrix(2))),
                    false);
            Dynamics dynamics = dynamics(new Localmax(Schedule.constant(0.5), Scale.KEYNORM), 2, 0.5, movement);
            ExactDynamics exact = ExactDynamics.of(dynamics);
            State state = State.initial(tokens);
            ExactState truth = ExactState.initial(ExactTokens.of(tokens));
            for (int t = 0; t < 6; t++) {
                Step step = dynamics.step(state);
                if (step.consequentialDecisions() > 0) {
                    break;
                }
                state = step.after();
                truth = exact.step(truth).after();
                Tokens rounded = truth.tokens().rounded();
                for (int i = 0; i < 6; i++) {
                    double off = Vectors.distance(state.tokens().rows(), 2 * i, rounded.rows(), 2 * i, 2);
                    double lastBit = 2 * Math.ulp(rounded.largestNorm());
                    assertTrue(off <= state.error() + lastBit, off + " > " + state.error() + " at t = " + t);
                    compared++;
                }
            }
        }
        assertTrue(compared > 600, "only " + compared);
    }
}
