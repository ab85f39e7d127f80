package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.MonitorsTest.assertNotApplicable;
import static org.localmax.analysis.monitors.MonitorsTest.finding;
import static org.localmax.analysis.monitors.MonitorsTest.planted;
import static org.localmax.analysis.monitors.MonitorsTest.run;
import static org.localmax.analysis.monitors.MonitorsTest.with;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.TopK;
import org.localmax.testing.RandomCases;

/** Steps in another frame, in other units, and after y = A^(1/2) x. */
class EquivarianceMonitorsTest {

    private static final Hardmax HARDMAX = new Hardmax(Multiplicity.COUNTED);

    private static List<AttentionRule> rules() {
        List<AttentionRule> rules = new ArrayList<>(RandomCases.rules());
        Schedule one = Schedule.constant(1);
        rules.add(new HegselmannKrause(one));
        rules.add(new Entmax(2, one));
        rules.add(new Entmax(1.5, one));
        rules.add(new SelfAdjustedSoftmax(Schedule.constant(0.1), true));
        rules.add(new SecondMellowmax(one, 1, 1));
        rules.add(new Localmax(t -> 1 / (1.0 + t), Scale.ABSOLUTE));
        return rules;
    }

    private static Dynamics dynamics(AttentionRule rule, Interaction interaction) {
        return new Dynamics(rule, interaction, StepSize.alpha(0.7), TiePolicy.DEFAULT);
    }

    /** To the last bit where the rule decides, ties and ambiguous decisions included. */
    @Test
    void noStepDependsOnTheUnit() {
        for (int seed = 0; seed < 60; seed++) {
            RandomCases random = new RandomCases(seed);
            AttentionRule rule = rules().get(seed % rules().size());
            int d = random.between(1, 4);
            Tokens start = seed % 3 == 0 ? random.lattice(12, d, 2) : random.gaussian(12, d);
            Dynamics dynamics = dynamics(rule, random.interaction(rule, d));
            Finding found = finding(Statement.SCALING, dynamics, run(dynamics, start, 40));
            assertEquals(Verdict.HOLDS, found.verdict(), "seed " + seed + ": " + found);
            if (rule instanceof AttentionRule.Selective) {
                assertEquals(0, found.size());
                assertEquals("every step looked at is the same in other units", found.because());
            }
        }
    }

    /** Tokens that shrink until products of them leave the range are not looked at. */
    @Test
    void numbersTooSmallAreLeftOut() {
        Tokens start = Tokens.of(new double[][] {{0x1p-600, 0x1p-601}, {-0x1p-600, 0}, {0, 0x1p-603}});
        Dynamics dynamics = dynamics(HARDMAX, Interaction.identity(2));
        Finding found = finding(Statement.SCALING, dynamics, run(dynamics, start, 3));
        assertEquals(Verdict.UNDECIDED, found.verdict());
        assertEquals(
                "3 steps with ambiguous decisions, or numbers too small or large, alone were there to look at",
                found.because());
    }

    @Test
    void aStepThatDependsOnTheUnitIsFound() {
        Tokens start = new RandomCases(2).gaussian(9, 2);
        for (AttentionRule rule : List.of(HARDMAX, new Softmax(Schedule.constant(1)))) {
            Dynamics dynamics = dynamics(rule, Interaction.identity(2));
            List<Step> run = run(dynamics, start, 6);
            Tokens after = run.get(4).after().tokens();
            double nudged = rule == HARDMAX ? Math.nextUp(after.get(2, 0)) : after.get(2, 0) + 1e-9;
            Tokens askew = with(after, 2, nudged, after.get(2, 1));
            Finding found = finding(Statement.SCALING, dynamics, planted(dynamics, run, 4, askew));
            assertEquals(Verdict.VIOLATED, found.verdict());
            assertEquals(OptionalLong.of(4), found.step());
            assertArrayEquals(new int[] {2}, found.tokens());
        }
    }

    @Test
    void aMatrixIsNoMoreThanCoordinates() {
        int seen = 0;
        for (int seed = 0; seed < 60; seed++) {
            RandomCases random = new RandomCases(seed);
            AttentionRule rule = rules().get(seed % rules().size());
            int d = random.between(1, 4);
            Dynamics dynamics = dynamics(rule, Interaction.of(random.positiveDefinite(d)));
            Finding found = finding(Statement.REDUCTION, dynamics, run(dynamics, random.gaussian(12, d), 40));
            boolean applies = !(rule instanceof HegselmannKrause)
                    && !(rule instanceof Localmax localmax && localmax.scale() == Scale.KEYNORM);
            assertEquals(
                    applies ? Verdict.HOLDS : Verdict.NOT_APPLICABLE, found.verdict(), "seed " + seed + ": " + found);
            seen += applies ? 1 : 0;
        }
        assertTrue(seen > 40, seen + " of 60");
    }

    @Test
    void aStepThatKnowsMoreThanCoordinatesIsFound() {
        Tokens start = new RandomCases(4).gaussian(9, 2);
        Interaction a = Interaction.of(new double[][] {{2, 0.5}, {0.5, 1}});
        Dynamics dynamics = dynamics(HARDMAX, a);
        List<Step> run = run(dynamics, start, 6);
        Tokens after = run.get(2).after().tokens();
        Tokens askew = with(after, 5, after.get(5, 0), after.get(5, 1) + 1e-9);
        Finding found = finding(Statement.REDUCTION, dynamics, planted(dynamics, run, 2, askew));
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(2), found.step());
        assertArrayEquals(new int[] {5}, found.tokens());
    }

    /** t = 3 is no power of two: it is looked at as long as there are few tokens in few dimensions. */
    @Test
    void everyStepOfFewTokensIsLookedAt() {
        for (Statement statement : List.of(Statement.FRAME, Statement.SCALING, Statement.REDUCTION)) {
            for (AttentionRule rule : List.of(HARDMAX, new Softmax(Schedule.constant(1)))) {
                assertEquals(OptionalLong.of(3), plantedAtThree(statement, rule, 9, 2));
                assertEquals(OptionalLong.of(3), plantedAtThree(statement, rule, 64, 3));
                assertEquals(OptionalLong.empty(), plantedAtThree(statement, rule, 65, 3));
            }
            assertEquals(OptionalLong.of(3), plantedAtThree(statement, HARDMAX, 20, 16));
            assertEquals(OptionalLong.empty(), plantedAtThree(statement, HARDMAX, 20, 17));
        }
    }

    /** Where the violation is seen of a token that is 1e-7 off after the step at t = 3. */
    private static OptionalLong plantedAtThree(Statement statement, AttentionRule rule, int n, int d) {
        RandomCases random = new RandomCases(n);
        Dynamics dynamics = dynamics(rule, Interaction.of(random.positiveDefinite(d)));
        List<Step> run = run(dynamics, random.gaussian(n, d), 6);
        double[] point = run.get(3).after().tokens().token(5);
        point[d - 1] += 1e-7;
        List<Step> planted = planted(dynamics, run, 3, with(run.get(3).after().tokens(), 5, point));
        Finding found = finding(statement, dynamics, planted);
        assertEquals(found.step().isPresent() ? Verdict.VIOLATED : Verdict.HOLDS, found.verdict(), found.toString());
        if (found.step().isPresent()) {
            assertArrayEquals(new int[] {5}, found.tokens());
        }
        return found.step();
    }

    @Test
    void failedHypothesesAreNamed() {
        Tokens start = new RandomCases(3).gaussian(6, 2);
        Interaction plane = Interaction.identity(2);
        Interaction general = Interaction.of(new double[][] {{1, 2}, {0, 1}});
        assertNotApplicable(Statement.REDUCTION, dynamics(HARDMAX, plane), start, "A is the identity");
        assertNotApplicable(
                Statement.REDUCTION, dynamics(HARDMAX, general), start, "A is not symmetric and positive definite");
        assertNotApplicable(
                Statement.REDUCTION,
                dynamics(new Localmax(Schedule.constant(1), Scale.KEYNORM), general),
                start,
                "the scale of localmax is |Ax|, which these coordinates do not keep");
        assertNotApplicable(
                Statement.REDUCTION,
                dynamics(new HegselmannKrause(Schedule.constant(1)), general),
                start,
                "the rule looks at distances, which these coordinates do not keep");
        assertNotApplicable(
                Statement.SCALING,
                dynamics(new TopK(2, Schedule.constant(1)), plane),
                start,
                "the rule may look at the numbers of tokens");
        assertNotApplicable(
                Statement.FRAME,
                dynamics(new TopK(2, Schedule.constant(1)), plane),
                start,
                "the rule may look at the numbers of tokens");
    }
}
