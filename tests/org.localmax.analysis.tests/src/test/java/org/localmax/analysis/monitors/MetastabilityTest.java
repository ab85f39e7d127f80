package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.MonitorsTest.finding;
import static org.localmax.analysis.monitors.MonitorsTest.planted;
import static org.localmax.analysis.monitors.MonitorsTest.run;
import static org.localmax.analysis.monitors.MonitorsTest.with;
import static org.localmax.analysis.monitors.OracleRuns.DECAYING;
import static org.localmax.analysis.monitors.OracleRuns.LINE;
import static org.localmax.analysis.monitors.OracleRuns.PLANE;
import static org.localmax.analysis.monitors.OracleRuns.SQUARE;
import static org.localmax.analysis.monitors.OracleRuns.UP;
import static org.localmax.analysis.monitors.OracleRuns.assertNotApplicable;
import static org.localmax.analysis.monitors.OracleRuns.dynamics;
import static org.localmax.analysis.monitors.OracleRuns.watch;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;

/** F4 and F5 along trajectories: softmax draws all tokens to one point, though they stay at the vertices for long. */
class MetastabilityTest {

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
        Dynamics softmax = dynamics(new Softmax(Schedule.constant(9)), PLANE, StepSize.gamma(0.5));
        Finding plateau =
                finding(Statement.PLATEAU, softmax, run(softmax, SQUARE, 6).subList(1, 6));
        assertEquals("the trajectory does not begin at t = 0, from which the theorem counts", plateau.because());
    }
}
