package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.localmax.analysis.monitors.LocalmaxRuns.HARDMAX;
import static org.localmax.analysis.monitors.LocalmaxRuns.assertNot;
import static org.localmax.analysis.monitors.LocalmaxRuns.localmax;
import static org.localmax.analysis.monitors.LocalmaxRuns.plane;
import static org.localmax.analysis.monitors.LocalmaxRuns.standingStill;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;

/** H2 and H3d: S(K), and the limits of hardmax in it. */
class AlignedLimitsTest {

    /** Tokens that stand still outside S, against the rule: hardmax would move them. */
    @Test
    void restOutsideOfSIsFound() {
        Tokens rest = Tokens.of(new double[][] {{4, 0}, {0, 5}, {2, 2.5}});
        Dynamics hardmax = plane(HARDMAX);
        Hindsight seen = Hindsight.of(hardmax, standingStill(hardmax, rest, 60));
        assertEquals(LimitKind.OUTSIDE_S, seen.limits().kind(2));
        Finding found = seen.finding(Statement.ALIGNED_LIMITS);
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(59), found.step());
        assertArrayEquals(new int[] {2}, found.tokens());
        assertEquals(2.25, found.size(), 1e-12);
        Dynamics summable = new Dynamics(
                HARDMAX,
                Interaction.identity(2),
                new StepSize(StepSize.Form.GAMMA, t -> .5 / ((1.0 + t) * (1.0 + t))),
                TiePolicy.DEFAULT);
        assertEquals(
                Verdict.NOT_APPLICABLE,
                Hindsight.of(summable, standingStill(summable, rest, 60))
                        .finding(Statement.ALIGNED_LIMITS)
                        .verdict());
    }

    @Test
    void failedHypothesesAreNamed() {
        StepSize finite = new StepSize(StepSize.Form.GAMMA, t -> .5 / ((t + 1.0) * (t + 1.0)));
        assertNot(
                Statement.ALIGNED_LIMITS,
                new Dynamics(HARDMAX, Interaction.identity(2), finite, TiePolicy.DEFAULT),
                "the sum of gamma is finite, as far as gamma from t = 2^20 to 2^40 tells");
        assertNot(Statement.ALIGNED_LIMITS, plane(localmax(1)), "the rule is not hardmax");
        assertNot(
                Statement.ALIGNMENT_SET,
                MonitorsTest.dynamics(HARDMAX, Interaction.of(new double[][] {{1, 2}, {0, 1}})),
                "A is not symmetric and positive definite");
    }
}
