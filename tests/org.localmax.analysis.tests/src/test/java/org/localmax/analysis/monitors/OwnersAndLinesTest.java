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
import static org.localmax.analysis.monitors.OracleRuns.PLANE;
import static org.localmax.analysis.monitors.OracleRuns.SQUARE;
import static org.localmax.analysis.monitors.OracleRuns.UP;
import static org.localmax.analysis.monitors.OracleRuns.assertNotApplicable;
import static org.localmax.analysis.monitors.OracleRuns.dynamics;
import static org.localmax.analysis.monitors.OracleRuns.watch;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/** F2 and F3 along trajectories: owners of cells stay, and the other tokens go to them on straight lines. */
class OwnersAndLinesTest {

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
}
