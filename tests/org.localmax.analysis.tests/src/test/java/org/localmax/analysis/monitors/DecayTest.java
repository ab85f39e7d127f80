package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.MonitorsTest.finding;
import static org.localmax.analysis.monitors.MonitorsTest.planted;
import static org.localmax.analysis.monitors.MonitorsTest.run;
import static org.localmax.analysis.monitors.MonitorsTest.with;
import static org.localmax.analysis.monitors.OracleRuns.DECAYING;
import static org.localmax.analysis.monitors.OracleRuns.DOWN;
import static org.localmax.analysis.monitors.OracleRuns.LINE;
import static org.localmax.analysis.monitors.OracleRuns.PLANE;
import static org.localmax.analysis.monitors.OracleRuns.SQUARE;
import static org.localmax.analysis.monitors.OracleRuns.UP;
import static org.localmax.analysis.monitors.OracleRuns.assertNotApplicable;
import static org.localmax.analysis.monitors.OracleRuns.dynamics;
import static org.localmax.analysis.monitors.OracleRuns.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Softmax;
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

/** F1 and F1b along trajectories: where energies fall and tokens contract, where they do not, and where the theorem says nothing. */
class DecayTest {

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

    /** Part of a trajectory does not tell X^0. */
    @Test
    void laterPartsOfATrajectoryAreNotJudged() {
        Dynamics down = dynamics(DOWN, PLANE, DECAYING);
        List<Step> run = run(down, SQUARE, 6);
        Finding decay = finding(Statement.DECAY, down, run.subList(2, 6));
        assertEquals(Verdict.NOT_APPLICABLE, decay.verdict());
        assertEquals("the trajectory does not begin at t = 0, from which the theorem counts", decay.because());
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
}
