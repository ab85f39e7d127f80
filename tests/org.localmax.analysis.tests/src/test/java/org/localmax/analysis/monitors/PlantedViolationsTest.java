package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.LocalmaxRuns.HARDMAX;
import static org.localmax.analysis.monitors.LocalmaxRuns.localmax;
import static org.localmax.analysis.monitors.LocalmaxRuns.plane;
import static org.localmax.analysis.monitors.LocalmaxRuns.standingStill;
import static org.localmax.analysis.monitors.MonitorsTest.run;
import static org.localmax.analysis.monitors.OracleRuns.DECAYING;
import static org.localmax.analysis.monitors.OracleRuns.DOWN;
import static org.localmax.analysis.monitors.OracleRuns.PLANE;
import static org.localmax.analysis.monitors.OracleRuns.SQUARE;
import static org.localmax.analysis.monitors.OracleRuns.UP;
import static org.localmax.analysis.monitors.OracleRuns.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.TopK;
import org.localmax.testing.RandomCases;

/**
 * Every monitor in one table: a violation of a given size is planted, and told at its step, with its tokens and its size; one of a few
 * times the tolerance is undecided, one of half of it is nothing; and a hypothesis that fails is named.
 */
class PlantedViolationsTest {

    /**
     * What no trajectory violates. H2: whatever the tokens do, K is a polytope, and S(K) has at most a point in each of its faces. F5:
     * how large beta must be is not said, so that any T2 only tells that it was not.
     */
    private static final Set<Statement> NEVER = EnumSet.of(Statement.ALIGNMENT_SET, Statement.PLATEAU);

    static List<PlantedViolation> violations() {
        return PlantedViolation.all();
    }

    @ParameterizedTest
    @EnumSource
    void everyStatementIsInTheTable(Statement statement) {
        assertEquals(
                !NEVER.contains(statement),
                violations().stream().anyMatch(planted -> planted.statement() == statement));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void aPlantedViolationIsFoundAtItsStep(PlantedViolation planted) {
        Finding found = planted.find().apply(planted.by());
        assertEquals(Verdict.VIOLATED, found.verdict(), found.toString());
        assertEquals(OptionalLong.of(planted.step()), found.step());
        assertArrayEquals(planted.tokens(), found.tokens(), Arrays.toString(found.tokens()));
        assertEquals(planted.size().applyAsDouble(planted.by()), found.size(), Math.max(1e-7 * found.size(), 1e-14));
        assertTrue(found.size() > found.tolerance());
    }

    /** By a few times the tolerance it is in doubt, and is told as such at its step; below the tolerance all is well. */
    @ParameterizedTest
    @MethodSource("violations")
    void whatRoundingMayExplainIsUndecided(PlantedViolation planted) {
        double tolerance = planted.find().apply(planted.by()).tolerance();
        double slope = planted.size().applyAsDouble(planted.by() / 1024) / (planted.by() / 1024);
        Finding doubtful = planted.find().apply(planted.doubtful() * tolerance / slope);
        assertEquals(Verdict.UNDECIDED, doubtful.verdict(), doubtful.toString());
        assertEquals(OptionalLong.of(planted.step()), doubtful.step());
        Finding harmless = planted.find().apply(planted.harmless() * tolerance / slope);
        assertTrue(
                harmless.verdict() == Verdict.HOLDS || harmless.verdict() == Verdict.CONSISTENT, harmless.toString());
    }

    /** Tokens that jump about as they like end somewhere, and S of that is finite. */
    @Test
    void finitelyManyPointsAreNeverViolated() {
        for (int seed = 0; seed < 40; seed++) {
            RandomCases random = new RandomCases(seed);
            int d = random.between(1, 3);
            Interaction a = Interaction.of(random.positiveDefinite(d));
            Dynamics dynamics = MonitorsTest.dynamics(HARDMAX, a);
            Tokens start = random.gaussian(6, d);
            List<Step> steps = new ArrayList<>(standingStill(dynamics, start, 1));
            for (int t = 1; t < 12; t++) {
                Step last = steps.getLast();
                steps = new ArrayList<>(
                        MonitorsTest.planted(dynamics, withOneMore(dynamics, steps, last), t, random.gaussian(6, d)));
            }
            Finding found = Hindsight.of(dynamics, steps).finding(Statement.ALIGNMENT_SET);
            assertEquals(Verdict.CONSISTENT, found.verdict(), found.toString());
        }
    }

    private static List<Step> withOneMore(Dynamics dynamics, List<Step> steps, Step last) {
        List<Step> more = new ArrayList<>(steps);
        more.add(dynamics.step(last.after()));
        return more;
    }

    /** Of forty vertices in five dimensions there are more sets of six than can be tried. */
    @Test
    void facesThatAreNotKnownLeaveTheAlignmentSetUndecided() {
        Dynamics dynamics = MonitorsTest.dynamics(HARDMAX, Interaction.identity(5));
        Tokens many = new RandomCases(1).gaussian(60, 5);
        Finding found = Hindsight.of(dynamics, standingStill(dynamics, many, 3)).finding(Statement.ALIGNMENT_SET);
        assertEquals(Verdict.UNDECIDED, found.verdict(), found.toString());
        assertTrue(found.because().endsWith("and perhaps more: not every face was tried"), found.because());
    }

    /** Whatever tokens do under a plateau, the worst that is said is undecided; and it is where T2 comes before T1. */
    @Test
    void aPlateauIsNeverViolated() {
        Dynamics dynamics = dynamics(new Softmax(Schedule.constant(40)), PLANE, StepSize.gamma(0.125));
        Tokens start = MonitorsTest.with(SQUARE, 4, 0.125, 0.0625);
        List<Step> run = run(dynamics, start, 12);
        int undecided = 0;
        for (int seed = 0; seed < 60; seed++) {
            RandomCases random = new RandomCases(seed);
            int t = random.between(0, 11);
            Tokens anywhere = MonitorsTest.with(
                    run.get(t).after().tokens(),
                    random.between(0, 4),
                    random.between(-1.0, 1),
                    random.between(-1.0, 1));
            Finding found = Hindsight.of(dynamics, MonitorsTest.planted(dynamics, run, t, anywhere))
                    .finding(Statement.PLATEAU);
            assertNotEquals(Verdict.VIOLATED, found.verdict());
            undecided += found.verdict() == Verdict.UNDECIDED ? 1 : 0;
        }
        assertTrue(undecided > 10 && undecided < 60, undecided + " of 60");
    }

    /** Tokens at rest that are not by themselves; a set outside S of tokens that attend to different others; rows that tie. */
    @Test
    void whatElseLeavesAStatementUndecided() {
        Dynamics strip = plane(localmax(1));
        Tokens near = Tokens.of(new double[][] {{4, 0}, {-3, 0}, {0, 3}, {3.25, 0}});
        assertUndecided(Statement.QUIESCENT_SETS, strip, standingStill(strip, near, 60), "a set was not quiescent yet");
        Dynamics wide = plane(localmax(1.5));
        Tokens twins = Tokens.of(new double[][] {{4, 0}, {0, 5}, {2.1, 2.4}, {2.1, 2.4}});
        assertEquals(
                Verdict.HOLDS,
                Hindsight.of(wide, run(wide, twins, 90))
                        .finding(Statement.LIMITS_OUTSIDE)
                        .verdict());
        List<Step> apart = run(wide, twins, 90).stream()
                .map(PlantedViolationsTest::ofDifferentMinds)
                .toList();
        assertUndecided(Statement.LIMITS_OUTSIDE, wide, apart, "differ in whom they attend to");
        Tokens ties = Tokens.of(new double[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}, {.5, 0}});
        Dynamics hardmax = plane(HARDMAX);
        List<Step> tied = run(hardmax, ties, 4);
        assertUndecided(Statement.FRAME, hardmax, tied, "with ambiguous decisions alone were there to look at");
        Interaction twice = Interaction.of(new double[][] {{2, 0}, {0, 2}});
        Dynamics stretched = MonitorsTest.dynamics(HARDMAX, twice);
        assertUndecided(Statement.REDUCTION, stretched, run(stretched, ties, 4), "with ambiguous decisions alone");
        Tokens tiny = Tokens.of(new double[][] {{0x1p-600, 0x1p-601}, {-0x1p-600, 0}, {0, 0x1p-603}});
        assertUndecided(Statement.SCALING, hardmax, run(hardmax, tiny, 3), "numbers too small or large");
        // a follower of a tie that goes elsewhere: another tie would take it there
        Tokens elsewhere = MonitorsTest.with(tied.getFirst().after().tokens(), 4, .75, .5);
        assertUndecided(Statement.ADJOINT, hardmax, MonitorsTest.planted(hardmax, tied, 0, elsewhere), "");
    }

    private static Step ofDifferentMinds(Step step) {
        long[] prints = step.fingerprints().clone();
        prints[3]++;
        return new Step(
                step.before(),
                step.after(),
                step.residual(),
                step.smallestMargin(),
                step.counts(),
                prints,
                step.ambiguous(),
                step.consequential());
    }

    private static void assertUndecided(Statement statement, Dynamics dynamics, List<Step> steps, String because) {
        Finding found = Hindsight.of(dynamics, steps).finding(statement);
        assertEquals(Verdict.UNDECIDED, found.verdict(), found.toString());
        assertTrue(found.because().contains(because), found.because());
    }

    /** Before the tokens are at rest nobody's place is a limit: a token that comes near in the last step is on its way there. */
    @Test
    void aTokenOnItsWayIsNoLimitThatIsTooNear() {
        Dynamics dynamics = plane(localmax(1));
        Tokens start = Tokens.of(new double[][] {{4, 0}, {2.875, 0}, {-3, 0}, {0, 3}});
        for (int steps = 1; steps < 80; steps++) {
            Finding found = Hindsight.of(dynamics, run(dynamics, start, steps)).finding(Statement.QUIESCENT_SETS);
            assertTrue(
                    found.verdict() == Verdict.CONSISTENT || found.verdict() == Verdict.HOLDS,
                    steps + " steps: " + found);
        }
    }

    /** A hypothesis that fails, and its name. */
    private record Missing(Statement statement, Dynamics dynamics, Tokens start, String because) {

        @Override
        public String toString() {
            return statement.id() + ": " + because;
        }
    }

    static Stream<Missing> hypotheses() {
        Dynamics hardmax = plane(HARDMAX);
        Dynamics general = MonitorsTest.dynamics(HARDMAX, Interaction.of(new double[][] {{1, 2}, {0, 1}}));
        Dynamics strip = plane(localmax(1));
        Dynamics adjusted = plane(new SelfAdjustedSoftmax(Schedule.constant(1), false));
        Dynamics best = plane(new TopK(2, Schedule.constant(1)));
        Dynamics absolute = plane(new Localmax(Schedule.constant(1), Scale.ABSOLUTE));
        Dynamics soft = plane(new Softmax(Schedule.constant(-1)));
        Dynamics down = dynamics(DOWN, PLANE, StepSize.gamma(0.5));
        Dynamics up = dynamics(UP, PLANE, DECAYING);
        String definite = "A is not symmetric and positive definite";
        return Stream.of(
                new Missing(Statement.HULL, adjusted, SQUARE, "the weights of the rule do not add up to 1"),
                new Missing(Statement.ALIGNMENT_SET, general, SQUARE, definite),
                new Missing(Statement.LEADERS, strip, SQUARE, "the rule is not hardmax"),
                new Missing(Statement.NORMS, general, SQUARE, definite),
                new Missing(Statement.NO_MERGING, general, SQUARE, definite),
                new Missing(Statement.ALIGNED_LIMITS, general, SQUARE, definite),
                new Missing(Statement.QUIESCENT_SETS, absolute, SQUARE, "the scale is absolute: delta is no length"),
                new Missing(Statement.LIMITS_OUTSIDE, hardmax, SQUARE, "the rule is not localmax"),
                new Missing(Statement.VANISHING_STRIP, strip, SQUARE, "delta is constant"),
                new Missing(Statement.NO_ARRIVAL, absolute, SQUARE, "the scale is absolute: delta is no length"),
                new Missing(Statement.ADJOINT, adjusted, SQUARE, "the weights of the rule do not add up to 1"),
                new Missing(Statement.DECAY, up, SQUARE, "-B is not symmetric and positive semidefinite"),
                new Missing(Statement.CONTRACTION, down, SQUARE, "X(0) is not -X(0)"),
                new Missing(Statement.OWNERS, down, SQUARE, "B is not symmetric and positive definite"),
                new Missing(Statement.CLOSED_FORM, soft, SQUARE, "the rule asks no linear oracle"),
                new Missing(Statement.COLLAPSE, hardmax, SQUARE, "the rule is not softmax"),
                new Missing(Statement.PLATEAU, soft, SQUARE, "beta is not positive"),
                new Missing(Statement.FRAME, best, SQUARE, "the rule may look at the numbers of tokens"),
                new Missing(Statement.SCALING, best, SQUARE, "the rule may look at the numbers of tokens"),
                new Missing(Statement.REDUCTION, hardmax, SQUARE, "A is the identity"));
    }

    @ParameterizedTest
    @MethodSource("hypotheses")
    void aFailedHypothesisIsNamed(Missing missing) {
        Finding found = Hindsight.of(missing.dynamics(), run(missing.dynamics(), missing.start(), 40))
                .finding(missing.statement());
        assertEquals(Verdict.NOT_APPLICABLE, found.verdict(), found.toString());
        assertTrue(found.because().startsWith(missing.because()), found.because());
    }

    /** The rule alone supposes nothing; a trajectory that disobeys it is none that the other statements are about. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OBEYS")
    void everyStatementButOneSupposesTheRule(Statement statement) {
        assertTrue(
                hypotheses().anyMatch(missing -> missing.statement() == statement), statement + " is not in the table");
        Dynamics dynamics = plane(HARDMAX);
        RuleMonitor monitor = new RuleMonitor(dynamics, 0);
        Step step = dynamics.step(State.initial(SQUARE));
        monitor.see(step, MonitorsTest.with(step.after().tokens(), 4, 9, 9));
        Finding holds = Finding.of(statement, Verdict.HOLDS, "all is well");
        Finding judged = monitor.judge(holds, monitor.finding());
        boolean isOfAnyTokens = statement == Statement.ALIGNMENT_SET;
        assertEquals(isOfAnyTokens ? Verdict.HOLDS : Verdict.NOT_APPLICABLE, judged.verdict());
        assertEquals(
                isOfAnyTokens ? "all is well" : "the trajectory does not obey the rule at t = 0", judged.because());
    }
}
