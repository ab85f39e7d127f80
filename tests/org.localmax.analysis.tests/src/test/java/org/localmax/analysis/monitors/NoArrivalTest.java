package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.LocalmaxRuns.HARDMAX;
import static org.localmax.analysis.monitors.LocalmaxRuns.QUIESCENT;
import static org.localmax.analysis.monitors.LocalmaxRuns.assertNot;
import static org.localmax.analysis.monitors.LocalmaxRuns.at;
import static org.localmax.analysis.monitors.LocalmaxRuns.localmax;
import static org.localmax.analysis.monitors.LocalmaxRuns.plane;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.WeightedMean;

/** L4: nobody arrives at a vertex of K, but where rounding takes tokens there; and tokens of localmax that merge on the way. */
class NoArrivalTest {

    /**
     * Two tokens of localmax come to the very same point, each from another set, as those of hardmax never do: 0 attends to 2 and 3, whose
     * mean is (19/2, 3/4), 1 to 4 and 5 besides, whose mean with these is (9, 5/4).
     */
    @Test
    void exactMergersAreReported() {
        Tokens start = Tokens.of(new double[][] {{3.75, .25}, {4.25, -.25}, {10, 4.5}, {9, -3}, {8.5, 1.5}, {8.5, 2}});
        Dynamics dynamics = plane(localmax(1.5));
        List<Step> run = MonitorsTest.run(dynamics, start, 60);
        assertArrayEquals(
                new double[] {6.625, .5}, run.getFirst().after().tokens().token(0));
        assertArrayEquals(
                new double[] {6.625, .5}, run.getFirst().after().tokens().token(1));
        Finding found = Hindsight.of(dynamics, run).finding(Statement.NO_ARRIVAL);
        assertEquals(Verdict.CONSISTENT, found.verdict());
        assertTrue(
                found.because().contains("tokens 0 and 1, 0.707 apart, come to one point at t = 0"), found.because());
        Finding alone = Hindsight.of(dynamics, run.subList(1, 60)).finding(Statement.NO_ARRIVAL);
        assertTrue(!alone.because().contains("come to one point"), alone.because());
    }

    @Test
    void aTokenThatArrivesIsFoundAtItsStep() {
        Dynamics dynamics = plane(localmax(1));
        List<Step> run = MonitorsTest.run(dynamics, QUIESCENT, 70);
        Tokens before = run.get(8).before().tokens();
        double[] mean = WeightedMean.of(before, new int[] {0, 1, 4});
        Tokens there = MonitorsTest.with(run.get(8).after().tokens(), 0, mean);
        Finding found = Hindsight.of(dynamics, MonitorsTest.planted(dynamics, run, 8, there))
                .finding(Statement.NO_ARRIVAL);
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(8), found.step());
        assertArrayEquals(new int[] {0}, found.tokens());
        assertEquals(Vectors.distance(before.token(0), 0, mean, 0, 2), found.size(), 1e-15);
        assertEquals(
                OptionalLong.empty(),
                at(Hindsight.of(dynamics, run.subList(0, 30)), 121 / 30.0, 0).joined());
        Tokens together = MonitorsTest.with(MonitorsTest.with(there, 1, mean), 4, mean);
        assertEquals(
                OptionalLong.of(9),
                at(Hindsight.of(dynamics, MonitorsTest.planted(dynamics, run, 8, together)), 121 / 30.0, 0)
                        .joined());
    }

    @Test
    void failedHypothesesAreNamed() {
        assertNot(Statement.NO_ARRIVAL, plane(HARDMAX), "the rule is not localmax");
        Dynamics jump = new Dynamics(localmax(1), Interaction.identity(2), StepSize.gamma(1.0), TiePolicy.DEFAULT);
        assertEquals(
                "gamma is 1 at t = 0, with which tokens jump onto the mean",
                Hindsight.of(jump, MonitorsTest.run(jump, QUIESCENT, 9), OptionalDouble.of(.1))
                        .finding(Statement.NO_ARRIVAL)
                        .because());
    }
}
