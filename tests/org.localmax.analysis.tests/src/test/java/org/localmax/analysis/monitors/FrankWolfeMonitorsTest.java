package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.MonitorsTest.finding;
import static org.localmax.analysis.monitors.MonitorsTest.planted;
import static org.localmax.analysis.monitors.MonitorsTest.run;
import static org.localmax.analysis.monitors.MonitorsTest.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.WeightedMean;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;
import org.localmax.testing.RandomCases;

/** The theorems of arXiv 2508.09628 along trajectories: where they hold, where they do not, and where they say nothing. */
class FrankWolfeMonitorsTest {

    private static final AttentionRule DOWN = new FrankWolfe(Sense.MIN, Ties.FIRST);
    private static final AttentionRule UP = new FrankWolfe(Sense.MAX, Ties.FIRST);
    private static final Interaction LINE = Interaction.identity(1);
    private static final Interaction PLANE = Interaction.identity(2);
    private static final Tokens SQUARE = Tokens.of(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {0.5, 0.125}});

    /** 2/(t+2). */
    private static final StepSize DECAYING = new StepSize(StepSize.Form.GAMMA, new Schedule() {
        @Override
        public double at(long t) {
            return 2.0 / (t + 2);
        }

        @Override
        public Optional<Rational> exactly(long t) {
            return Optional.of(Rational.of(2, t + 2));
        }
    });

    private static Dynamics dynamics(AttentionRule rule, Interaction interaction, StepSize stepSize) {
        return new Dynamics(rule, interaction, stepSize, TiePolicy.DEFAULT);
    }

    private static Finding watch(Statement statement, Dynamics dynamics, Tokens start, int steps) {
        return finding(statement, dynamics, run(dynamics, start, steps));
    }

    private static void assertNotApplicable(Statement statement, Dynamics dynamics, Tokens start, String because) {
        Finding found = watch(statement, dynamics, start, 2);
        assertEquals(Verdict.NOT_APPLICABLE, found.verdict(), found.because());
        assertTrue(found.because().startsWith(because), found.because());
    }

    /** In binary64 the second token meets the bound with equality at t = 575, which is in doubt and no violation. */
    @Test
    void theBoundOfTheoremThreeOneFailsWithoutTheOrigin() {
        Tokens start = Tokens.of(new double[][] {{3}, {-1}});
        Finding found = watch(Statement.DECAY, dynamics(DOWN, LINE, DECAYING), start, 600);
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(575), found.step());
        assertArrayEquals(new int[] {0}, found.tokens());
        assertEquals(
                "0 is not in conv X^t from t = 2 on; token 1 in doubt at t = 575; token 1 above from t = 576; J is above the bound",
                found.because());
        double x = 1 / 3.0 + 8 / (576.0 * 577);
        assertEquals(x * x / 2 - 1 / 18.0, found.size(), 1e-12);
        assertEquals(
                Verdict.CONSISTENT,
                watch(Statement.DECAY, dynamics(DOWN, LINE, DECAYING), start, 575)
                        .verdict());
    }

    @Test
    void fractionsLeaveNoDoubtAboutTheBound() {
        Finding found = watchExactly(600, Rational.of(3), Rational.of(-1));
        assertEquals(OptionalLong.of(575), found.step());
        assertEquals(
                "0 is not in conv X^t from t = 2 on; token 1 above from t = 576; J is above the bound",
                found.because());
        Finding alone = watchExactly(576, Rational.of(3), Rational.of(-1));
        assertEquals("0 is not in conv X^t from t = 2 on; J is above the bound", alone.because());
    }

    private static Finding watchExactly(int steps, Rational... line) {
        Rational[][] points = new Rational[line.length][];
        for (int i = 0; i < line.length; i++) {
            points[i] = new Rational[] {line[i]};
        }
        ExactInput input = new ExactInput(ExactTokens.of(points), ExactMatrix.identity(1));
        Dynamics dynamics = new Dynamics(DOWN, LINE, DECAYING, new TiePolicy(0));
        Tokens start = input.tokens().rounded();
        Monitors monitors = new Monitors(dynamics, start, Optional.of(input), CancellationCheck.NONE);
        try (Stepper stepper = Steppers.createExact(dynamics, input, 1)) {
            State state = State.initial(start);
            for (int t = 0; t < steps; t++) {
                Step step = stepper.step(state, StepListener.NONE);
                monitors.see(step, () -> stepper.fractions(step.after(), StepListener.NONE));
                state = step.after();
            }
        }
        return monitors.findings().stream()
                .filter(found -> found.statement() == Statement.DECAY)
                .findFirst()
                .orElseThrow();
    }

    /** The bound speaks of lambda_max(M), no matter in which coordinates M is written. */
    @Test
    void theBoundIsThatOfTheLargestEigenvalue() {
        double[][] rotation = new RandomCases(3).rotation(2);
        double[][] m = new double[2][2];
        for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 2; c++) {
                m[r][c] = rotation[0][r] * rotation[0][c] + 0.25 * rotation[1][r] * rotation[1][c];
            }
        }
        m[1][0] = m[0][1];
        Tokens start =
                Tokens.of(new double[][] {{3 * rotation[0][0], 3 * rotation[0][1]}, {-rotation[0][0], -rotation[0][1]}
                });
        Finding found = watch(Statement.DECAY, dynamics(DOWN, Interaction.of(m), DECAYING), start, 600);
        assertEquals(OptionalLong.of(575), found.step());
        assertEquals(
                "0 is not in conv X^t from t = 2 on; token 1 in doubt at t = 575; token 1 above from t = 576; J is above the bound",
                found.because());
    }

    @Test
    void theBoundIsVacuousForSymmetricTokens() {
        Tokens start = Tokens.of(new double[][] {{1, 2}, {-1, -2}, {0, 1}, {0, -1}, {0, 0}});
        Finding found = watch(Statement.DECAY, dynamics(DOWN, PLANE, DECAYING), start, 50);
        assertEquals(Verdict.CONSISTENT, found.verdict());
        assertEquals(
                "0 is in every conv X^t up to t = 50; J of no token is above the bound, which is vacuous where X^0 = -X^0",
                found.because());
    }

    @Test
    void aPlantedEnergyIsFoundAtItsStep() {
        Dynamics dynamics = dynamics(DOWN, PLANE, DECAYING);
        Tokens start = Tokens.of(new double[][] {{1, 2}, {-1, -2}, {0, 1}, {0, -1}});
        List<Step> run = run(dynamics, start, 60);
        Tokens high = with(run.get(41).after().tokens(), 2, 5, 0);
        Finding found = finding(Statement.DECAY, dynamics, planted(dynamics, run, 41, high));
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(41), found.step());
        assertArrayEquals(new int[] {2}, found.tokens());
        assertEquals(12.5 - 2.0 / 42 * 20, found.size(), 1e-12);
    }

    @Test
    void theBoundNamesWhatItLacks() {
        assertNotApplicable(
                Statement.DECAY,
                dynamics(UP, PLANE, DECAYING),
                SQUARE,
                "-B is not symmetric and positive semidefinite");
        assertNotApplicable(
                Statement.DECAY,
                dynamics(DOWN, PLANE, StepSize.gamma(0.5)),
                SQUARE,
                "gamma is 0.5 at t = 0; the theorem has 2/(t+2)");
        assertNotApplicable(
                Statement.DECAY,
                dynamics(new Softmax(Schedule.constant(1)), PLANE, DECAYING),
                SQUARE,
                "the rule asks no linear oracle");
        Dynamics hardmax =
                dynamics(new Hardmax(Multiplicity.POINT_SET), Interaction.of(new double[][] {{-1}}), DECAYING);
        assertEquals(
                OptionalLong.of(575),
                watch(Statement.DECAY, hardmax, Tokens.of(new double[][] {{3}, {-1}}), 576)
                        .step());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 0.75, 0.1, 1})
    void symmetricCornersContract(double gamma) {
        Tokens start = Tokens.of(new double[][] {{2, 1}, {-1, 2}, {-2, -1}, {1, -2}});
        Finding found = watch(Statement.CONTRACTION, dynamics(DOWN, PLANE, StepSize.gamma(gamma)), start, 3);
        assertEquals(Verdict.HOLDS, found.verdict(), found.because());
        double factor = Math.abs(1 - 2 * gamma);
        assertTrue(
                found.because().contains("max |x| fell from " + start.largestNorm())
                        && found.size() <= found.tolerance(),
                found.because());
        double told = Double.parseDouble(found.because().replaceAll(".* to ([^,]*), in.*", "$1"));
        assertEquals(start.largestNorm() * factor * factor * factor, told, 1e-15);
    }

    /** With gamma = 1/2 symmetric corners jump to 0; +-1 and +-1/2 come to radius 1/4. */
    @Test
    void withoutTheHypothesesTheMeasuredFactorIsTold() {
        Tokens start = Tokens.of(new double[][] {{1}, {-1}, {0.5}, {-0.5}});
        Finding found = watch(Statement.CONTRACTION, dynamics(DOWN, LINE, StepSize.gamma(0.5)), start, 1);
        assertEquals(Verdict.NOT_APPLICABLE, found.verdict());
        assertEquals(
                "token 2 is no vertex of conv X(0) that owns its cell; max |x| fell from 1.0 to 0.25, in the last step by the"
                        + " factor 0.25, |1 - 2 gamma| being 0.0",
                found.because());
        assertNotApplicable(
                Statement.CONTRACTION,
                dynamics(DOWN, LINE, StepSize.gamma(0.5)),
                Tokens.of(new double[][] {{3}, {-1}}),
                "X(0) is not -X(0); max |x| fell from 3.0");
        assertNotApplicable(
                Statement.CONTRACTION,
                dynamics(DOWN, Interaction.of(new double[][] {{1, 0}, {0, 0}}), StepSize.gamma(0.5)),
                SQUARE,
                "-B is not positive definite");
        assertNotApplicable(
                Statement.CONTRACTION,
                dynamics(DOWN, LINE, DECAYING),
                Tokens.of(new double[][] {{1}, {-1}}),
                "gamma is not constant: it is another one at t = 1");
    }

    @Test
    void aPlantedStepThatDoesNotContractIsFound() {
        Dynamics dynamics = dynamics(DOWN, PLANE, StepSize.gamma(0.25));
        Tokens start = Tokens.of(new double[][] {{2, 1}, {-1, 2}, {-2, -1}, {1, -2}});
        List<Step> run = run(dynamics, start, 8);
        Tokens after = run.get(5).after().tokens();
        Finding found = finding(
                Statement.CONTRACTION,
                dynamics,
                planted(dynamics, run, 5, with(after, 3, after.get(3, 0), after.get(3, 1) + 1e-9)));
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(5), found.step());
        assertArrayEquals(new int[] {3}, found.tokens());
    }

    @Test
    void ownersStayAndOthersAreNamed() {
        Finding square = watch(Statement.OWNERS, dynamics(UP, PLANE, StepSize.gamma(0.5)), SQUARE, 80);
        assertEquals(Verdict.HOLDS, square.verdict());
        assertEquals(
                "4 of 4 vertices own their cells; the cells are those of the Voronoi diagram; no owner moved",
                square.because());
        Tokens aside = Tokens.of(new double[][] {{3, 1}, {3, -1}, {5, 0}});
        Finding triangle = watch(Statement.OWNERS, dynamics(UP, PLANE, StepSize.gamma(0.5)), aside, 80);
        assertEquals(Verdict.HOLDS, triangle.verdict());
        assertEquals(
                "1 of 3 vertices own their cells, tokens [0, 1] do not; the cells are not those of the Voronoi diagram; no owner"
                        + " moved",
                triangle.because());
    }

    @Test
    void anOwnerThatMovesIsFoundAtItsStep() {
        for (AttentionRule rule : List.of(UP, new Hardmax(Multiplicity.COUNTED))) {
            Dynamics dynamics = dynamics(rule, PLANE, StepSize.gamma(0.5));
            List<Step> run = run(dynamics, SQUARE, 6);
            Tokens moved = with(run.get(3).after().tokens(), 2, -0.999, 0);
            Finding found = finding(Statement.OWNERS, dynamics, planted(dynamics, run, 3, moved));
            assertEquals(Verdict.VIOLATED, found.verdict());
            assertEquals(OptionalLong.of(3), found.step());
            assertArrayEquals(new int[] {2}, found.tokens());
            assertEquals(0.001, found.size(), 1e-12);
            Finding line = finding(Statement.CLOSED_FORM, dynamics, planted(dynamics, run, 3, moved));
            assertEquals(OptionalLong.of(3), line.step());
            assertArrayEquals(new int[] {2}, line.tokens());
        }
    }

    /** A token inside K that leaves its line stays aside: no owner has moved, and the closed form alone is violated. */
    @Test
    void aTokenOffItsLineIsFoundAtItsStep() {
        for (AttentionRule rule : List.of(UP, new Hardmax(Multiplicity.COUNTED))) {
            Dynamics dynamics = dynamics(rule, PLANE, StepSize.gamma(0.25));
            List<Step> run = run(dynamics, SQUARE, 12);
            Tokens after = run.get(5).after().tokens();
            List<Step> off =
                    planted(dynamics, run, 5, with(after, 4, after.get(4, 0) + 3e-10, after.get(4, 1) - 4e-10));
            Finding found = finding(Statement.CLOSED_FORM, dynamics, off);
            assertEquals(Verdict.VIOLATED, found.verdict());
            assertEquals(OptionalLong.of(5), found.step());
            assertArrayEquals(new int[] {4}, found.tokens());
            assertEquals(5e-10, found.size(), 1e-15);
            assertEquals(Verdict.HOLDS, finding(Statement.OWNERS, dynamics, off).verdict());
        }
    }

    @Test
    void ownersAreThoseOfAnAscendingOracle() {
        assertNotApplicable(
                Statement.OWNERS,
                dynamics(UP, Interaction.of(new double[][] {{1, 0}, {0, 0}}), StepSize.gamma(0.5)),
                SQUARE,
                "B is not symmetric and positive definite");
        assertNotApplicable(
                Statement.OWNERS,
                dynamics(new Softmax(Schedule.constant(1)), PLANE, StepSize.gamma(0.5)),
                SQUARE,
                "the rule asks no linear oracle");
        Finding negative = watch(
                Statement.OWNERS,
                dynamics(DOWN, Interaction.of(new double[][] {{-2, 0}, {0, -1}}), StepSize.gamma(0.5)),
                SQUARE,
                20);
        assertEquals(Verdict.HOLDS, negative.verdict(), negative.because());
    }

    /** Any symmetric positive definite B, any step size whose sum is infinite, in every dimension. */
    @Test
    void tokensFollowTheClosedForm() {
        int applied = 0;
        List<StepSize> stepSizes = List.of(
                StepSize.gamma(0.25),
                StepSize.alpha(1.0),
                DECAYING,
                new StepSize(StepSize.Form.GAMMA, t -> 1 - StrictMath.exp(-0.1 * (t + 1))));
        for (int seed = 0; seed < 80; seed++) {
            RandomCases random = new RandomCases(seed);
            int d = random.between(1, 3);
            Tokens start = random.gaussian(random.between(2, 30), d);
            Interaction b = seed % 2 == 0 ? Interaction.identity(d) : Interaction.of(random.positiveDefinite(d));
            AttentionRule rule = seed % 3 == 0 ? new Hardmax(Multiplicity.COUNTED) : UP;
            Finding found = watch(Statement.CLOSED_FORM, dynamics(rule, b, stepSizes.get(seed % 4)), start, 60);
            assertTrue(
                    found.verdict() == Verdict.HOLDS || found.verdict() == Verdict.NOT_APPLICABLE,
                    "seed " + seed + ": " + found);
            applied += found.verdict() == Verdict.HOLDS ? 1 : 0;
        }
        assertTrue(applied >= 20, applied + " of 80");
    }

    /** Constant gamma leaves (1 - gamma)^t of the way; 1 - exp(-a (t+1)) leaves exp(-a t (t+1) / 2). */
    @Test
    void theRateIsThatOfTheStepSizes() {
        Finding constant = watch(Statement.CLOSED_FORM, dynamics(UP, PLANE, StepSize.gamma(0.5)), SQUARE, 10);
        assertTrue(constant.because().startsWith("Pi = 9.765625E-4 of each way is left"), constant.because());
        StepSize faster = new StepSize(StepSize.Form.GAMMA, t -> 1 - StrictMath.exp(-0.5 * (t + 1)));
        Finding found = watch(Statement.CLOSED_FORM, dynamics(UP, PLANE, faster), SQUARE, 10);
        assertEquals(Verdict.HOLDS, found.verdict());
        double left = Double.parseDouble(found.because().replaceAll(".*Pi = ([^ ]*) .*", "$1"));
        assertEquals(StrictMath.exp(-0.5 * 55), left, 1e-12 * left * 1e3);
    }

    @Test
    void theClosedFormNamesWhatItLacks() {
        Dynamics dynamics = dynamics(UP, PLANE, StepSize.gamma(0.5));
        Tokens aside = Tokens.of(new double[][] {{3, 1}, {3, -1}, {5, 0}});
        assertNotApplicable(Statement.CLOSED_FORM, dynamics, aside, "vertex 0 does not own its cell");
        assertNotApplicable(
                Statement.CLOSED_FORM, dynamics, with(SQUARE, 4, 0.5, 0.5), "token 4 is on a face between cells");
        StepSize finite = new StepSize(StepSize.Form.GAMMA, t -> 0.5 / ((t + 1.0) * (t + 1.0)));
        assertNotApplicable(Statement.CLOSED_FORM, dynamics(UP, PLANE, finite), SQUARE, "the sum of gamma is finite");
        assertNotApplicable(
                Statement.CLOSED_FORM,
                dynamics(DOWN, PLANE, StepSize.gamma(0.5)),
                SQUARE,
                "B is not symmetric and positive definite");
    }

    @Test
    void softmaxDrawsAllTokensToOnePointThatIsNotTheOrigin() {
        Tokens start = Tokens.of(new double[][] {{1, 0.25}, {0.5, 1}, {0.25, 0.25}});
        Dynamics dynamics = dynamics(new Softmax(Schedule.constant(1)), PLANE, StepSize.gamma(0.5));
        Finding found = watch(Statement.COLLAPSE, dynamics, start, 200);
        assertEquals(Verdict.CONSISTENT, found.verdict());
        double from = Double.parseDouble(found.because().replaceAll(".*mean that is ([^ ]*) .*", "$1"));
        double diameter = Double.parseDouble(found.because().replaceAll(".* to ([^ ]*) around.*", "$1"));
        assertTrue(from > 0.5 && diameter < 1e-12, found.because());
        for (double beta : new double[] {-3, 0, 0.1, 20}) {
            Dynamics other = dynamics(new Softmax(Schedule.constant(beta)), PLANE, StepSize.gamma(1.0));
            assertEquals(
                    Verdict.CONSISTENT,
                    watch(Statement.COLLAPSE, other, start, 50).verdict(),
                    "beta " + beta);
        }
    }

    @Test
    void tokensThatAreNotDrawnTogetherAreFoundAtTheirStep() {
        Tokens start = Tokens.of(new double[][] {{1, 0.25}, {0.5, 1}, {0.25, 0.25}});
        Dynamics dynamics = dynamics(new Softmax(Schedule.constant(1)), PLANE, StepSize.gamma(0.5));
        List<Step> run = run(dynamics, start, 9);
        Tokens still = run.get(6).before().tokens();
        Finding found = finding(Statement.COLLAPSE, dynamics, planted(dynamics, run, 6, still));
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(6), found.step());
        StepSize finite = new StepSize(StepSize.Form.GAMMA, t -> StrictMath.pow(0.5, t + 1));
        assertNotApplicable(
                Statement.COLLAPSE,
                dynamics(new Softmax(Schedule.constant(1)), PLANE, finite),
                start,
                "the sum of gamma is finite");
        assertNotApplicable(Statement.COLLAPSE, dynamics(UP, PLANE, DECAYING), start, "the rule is not softmax");
    }

    /** r' = r (1 - gamma (1 - tanh(beta r^2))): so many steps until r is at most 1/2. */
    @ParameterizedTest
    @CsvSource({"2, 11", "3, 44", "4, 221", "5, 1247", "6, 7480", "7, 46595"})
    void thePairLeavesItsVerticesWhenTheFormulaSaysSo(double beta, long expected) {
        double r = 1;
        long steps = 0;
        for (; r > 0.5; steps++) {
            r *= 1 - 0.5 * (1 - StrictMath.tanh(beta * r * r));
        }
        assertEquals(expected, steps);
        Dynamics dynamics = dynamics(new Softmax(Schedule.constant(beta)), LINE, StepSize.gamma(0.5));
        Tokens pair = Tokens.of(new double[][] {{1}, {-1}});
        Finding found = watch(Statement.PLATEAU, dynamics, pair, (int) expected + 1);
        assertEquals(Verdict.CONSISTENT, found.verdict());
        assertTrue(
                found.because().startsWith("every token begins at a vertex, T2 = " + expected + ": token"),
                found.because());
        assertEquals(expected, found.size());
        Finding before = watch(Statement.PLATEAU, dynamics, pair, (int) expected - 1);
        assertTrue(before.because().contains("metastable since t = 0 up to t = " + (expected - 1)), before.because());
    }

    /** One token inside the square: m = |(1/2, 1/8)|, c_0 = 1, tau = 1/4, so that one step at gamma = 1/2 brings it near. */
    @Test
    void tokensAreNearTheirVerticesByTheFirstTime() {
        Dynamics dynamics = dynamics(new Softmax(Schedule.constant(40)), PLANE, StepSize.gamma(0.5));
        Finding found = watch(Statement.PLATEAU, dynamics, SQUARE, 100);
        assertEquals(Verdict.CONSISTENT, found.verdict());
        assertTrue(found.because().startsWith("T1 = 1, all within tau = 0.25"), found.because());
        assertTrue(found.because().contains("metastable since t = 2 up to t = 100"), found.because());
    }

    @Test
    void aTokenThatLeavesItsVertexIsFoundAtItsStep() {
        Dynamics dynamics = dynamics(new Softmax(Schedule.constant(40)), PLANE, StepSize.gamma(0.125));
        Tokens start = with(SQUARE, 4, 0.125, 0.0625);
        List<Step> run = run(dynamics, start, 12);
        Tokens away = with(run.get(2).after().tokens(), 1, 0, 0.25);
        Finding found = finding(Statement.PLATEAU, dynamics, planted(dynamics, run, 2, away));
        assertEquals(Verdict.UNDECIDED, found.verdict());
        assertEquals(OptionalLong.of(3), found.step());
        assertArrayEquals(new int[] {1}, found.tokens());
        assertTrue(found.because().contains("T2 = 3: token 1 left its vertex; beta may be too small"), found.because());
    }

    @Test
    void thePlateauNamesWhatItLacks() {
        StepSize half = StepSize.gamma(0.5);
        Softmax softmax = new Softmax(Schedule.constant(4));
        Interaction stretched = Interaction.of(new double[][] {{2, 0}, {0, 1}});
        assertNotApplicable(Statement.PLATEAU, dynamics(softmax, stretched, half), SQUARE, "A is not the identity");
        assertNotApplicable(
                Statement.PLATEAU,
                dynamics(new Softmax(Schedule.constant(-1)), PLANE, half),
                SQUARE,
                "beta is not positive");
        assertNotApplicable(
                Statement.PLATEAU, dynamics(softmax, PLANE, StepSize.gamma(1.0)), SQUARE, "gamma is 1, with which");
        assertNotApplicable(
                Statement.PLATEAU,
                dynamics(softmax, PLANE, half),
                Tokens.of(new double[][] {{3, 1}, {3, -1}, {5, 0}}),
                "vertex 0 does not own its cell");
        assertNotApplicable(
                Statement.PLATEAU, dynamics(softmax, PLANE, DECAYING), SQUARE, "gamma is 1, with which tokens jump");
        assertNotApplicable(
                Statement.PLATEAU,
                dynamics(softmax, PLANE, half),
                Tokens.of(new double[][] {{1, 1}, {1, 1}}),
                "all tokens coincide");
        assertNotApplicable(
                Statement.PLATEAU,
                dynamics(softmax, PLANE, half),
                with(SQUARE, 4, 0.5, 0.5),
                "token 4 is on a face between cells");
        StepSize other = new StepSize(StepSize.Form.GAMMA, t -> t == 1 ? 0.25 : 0.5);
        assertNotApplicable(Statement.PLATEAU, dynamics(softmax, PLANE, other), SQUARE, "gamma is not constant");
    }

    /** Part of a trajectory does not tell X^0. */
    @Test
    void laterPartsOfATrajectoryAreNotJudged() {
        Dynamics down = dynamics(DOWN, PLANE, DECAYING);
        List<Step> run = run(down, SQUARE, 6);
        Finding decay = finding(Statement.DECAY, down, run.subList(2, 6));
        assertEquals(Verdict.NOT_APPLICABLE, decay.verdict());
        assertEquals("the trajectory does not begin at t = 0, from which the theorem counts", decay.because());
        Dynamics softmax = dynamics(new Softmax(Schedule.constant(9)), PLANE, StepSize.gamma(0.5));
        Finding plateau =
                finding(Statement.PLATEAU, softmax, run(softmax, SQUARE, 6).subList(1, 6));
        assertEquals(decay.because(), plateau.because());
    }

    /** Clouds around 0 break the bound of theorem 3.1 as a rule, though 0 is in conv X^0. */
    @Test
    void mostCentredCloudsBreakTheBound() {
        int violated = 0;
        for (int seed = 0; seed < 40; seed++) {
            Tokens start = centred(new RandomCases(seed).gaussian(6, 2));
            Finding found = watch(Statement.DECAY, dynamics(DOWN, PLANE, DECAYING), start, 2500);
            violated += found.verdict() == Verdict.VIOLATED ? 1 : 0;
        }
        assertTrue(violated > 20, violated + " of 40");
    }

    /** The tokens less their mean. */
    private static Tokens centred(Tokens tokens) {
        double[] mean =
                WeightedMean.of(tokens, IntStream.range(0, tokens.count()).toArray());
        double[] rows = tokens.rows().clone();
        for (int k = 0; k < rows.length; k++) {
            rows[k] -= mean[k % mean.length];
        }
        return Tokens.ofRows(tokens.count(), tokens.dimension(), rows);
    }

    /** Random clouds break the bound of theorem 3.1, and it is kept while 0 is in conv X^t. */
    @Test
    void theBoundFailsOnlyWhereTheOriginHasLeft() {
        List<Finding> violated = new ArrayList<>();
        for (int seed = 0; seed < 12; seed++) {
            Tokens start = new RandomCases(seed).gaussian(6, 2);
            Finding found = watch(Statement.DECAY, dynamics(DOWN, PLANE, DECAYING), start, 3000);
            if (found.verdict() == Verdict.VIOLATED) {
                violated.add(found);
            }
        }
        assertTrue(violated.size() >= 3, violated.size() + " of 12");
        for (Finding found : violated) {
            long left = Long.parseLong(found.because().replaceAll("0 is not in conv X\\^t from t = (\\d+) on.*", "$1"));
            assertTrue(left <= found.step().getAsLong() + 1, found.because());
        }
    }
}
