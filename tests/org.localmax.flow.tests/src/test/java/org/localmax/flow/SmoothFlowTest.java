package org.localmax.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.testing.RandomCases;

/** The flow of continuous rules against closed forms, a reference of its own, and ever smaller steps. */
class SmoothFlowTest {

    private static final double EULER = 0.57721566490153286061;

    private static Softmax softmax(double beta) {
        return new Softmax(Schedule.constant(beta));
    }

    private static double distance(Tokens one, Tokens other) {
        double greatest = 0;
        int d = one.dimension();
        for (int at = 0; at < one.rows().length; at += d) {
            greatest = Math.max(greatest, Vectors.distance(one.rows(), at, other.rows(), at, d));
        }
        return greatest;
    }

    /** The exponential integral Ei(x), x > 0, by its power series. */
    private static double exponentialIntegral(double x) {
        double sum = EULER + Math.log(x);
        double term = 1;
        for (int k = 1; k < 200; k++) {
            term *= x / k;
            sum += term / k;
        }
        return sum;
    }

    /**
     * A pair r, -r has r' = -r (1 - tanh(beta r^2)), so that u = beta r^2 has (e^(2u) + 1)/u u' = -4: Ei(2u) + log u falls by
     * 4 t.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 5})
    void aPairFollowsItsClosedForm(double beta) {
        Tokens pair = Tokens.of(new double[][] {{1}, {-1}});
        double start = exponentialIntegral(2 * beta) + Math.log(beta);
        for (int steps : new int[] {1, 3, 10, 30}) {
            double r = Flows.after(Flows.dynamics(softmax(beta), 1, 0.5), pair, steps, 1)
                    .get(0, 0);
            double u = beta * r * r;
            double slope = (Math.exp(2 * u) + 1) / u * 2 * beta * r; // of what is compared, by r
            double fallen = start - exponentialIntegral(2 * u) - Math.log(u);
            assertEquals(4 * 0.5 * steps, fallen, 1e-9 * Math.abs(slope) + 1e-12, "beta " + beta + ", " + steps);
        }
    }

    /** A smaller tolerance brings the flow nearer to the exact one. */
    @Test
    void theToleranceIsKept() {
        Tokens tokens = new RandomCases(3).gaussian(12, 3);
        Interaction interaction = Interaction.of(new RandomCases(4).matrix(3));
        Tokens exact = classical(softmax(1.5), interaction, tokens, 1, 4000);
        double before = Double.POSITIVE_INFINITY;
        for (double tolerance : new double[] {1e-4, 1e-7, 1e-10}) {
            Dynamics dynamics = Flows.dynamics(softmax(1.5), interaction, Flows.time(1, tolerance), Movement.STRAIGHT);
            double off = distance(Flows.after(dynamics, tokens, 1, 2), exact);
            assertTrue(off <= 10 * tolerance * tokens.largestNorm(), off + " for " + tolerance);
            assertTrue(off < before, off + " is not below " + before);
            before = off;
        }
    }

    /** The classical method of Runge and Kutta on fields of the definition, by many equal steps. */
    private static Tokens classical(AttentionRule rule, Interaction interaction, Tokens start, double time, int steps) {
        Dynamics aims = new Dynamics(rule, interaction, StepSize.gamma(1.0), TiePolicy.DEFAULT);
        double h = time / steps;
        double[] x = start.rows().clone();
        for (int step = 0; step < steps; step++) {
            double[] k1 = field(aims, start, x);
            double[] k2 = field(aims, start, moved(x, k1, h / 2));
            double[] k3 = field(aims, start, moved(x, k2, h / 2));
            double[] k4 = field(aims, start, moved(x, k3, h));
            for (int at = 0; at < x.length; at++) {
                x[at] += h / 6 * (k1[at] + 2 * k2[at] + 2 * k3[at] + k4[at]);
            }
        }
        return Tokens.ofRows(start.count(), start.dimension(), x);
    }

    private static double[] field(Dynamics aims, Tokens shape, double[] x) {
        Tokens tokens = Tokens.ofRows(shape.count(), shape.dimension(), x.clone());
        double[] means = aims.step(State.initial(tokens)).after().tokens().rows();
        return moved(means, x, -1);
    }

    private static double[] moved(double[] x, double[] direction, double by) {
        double[] sum = x.clone();
        for (int at = 0; at < sum.length; at++) {
            sum[at] += by * direction[at];
        }
        return sum;
    }

    @Test
    void everyContinuousRuleFollowsItsField() {
        Schedule beta = Schedule.constant(2);
        AttentionRule[] rules = {
            softmax(2),
            softmax(-3),
            new Entmax(2, beta),
            new Entmax(1.5, beta),
            new SelfAdjustedSoftmax(Schedule.constant(0.1), false),
            new SecondMellowmax(beta, 0.5, 1)
        };
        for (AttentionRule rule : rules) {
            RandomCases random = new RandomCases(11);
            Tokens tokens = random.gaussian(10, 2);
            Interaction interaction = Interaction.of(random.positiveDefinite(2));
            Dynamics dynamics = Flows.dynamics(rule, interaction, StepSize.time(0.125), Movement.STRAIGHT);
            Tokens reference = classical(rule, interaction, tokens, 0.25, 2000);
            double off = distance(reference, Flows.after(dynamics, tokens, 2, 2));
            assertEquals(0, off, 5e-8, rule.toString()); // where weights vanish, the reference is of order 2
        }
    }

    /** Steps of gamma = h are off by a multiple of h. */
    @Test
    void smallStepsComeNearerToTheFirstOrder() {
        Tokens tokens = new RandomCases(5).gaussian(20, 2);
        Movement[] movements = {
            Movement.STRAIGHT,
            new Movement(Optional.of(Interaction.of(new RandomCases(6).matrix(2))), Optional.empty(), false),
            new Movement(Optional.of(Interaction.of(new RandomCases(6).matrix(2))), Optional.empty(), true)
        };
        for (Movement movement : movements) {
            Tokens start = movement.onSphere() ? onSphere(tokens) : tokens;
            Interaction interaction = Interaction.identity(2);
            Dynamics flow = Flows.dynamics(softmax(1), interaction, StepSize.time(1), movement);
            Tokens exact = Flows.after(flow, start, 1, 2);
            double coarse = distance(exact, discrete(movement, start, 400));
            double fine = distance(exact, discrete(movement, start, 800));
            assertTrue(coarse > 1e-6 && coarse < 0.1, "off by " + coarse);
            assertEquals(2, coarse / fine, 0.02);
        }
    }

    private static Tokens discrete(Movement movement, Tokens start, int steps) {
        Dynamics euler = new Dynamics(
                softmax(1),
                Interaction.identity(start.dimension()),
                StepSize.gamma(1.0 / steps),
                TiePolicy.DEFAULT,
                movement);
        State state = State.initial(start);
        for (int t = 0; t < steps; t++) {
            state = euler.step(state).after();
        }
        return state.tokens();
    }

    private static Tokens onSphere(Tokens tokens) {
        double[] rows = tokens.rows().clone();
        Movement.project(rows, tokens.dimension(), 0, tokens.count());
        return Tokens.ofRows(tokens.count(), tokens.dimension(), rows);
    }

    /** With equal weights and V = J, a quarter turn, x(t) = e^-t (R(t) m + x - m), m the mean and R(t) the rotation by t. */
    @Test
    void aValueMatrixTurnsTheMean() {
        Tokens tokens = new RandomCases(9).gaussian(8, 2);
        Interaction turn = Interaction.of(new double[] {0, -1}, new double[] {1, 0});
        Movement movement = new Movement(Optional.of(turn), Optional.empty(), false);
        Dynamics dynamics = Flows.dynamics(softmax(0), Interaction.identity(2), StepSize.time(0.7), movement);
        Tokens after = Flows.after(dynamics, tokens, 3, 2);
        double[] mean = new double[2];
        for (int i = 0; i < 8; i++) {
            mean[0] += tokens.get(i, 0) / 8;
            mean[1] += tokens.get(i, 1) / 8;
        }
        double t = 2.1;
        double[] turned = {Math.cos(t) * mean[0] - Math.sin(t) * mean[1], Math.sin(t) * mean[0] + Math.cos(t) * mean[1]
        };
        for (int i = 0; i < 8; i++) {
            for (int k = 0; k < 2; k++) {
                double expected = Math.exp(-t) * (turned[k] + tokens.get(i, k) - mean[k]);
                assertEquals(expected, after.get(i, k), 1e-9);
            }
        }
    }

    @Test
    void onTheSphereNormsStayOne() {
        Tokens tokens = onSphere(new RandomCases(2).gaussian(25, 3));
        Movement movement =
                new Movement(Optional.of(Interaction.of(new RandomCases(8).matrix(3))), Optional.empty(), true);
        Dynamics dynamics = Flows.dynamics(softmax(4), Interaction.identity(3), StepSize.time(0.5), movement);
        Tokens after = tokens;
        for (int steps = 1; steps < 8; steps++) {
            after = Flows.after(dynamics, after, 1, 2);
            for (int i = 0; i < 25; i++) {
                assertEquals(1, Vectors.norm(after.rows(), 3 * i, 3), 4e-16);
            }
        }
    }

    /** Dense kernels, and many tokens under certified softmax: the same bits on any number of threads, however it is cut. */
    @Test
    void bitsDependOnTheStateAlone() {
        Softmax certified = new Softmax(Schedule.constant(1), 1e-12);
        for (Softmax rule : new Softmax[] {softmax(3), certified}) {
            Tokens tokens = new RandomCases(1).gaussian(rule.error() > 0 ? 2_000 : 300, 2);
            Dynamics dynamics = Flows.dynamics(rule, 2, 0.05);
            Tokens whole = Flows.after(dynamics, tokens, 2, 1);
            assertEquals(whole, Flows.after(dynamics, tokens, 2, 4));
            Tokens half = Flows.after(dynamics, tokens, 1, 3);
            assertEquals(whole, Flows.after(dynamics, half, 1, 1));
        }
    }

    /** The value at t is used from t to t + 1. */
    @Test
    void parametersAreThoseOfTheStep() {
        Tokens tokens = new RandomCases(1).gaussian(15, 2);
        Dynamics changing = Flows.dynamics(
                new Softmax(t -> t == 0 ? 1 : 4),
                Interaction.identity(2),
                time(t -> t == 0 ? 0.5 : 0.25),
                Movement.STRAIGHT);
        Tokens first = Flows.after(Flows.dynamics(softmax(1), 2, 0.5), tokens, 1, 1);
        Tokens second = Flows.after(Flows.dynamics(softmax(4), 2, 0.25), first, 1, 1);
        assertEquals(second, Flows.after(changing, tokens, 2, 1));
    }

    private static StepSize time(Schedule schedule) {
        return new StepSize(StepSize.Form.TIME, schedule);
    }

    @Test
    void tokensAtRestStay() {
        Tokens together = Tokens.of(new double[][] {{2, 1}, {2, 1}, {2, 1}});
        assertEquals(together, Flows.after(Flows.dynamics(softmax(5), 2, 10), together, 2, 1));
        Tokens origin = Tokens.of(new double[][] {{0, 0}, {0, 0}});
        assertEquals(origin, Flows.after(Flows.dynamics(softmax(5), 2, 1), origin, 2, 1));
    }

    /** Each token is drawn to the one of least score, so that it is held where two are level. */
    private record Least() implements CustomRule {

        @Override
        public void weigh(Receiver receiver, double[] weights) {
            int least = 0;
            for (int j = 1; j < weights.length; j++) {
                least = weights[j] < weights[least] ? j : least;
            }
            for (int j = 0; j < weights.length; j++) {
                weights[j] = j == least ? 1 : 0;
            }
        }
    }

    @Test
    void aFieldThatPointsBackFromBothSidesIsFoundOut() {
        Tokens tokens = Tokens.of(new double[][] {{3, 1}, {-3, 1}, {0.5, -1}, {0.1, 0.2}});
        Dynamics dynamics = Flows.dynamics(new Least(), 2, 5);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Flows.after(dynamics, tokens, 1, 1));
        assertTrue(
                refusal.getMessage().contains("the flow cannot be followed for a time of 5.0"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("expected a smaller time step"), refusal.getMessage());
    }

    @Test
    void aFlowCanBeCancelledOnItsWay() {
        AtomicInteger asked = new AtomicInteger();
        StepListener listener = new StepListener() {
            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > 200;
            }
        };
        Tokens tokens = new RandomCases(1).gaussian(50, 2);
        try (Stepper stepper = new FlowStepper(Flows.dynamics(softmax(20), 2, 50), SolverOptions.of(1))) {
            State state = State.initial(tokens);
            assertThrows(CancellationException.class, () -> stepper.step(state, listener));
        }
        assertTrue(asked.get() > 200);
    }
}
