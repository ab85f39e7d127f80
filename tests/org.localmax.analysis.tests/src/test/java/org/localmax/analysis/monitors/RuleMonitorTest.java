package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.LocalmaxRuns.HARDMAX;
import static org.localmax.analysis.monitors.LocalmaxRuns.localmax;
import static org.localmax.analysis.monitors.LocalmaxRuns.plane;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/** Whether a trajectory made elsewhere obeys its rule. */
class RuleMonitorTest {

    @Test
    void aTrajectoryThatDisobeysIsFoundAtItsStep() {
        Tokens start = new RandomCases(5).gaussian(9, 2);
        for (AttentionRule rule : List.of(HARDMAX, localmax(.5), new Softmax(Schedule.constant(2)))) {
            Dynamics dynamics = plane(rule);
            RuleMonitor obeys = new RuleMonitor(dynamics, 0);
            RuleMonitor disobeys = new RuleMonitor(dynamics, 0);
            RuleMonitor generous = new RuleMonitor(dynamics, 1e-5);
            for (Step step : MonitorsTest.run(dynamics, start, 20)) {
                Tokens after = step.after().tokens();
                obeys.see(step, after);
                Tokens given = step.before().t() >= 11
                        ? MonitorsTest.with(after, 6, after.get(6, 0), after.get(6, 1) + 1e-6)
                        : after;
                disobeys.see(step, given);
                generous.see(step, given);
            }
            assertEquals(Verdict.HOLDS, obeys.finding().verdict());
            assertEquals(Verdict.HOLDS, generous.finding().verdict());
            Finding found = disobeys.finding();
            assertEquals(Verdict.VIOLATED, found.verdict());
            assertEquals(OptionalLong.of(11), found.step());
            assertArrayEquals(new int[] {6}, found.tokens());
            assertEquals(1e-6, found.size(), 1e-12);
        }
    }

    /** Whoever decides a tie otherwise than we do does not disobey for certain. */
    @Test
    void anAmbiguousRowIsInDoubt() {
        Dynamics dynamics = plane(HARDMAX);
        Tokens start = Tokens.of(new double[][] {{1, 1}, {1, -1}, {.5, 0}});
        Step step = dynamics.step(State.initial(start));
        assertTrue(step.ambiguous()[2] > 0);
        RuleMonitor monitor = new RuleMonitor(dynamics, 0);
        monitor.see(step, MonitorsTest.with(step.after().tokens(), 2, .75, .5));
        assertEquals(Verdict.UNDECIDED, monitor.finding().verdict());
    }
}
