package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.localmax.analysis.monitors.LocalmaxRuns.HARDMAX;
import static org.localmax.analysis.monitors.LocalmaxRuns.OUTSIDE;
import static org.localmax.analysis.monitors.LocalmaxRuns.assertNot;
import static org.localmax.analysis.monitors.LocalmaxRuns.localmax;
import static org.localmax.analysis.monitors.LocalmaxRuns.plane;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.limits.OutsideLimit;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;

/** L2: limits outside S(K), and the factor by which they are approached. */
class OutsideLimitsTest {

    @Test
    void aLimitOutsideIsApproachedMoreSlowly() {
        Dynamics dynamics = plane(localmax(1.5));
        Hindsight seen = Hindsight.of(dynamics, MonitorsTest.run(dynamics, OUTSIDE, 90));
        assertEquals(Verdict.HOLDS, seen.verdict(Statement.LIMITS_OUTSIDE));
        assertEquals(1, seen.outside().size());
        OutsideLimit limit = seen.outside().getFirst();
        assertArrayEquals(new double[] {2, 2.5}, limit.point(), 1e-9);
        assertEquals(1 / 3.0, limit.selfWeight(), 1e-15);
        assertEquals(2 / 3.0, limit.factor(), 1e-15);
        assertEquals(2 / 3.0, limit.measured(), 1e-4);
        assertEquals(OptionalLong.of(0), limit.since());
        assertEquals(2.25, limit.gap(), 1e-9);
    }

    @Test
    void aMeanThatLeavesItsFactorIsFoundAtItsStep() {
        Dynamics dynamics = plane(localmax(1.5));
        List<Step> run = MonitorsTest.run(dynamics, OUTSIDE, 90);
        Tokens after = run.get(20).after().tokens();
        Tokens askew = MonitorsTest.with(after, 2, after.get(2, 0) + 1e-4, after.get(2, 1));
        Finding found = Hindsight.of(dynamics, MonitorsTest.planted(dynamics, run, 20, askew))
                .finding(Statement.LIMITS_OUTSIDE);
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(20), found.step());
        assertEquals(1e-4, found.size(), 1e-12);
    }

    @Test
    void failedHypothesesAreNamed() {
        assertNot(Statement.LIMITS_OUTSIDE, plane(HARDMAX), "the rule is not localmax");
        assertNot(Statement.LIMITS_OUTSIDE, plane(localmax(1)), "no limit is outside S(K)");
    }
}
