package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.LocalmaxRuns.HARDMAX;
import static org.localmax.analysis.monitors.LocalmaxRuns.OUTSIDE;
import static org.localmax.analysis.monitors.LocalmaxRuns.assertNot;
import static org.localmax.analysis.monitors.LocalmaxRuns.localmax;
import static org.localmax.analysis.monitors.LocalmaxRuns.plane;
import static org.localmax.analysis.monitors.LocalmaxRuns.standingStill;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.limits.StripSchedule;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.HausdorffDistance;
import org.localmax.geometry.Polytope;
import org.localmax.testing.RandomCases;

/** L3: strips that vanish, and those that only seem to. */
class VanishingStripTest {

    @Test
    void aVanishingStripLeavesNobodyOutside() {
        Dynamics dynamics = plane(new Localmax(t -> 1.5 / (1 + t), Scale.NORMALIZED));
        Hindsight seen = Hindsight.of(dynamics, MonitorsTest.run(dynamics, OUTSIDE, 90));
        assertEquals(Verdict.CONSISTENT, seen.verdict(Statement.VANISHING_STRIP), "never more than that");
        assertTrue(seen.outside().isEmpty());
        Dynamics slow = plane(new Localmax(t -> 3 / StrictMath.log(StrictMath.E + t), Scale.NORMALIZED));
        Finding found = Hindsight.of(slow, MonitorsTest.run(slow, OUTSIDE, 90)).finding(Statement.VANISHING_STRIP);
        assertEquals(Verdict.CONSISTENT, found.verdict());
        assertTrue(found.because().contains("too slowly"), found.because());
    }

    @Test
    void schedulesAreToldApart() {
        assertEquals(StripSchedule.CONSTANT, StripSchedule.of(localmax(1), 0, 100));
        assertEquals(StripSchedule.VANISHING, schedule(t -> 1 / StrictMath.sqrt(1.0 + t)));
        assertEquals(StripSchedule.VANISHING, schedule(t -> StrictMath.pow(.9, t)));
        assertEquals(StripSchedule.SLOW, schedule(t -> 1 / StrictMath.log(StrictMath.E + t)));
        assertEquals(StripSchedule.SLOW, schedule(t -> 1 / StrictMath.log(StrictMath.log(16.0 + t))));
        assertEquals(StripSchedule.SLOW, schedule(t -> StrictMath.pow(1.0 + t, -.05)));
        assertEquals(StripSchedule.VARYING, schedule(t -> t == 50 ? 2 : 1));
    }

    /** A strip that falls, and is never narrower than a number, however small, or no strip at all later, does not vanish. */
    @Test
    void aStripThatFallsToANumberAbove0DoesNotVanish() {
        assertEquals(StripSchedule.LASTING, schedule(t -> 1 + 1 / (1.0 + t)));
        assertEquals(StripSchedule.LASTING, schedule(t -> 1 + 100 * StrictMath.pow(.99, t)), "halved by t = 1000");
        assertEquals(StripSchedule.LASTING, schedule(t -> 1e-9 + 1 / (1.0 + t)));
        assertEquals(StripSchedule.LASTING, schedule(t -> t < 600 ? 1 : .25), "a table");
        assertEquals(StripSchedule.LASTING, schedule(t -> 11 - t / 100.0), "below 0 from t = 1100 on");
        assertEquals(StripSchedule.VANISHING, schedule(t -> Math.max(0, 11 - t / 100.0)));
        assertNot(
                Statement.VANISHING_STRIP,
                plane(new Localmax(t -> 1 + 9 * StrictMath.pow(.9, t), Scale.NORMALIZED)),
                "delta does not fall to 0, as far as delta from t = 2^40 to 2^60 tells");
    }

    private static StripSchedule schedule(Schedule delta) {
        return StripSchedule.of(new Localmax(delta, Scale.NORMALIZED), 0, 1000);
    }

    /** Tokens that stand still outside S, against the rule: a strip that has vanished would move them. */
    @Test
    void restOutsideOfSIsFound() {
        Tokens rest = Tokens.of(new double[][] {{4, 0}, {0, 5}, {2, 2.5}});
        Dynamics vanishing = plane(new Localmax(t -> 1.5 / (1 + t), Scale.NORMALIZED));
        Finding strip =
                Hindsight.of(vanishing, standingStill(vanishing, rest, 60)).finding(Statement.VANISHING_STRIP);
        assertEquals(Verdict.VIOLATED, strip.verdict());
        assertEquals(OptionalLong.of(59), strip.step());
        assertEquals(2.25 - 1.5 / 60 * Math.sqrt(10.25), strip.size(), 1e-12);
    }

    /** K under a vanishing strip is another polytope than K of hardmax: clouds are from .06 to 2.4 apart, at the median .5. */
    @Test
    void aVanishingStripLeadsElsewhereThanHardmax() {
        double[] distances = new double[50];
        for (int seed = 0; seed < distances.length; seed++) {
            Tokens start = new RandomCases(seed).gaussian(8, 2);
            distances[seed] = HausdorffDistance.of(
                    hullAfter(new Localmax(t -> .5 / (1 + t), Scale.NORMALIZED), start), hullAfter(HARDMAX, start));
        }
        Arrays.sort(distances);
        double median = (distances[24] + distances[25]) / 2;
        assertTrue(median > .3 && median < .65, "from " + distances[0] + " by " + median + " to " + distances[49]);
    }

    private static Polytope hullAfter(AttentionRule rule, Tokens start) {
        List<Step> run = MonitorsTest.run(plane(rule), start, 300);
        return Polytope.of(run.getLast().after().tokens(), CancellationCheck.NONE);
    }

    @Test
    void failedHypothesesAreNamed() {
        assertNot(Statement.VANISHING_STRIP, plane(localmax(1)), "delta is constant");
        assertNot(
                Statement.VANISHING_STRIP,
                plane(new Localmax(t -> 1 + t % 2, Scale.NORMALIZED)),
                "delta grows at times");
        assertNot(
                Statement.VANISHING_STRIP,
                MonitorsTest.dynamics(new Localmax(t -> 1.0 / (1 + t), Scale.KEYNORM), Interaction.of(new double[][] {
                    {1, 2}, {0, 1}
                })),
                "A is not symmetric and positive definite");
        StepSize finite = new StepSize(StepSize.Form.GAMMA, t -> .5 / ((t + 1.0) * (t + 1.0)));
        assertNot(
                Statement.VANISHING_STRIP,
                new Dynamics(
                        new Localmax(t -> 1.0 / (1 + t), Scale.NORMALIZED),
                        Interaction.identity(2),
                        finite,
                        TiePolicy.DEFAULT),
                "the sum of gamma is finite, as far as gamma from t = 2^20 to 2^40 tells");
    }
}
