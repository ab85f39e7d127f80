package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.LocalmaxRuns.EARLY_EXIT;
import static org.localmax.analysis.monitors.LocalmaxRuns.HARDMAX;
import static org.localmax.analysis.monitors.LocalmaxRuns.OUTSIDE;
import static org.localmax.analysis.monitors.LocalmaxRuns.QUIESCENT;
import static org.localmax.analysis.monitors.LocalmaxRuns.assertNot;
import static org.localmax.analysis.monitors.LocalmaxRuns.at;
import static org.localmax.analysis.monitors.LocalmaxRuns.localmax;
import static org.localmax.analysis.monitors.LocalmaxRuns.plane;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactState;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.testing.RandomCases;

/** L1: groups that settle by themselves at the vertices of K, along runs in which they are known, and with violations planted. */
class QuiescentSetsTest {

    @Test
    void beforeTheEntryTimeTokensMayLeaveTheBall() {
        Dynamics dynamics = plane(localmax(.4));
        List<Step> run = MonitorsTest.run(dynamics, EARLY_EXIT, 80);
        Hindsight seen = Hindsight.of(dynamics, run);
        QuiescentSet set = at(seen, -.27324, -.82551);
        assertEquals(.1, set.radius(), 1e-15);
        assertEquals(.0903, Vectors.distance(run.get(3).before().tokens().token(0), 0, set.vertex(), 0, 2), 5e-5);
        assertEquals(.1119, Vectors.distance(run.get(4).before().tokens().token(0), 0, set.vertex(), 0, 2), 5e-5);
        assertEquals(OptionalLong.of(3), set.firstExit());
        assertEquals(OptionalInt.of(0), set.firstLeaver());
        assertTrue(set.exits() >= 1);
        long entry = set.entry().orElseThrow();
        assertTrue(entry > 4 && entry < 15, "T = " + entry);
        assertEquals(
                Verdict.HOLDS,
                seen.verdict(Statement.QUIESCENT_SETS),
                seen.finding(Statement.QUIESCENT_SETS).because());
        assertTrue(seen.finding(Statement.QUIESCENT_SETS).because().contains("from T = " + entry), "T is told");
        assertEquals(.5, set.rate(), 1e-5);
        assertEquals(.5, set.expectedRate(), 1e-12);
        assertEquals(0, set.drift(), 1e-14);
        assertTrue(set.separation() >= .4, "another limit at " + set.separation());
        assertTrue(set.sharpness() > 1);
    }

    /**
     * By hand: from (2.1, 2.4) the third token moves away from (4, 0), at first at the distance |(1.9, 2.4)| = sqrt(9.37), and ever nearer to
     * (0, 5); eps is 1.5/4. On the line -1/4 moves away from 1, 5/4 away with eps = 1/8, to -5/8, and from there with -1 to -13/16.
     */
    @Test
    void howFarTheBallMightReachIsToldInUnitsOfItsRadius() {
        Dynamics dynamics = plane(localmax(1.5));
        Hindsight seen = Hindsight.of(dynamics, MonitorsTest.run(dynamics, OUTSIDE, 90));
        assertEquals(Math.sqrt(9.37) / .375, at(seen, 4, 0).sharpness(), 1e-12);
        assertEquals(OptionalLong.of(0), at(seen, 4, 0).entry());
        assertEquals(Double.POSITIVE_INFINITY, at(seen, 0, 5).sharpness());
        Dynamics line = MonitorsTest.dynamics(localmax(.5), Interaction.identity(1));
        Hindsight pair = Hindsight.of(line, MonitorsTest.run(line, Tokens.of(new double[][] {{1}, {-1}, {-.25}}), 60));
        assertEquals(10, at(pair, 1).sharpness(), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, at(pair, -.8125).sharpness());
    }

    /** Under schedules, too: from T on, how near to v a token was that moved away from it, in units of the least delta/(2 + 2 alpha). */
    @Test
    void sharpnessUnderSchedulesIsThatOfEveryStepFromTheEntryOn() {
        int finite = 0;
        for (int seed = 0; seed < 40; seed++) {
            double width = .3 + .01 * seed;
            Localmax rule = new Localmax(t -> width * (1 + 1 / (1.0 + t)), Scale.NORMALIZED);
            Dynamics dynamics = new Dynamics(
                    rule,
                    Interaction.identity(2),
                    new StepSize(StepSize.Form.ALPHA, t -> .5 + t % 3),
                    TiePolicy.DEFAULT);
            List<Step> run = MonitorsTest.run(dynamics, new RandomCases(seed).gaussian(9, 2), 120);
            double eps = Double.POSITIVE_INFINITY;
            for (int t = 0; t < 120; t++) {
                eps = Math.min(eps, rule.delta(t) / (2 + 2 * (.5 + t % 3)));
            }
            for (QuiescentSet set : Hindsight.of(dynamics, run).sets()) {
                if (set.entry().isPresent()) {
                    double nearest =
                            nearestThatMovesAway(run.subList((int) set.entry().getAsLong(), run.size()), set.vertex());
                    assertEquals(nearest / eps, set.sharpness(), 1e-9 * nearest, "seed " + seed);
                    assertTrue(nearest > eps, "nobody in the ball goes away from T on");
                    finite += nearest < Double.POSITIVE_INFINITY ? 1 : 0;
                }
            }
        }
        assertTrue(finite > 20, "only " + finite);
    }

    private static double nearestThatMovesAway(List<Step> steps, double[] v) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Step step : steps) {
            Tokens before = step.before().tokens();
            Tokens after = step.after().tokens();
            for (int i = 0; i < before.count(); i++) {
                double there = Vectors.distance(before.rows(), 2 * i, v, 0, 2);
                double next = Vectors.distance(after.rows(), 2 * i, v, 0, 2);
                nearest = next > there + 1e-13 ? Math.min(nearest, there) : nearest;
            }
        }
        return nearest;
    }

    /** With another radius it is another set of tokens that is looked at. */
    @Test
    void aSmallerBallIsEnteredLater() {
        Dynamics dynamics = plane(localmax(.4));
        List<Step> run = MonitorsTest.run(dynamics, EARLY_EXIT, 80);
        long entry = at(Hindsight.of(dynamics, run), -.27324, -.82551).entry().orElseThrow();
        Hindsight smaller = Hindsight.of(dynamics, run, OptionalDouble.of(.001));
        assertTrue(at(smaller, -.27324, -.82551).entry().orElseThrow() > entry + 3);
        assertEquals(Verdict.HOLDS, smaller.verdict(Statement.QUIESCENT_SETS));
    }

    /** In fractions: from T on mean(N) does not move at all, and each token comes nearer by exactly 1/(1 + alpha). */
    @Test
    void theFactorIsExact() {
        Dynamics dynamics = plane(localmax(.4));
        QuiescentSet set = at(Hindsight.of(dynamics, MonitorsTest.run(dynamics, EARLY_EXIT, 80)), -.27324, -.82551);
        for (Rational alpha : List.of(Rational.ONE, Rational.parse("3/7"))) {
            ExactDynamics exact = ExactDynamics.of(dynamics);
            Rational keeps = Rational.parse("1/2");
            int[] members = set.members();
            long entry = set.entry().orElseThrow();
            if (!alpha.equals(Rational.ONE)) {
                exact = new ExactDynamics(
                        localmax(1),
                        exact.interaction(),
                        new StepSize(StepSize.Form.ALPHA, new Fraction(alpha)),
                        Optional.empty(),
                        Optional.empty());
                keeps = Rational.ONE.over(Rational.ONE.plus(alpha));
                members = new int[] {0, 1, 4};
                entry = 0;
            }
            ExactState state = ExactState.initial(ExactTokens.of(alpha.equals(Rational.ONE) ? EARLY_EXIT : QUIESCENT));
            for (long t = 0; t < entry; t++) {
                state = exact.step(state).after();
            }
            Rational[] mean = mean(state.tokens(), members);
            for (int later = 0; later < 12; later++) {
                ExactState next = exact.step(state).after();
                assertArrayEquals(mean, mean(next.tokens(), members), "mean(N) moves at t = " + state.t());
                for (int i : members) {
                    for (int k = 0; k < 2; k++) {
                        assertEquals(
                                state.tokens().get(i, k).minus(mean[k]).times(keeps),
                                next.tokens().get(i, k).minus(mean[k]));
                    }
                }
                state = next;
            }
        }
    }

    private record Fraction(Rational value) implements Schedule {

        @Override
        public double at(long t) {
            return value.toDouble();
        }

        @Override
        public Optional<Rational> exactly(long t) {
            return Optional.of(value);
        }
    }

    private static Rational[] mean(ExactTokens tokens, int[] members) {
        Rational[] mean = new Rational[tokens.dimension()];
        for (int k = 0; k < mean.length; k++) {
            Rational sum = Rational.ZERO;
            for (int i : members) {
                sum = sum.plus(tokens.get(i, k));
            }
            mean[k] = sum.over(Rational.of(members.length));
        }
        return mean;
    }

    /** Under the normalized scale everything is in the A-norm: the same sets as after A^(1/2), and none where balls are Euclidean. */
    @Test
    void theBallIsOneOfTheNormOfA() {
        Interaction stretched = Interaction.of(new double[][] {{9, 0}, {0, 1}});
        double[][] rows = new double[5][];
        Arrays.setAll(rows, i -> new double[] {EARLY_EXIT.get(i, 0) / 3, EARLY_EXIT.get(i, 1)});
        Dynamics dynamics = MonitorsTest.dynamics(localmax(.4), stretched);
        QuiescentSet set =
                at(Hindsight.of(dynamics, MonitorsTest.run(dynamics, Tokens.of(rows), 80)), -.27324 / 3, -.82551);
        Dynamics round = plane(localmax(.4));
        QuiescentSet same = at(Hindsight.of(round, MonitorsTest.run(round, EARLY_EXIT, 80)), -.27324, -.82551);
        assertEquals(same.entry(), set.entry());
        assertEquals(same.exits(), set.exits());
        assertEquals(same.firstExit(), set.firstExit());
        assertArrayEquals(same.members(), set.members());
        assertEquals(same.separation(), set.separation(), 1e-9);
        assertEquals(same.sharpness(), set.sharpness(), 1e-6);
    }

    /** delta and alpha may follow schedules: the factor of each step is its own. */
    @Test
    void schedulesHaveTheirOwnFactorAtEachStep() {
        Localmax rule = new Localmax(t -> t % 2 == 0 ? .8 : 1, Scale.NORMALIZED);
        Dynamics dynamics = new Dynamics(
                rule,
                Interaction.identity(2),
                new StepSize(StepSize.Form.ALPHA, t -> t % 3 == 0 ? 1 : .5),
                TiePolicy.DEFAULT);
        Hindsight seen = Hindsight.of(dynamics, MonitorsTest.run(dynamics, QUIESCENT, 90));
        assertEquals(Verdict.HOLDS, seen.verdict(Statement.QUIESCENT_SETS));
        QuiescentSet set = at(seen, 121 / 30.0, 0);
        assertEquals(.8 / 4, set.radius(), 1e-15, "the least delta/(2 + 2 alpha)");
        assertEquals(set.expectedRate(), set.rate(), 1e-6);
        assertEquals(Math.cbrt(.5 / 1.5 / 1.5), set.rate(), .01);
    }

    @Test
    void aTokenThatLeavesItsFactorIsFoundAtItsStep() {
        Dynamics dynamics = plane(localmax(1));
        List<Step> run = MonitorsTest.run(dynamics, QUIESCENT, 70);
        assertEquals(Verdict.HOLDS, Hindsight.of(dynamics, run).verdict(Statement.QUIESCENT_SETS));
        Tokens after = run.get(6).after().tokens();
        Tokens askew = MonitorsTest.with(after, 4, after.get(4, 0), after.get(4, 1) + 1e-3);
        Finding found = Hindsight.of(dynamics, MonitorsTest.planted(dynamics, run, 6, askew))
                .finding(Statement.QUIESCENT_SETS);
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(6), found.step());
        assertArrayEquals(new int[] {4}, found.tokens());
        assertEquals(1e-3, found.size(), 1e-12);
    }

    @Test
    void failedHypothesesAreNamed() {
        assertNot(Statement.QUIESCENT_SETS, plane(HARDMAX), "the rule is not localmax");
        assertNot(
                Statement.QUIESCENT_SETS,
                plane(new Localmax(Schedule.constant(1), Scale.ABSOLUTE)),
                "the scale is absolute: delta is no length");
        assertNot(
                Statement.QUIESCENT_SETS,
                MonitorsTest.dynamics(new Localmax(Schedule.constant(1), Scale.KEYNORM), Interaction.of(new double[][] {
                    {2, 0}, {0, 1}
                })),
                "the scale is keynorm, and A is not the identity");
        assertNot(
                Statement.QUIESCENT_SETS,
                MonitorsTest.dynamics(localmax(1), Interaction.of(new double[][] {{1, 1}, {1, 1}})),
                "A is not symmetric and positive definite");
        assertNot(
                Statement.QUIESCENT_SETS,
                plane(localmax(1e-9)),
                "delta/(2 + 2 alpha) is 2.5e-10 at its least, within the linkage of clusters");
        assertNot(Statement.QUIESCENT_SETS, plane(localmax(Double.POSITIVE_INFINITY)), "delta is infinite");
        Dynamics jump = new Dynamics(localmax(1), Interaction.identity(2), StepSize.gamma(1.0), TiePolicy.DEFAULT);
        assertNot(
                Statement.QUIESCENT_SETS,
                jump,
                "delta/(2 + 2 alpha) is 0 at its least, within the linkage of clusters");
        Dynamics sphere = new Dynamics(
                localmax(1),
                Interaction.identity(2),
                StepSize.gamma(0.5),
                TiePolicy.DEFAULT,
                new Movement(Optional.empty(), Optional.empty(), true));
        assertNot(Statement.QUIESCENT_SETS, sphere, "tokens do not move on straight lines to the mean");
    }
}
