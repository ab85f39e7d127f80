package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.Polytope;
import org.localmax.geometry.PolytopeDistance;
import org.localmax.testing.RandomCases;

/** Each monitor finds a planted violation at its step, stays quiet over runs of the theory, and says why it does not apply. */
class MonitorsTest {

    private static final AttentionRule HARDMAX = new Hardmax(Multiplicity.COUNTED);

    static Dynamics dynamics(AttentionRule rule, Interaction interaction) {
        return new Dynamics(rule, interaction, StepSize.alpha(1.0), TiePolicy.DEFAULT);
    }

    static List<Step> run(Dynamics dynamics, Tokens start, int steps) {
        List<Step> run = new ArrayList<>();
        State state = State.initial(start);
        for (int t = 0; t < steps; t++) {
            Step step = dynamics.step(state);
            run.add(step);
            state = step.after();
        }
        return run;
    }

    static List<Finding> findings(Dynamics dynamics, List<Step> run) {
        Monitors monitors = new Monitors(dynamics, run.getFirst().before().tokens(), CancellationCheck.NONE);
        run.forEach(monitors::see);
        return monitors.findings();
    }

    static Finding finding(Statement statement, Dynamics dynamics, List<Step> run) {
        return findings(dynamics, run).stream()
                .filter(found -> found.statement() == statement)
                .findFirst()
                .orElseThrow();
    }

    /** The run with tokens of one step, and what follows from them, replaced. */
    static List<Step> planted(Dynamics dynamics, List<Step> run, int t, Tokens tokens) {
        List<Step> changed = new ArrayList<>(run.subList(0, t));
        Step step = run.get(t);
        State after = new State(t + 1, tokens, step.after().error());
        changed.add(new Step(
                step.before(),
                after,
                step.residual(),
                step.smallestMargin(),
                step.counts(),
                step.fingerprints(),
                step.ambiguous(),
                step.consequential()));
        State state = after;
        for (int later = t + 1; later < run.size(); later++) {
            Step next = dynamics.step(state);
            changed.add(next);
            state = next.after();
        }
        return changed;
    }

    static Tokens with(Tokens tokens, int i, double... point) {
        double[] rows = tokens.rows().clone();
        System.arraycopy(point, 0, rows, i * point.length, point.length);
        return Tokens.ofRows(tokens.count(), tokens.dimension(), rows);
    }

    @ParameterizedTest
    @EnumSource
    void everyStatementIsWatchedOrSaysWhyNot(Statement statement) {
        Tokens start = new RandomCases(1).gaussian(8, 2);
        if (Hindsight.STATEMENTS.contains(statement)) {
            return; // the tests of these are their own: QuiescentSetsTest to AdjointFunctionTest
        }
        for (AttentionRule rule : RandomCases.rules()) {
            Dynamics dynamics = dynamics(rule, Interaction.identity(2));
            Finding found = finding(statement, dynamics, run(dynamics, start, 3));
            assertTrue(
                    !found.because().isBlank() && found.verdict() != Verdict.VIOLATED, rule + ": " + found.because());
        }
    }

    /** Over runs of every rule, clouds with ties among them, nothing is violated, and at most one in twenty undecided. */
    @Test
    void theTheoryHolds() {
        int undecided = 0;
        int all = 0;
        for (int seed = 0; seed < 60; seed++) {
            RandomCases random = new RandomCases(seed);
            int d = random.between(1, 4);
            int n = random.between(2, 20);
            Tokens start = seed % 3 == 0 ? random.lattice(n, d, 2) : random.gaussian(n, d);
            AttentionRule rule =
                    RandomCases.rules().get(seed % RandomCases.rules().size());
            Interaction interaction = random.interaction(rule, d);
            Dynamics dynamics = dynamics(seed % 2 == 0 ? rule : HARDMAX, interaction);
            for (Finding found : findings(dynamics, run(dynamics, start, 80))) {
                assertTrue(
                        found.verdict() != Verdict.VIOLATED,
                        "seed " + seed + ": " + found.statement() + " by " + found.size() + " at " + found.step());
                undecided += found.verdict() == Verdict.UNDECIDED ? 1 : 0;
                all++;
            }
        }
        assertTrue(20 * undecided <= all, undecided + " of " + all);
    }

    @Test
    void aTokenOutsideTheHullIsFoundAtItsStep() {
        Tokens start = Tokens.of(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {0.2, 0.1}});
        for (AttentionRule rule : List.of(
                HARDMAX, new Softmax(Schedule.constant(1)), new Localmax(Schedule.constant(1), Scale.KEYNORM))) {
            Dynamics dynamics = dynamics(rule, Interaction.identity(2));
            List<Step> run = run(dynamics, start, 6);
            double reach = run.get(3).after().tokens().largestNorm();
            Tokens outside = with(run.get(3).after().tokens(), 4, 3 * reach, 0);
            Finding found = finding(Statement.HULL, dynamics, planted(dynamics, run, 3, outside));
            assertEquals(Verdict.VIOLATED, found.verdict());
            assertEquals(OptionalLong.of(3), found.step());
            assertArrayEquals(new int[] {4}, found.tokens());
            assertTrue(found.size() > reach && found.size() < 3 * reach, "distance " + found.size());
        }
    }

    /** Where no hull is found: two tokens left, and the one that is farther from the hull is told, at its distance from that. */
    @Test
    void inManyDimensionsTheTokenFarthestOutsideIsFound() {
        Tokens start = new RandomCases(4).gaussian(60, 6);
        for (AttentionRule rule : List.of(
                HARDMAX, new Softmax(Schedule.constant(1)), new Localmax(Schedule.constant(1), Scale.NORMALIZED))) {
            Dynamics dynamics = dynamics(rule, Interaction.identity(6));
            List<Step> run = run(dynamics, start, 5);
            assertEquals(Verdict.HOLDS, finding(Statement.HULL, dynamics, run).verdict());
            Tokens before = run.get(2).before().tokens();
            double reach = before.largestNorm();
            Tokens one = with(run.get(2).after().tokens(), 7, 3 * reach, 0, 0, 0, 0, 0);
            Tokens two = with(one, 9, 0, 0, 2 * reach, 0, 0, 0);
            Finding found = finding(Statement.HULL, dynamics, planted(dynamics, run, 2, two));
            assertEquals(Verdict.VIOLATED, found.verdict());
            assertEquals(OptionalLong.of(2), found.step());
            assertArrayEquals(new int[] {7}, found.tokens());
            double distance = PolytopeDistance.euclidean(two.token(7), Polytope.of(before))
                    .distance();
            assertEquals(distance, found.size(), 1e-12 * reach);
        }
    }

    /** A token that jumps to another place in the hull is no violation, whatever the rule says of it. */
    @Test
    void inManyDimensionsATokenMayGoAnywhereInTheHull() {
        Tokens start = new RandomCases(5).gaussian(60, 6);
        Dynamics dynamics = dynamics(HARDMAX, Interaction.identity(6));
        List<Step> run = run(dynamics, start, 5);
        Tokens moved = with(
                run.get(2).after().tokens(), 7, run.get(2).before().tokens().token(9));
        Finding found = finding(Statement.HULL, dynamics, planted(dynamics, run, 2, moved));
        assertEquals(Verdict.HOLDS, found.verdict());
        assertEquals(0, found.size());
    }

    /** Outside by a few roundings is in doubt; by less is nothing. */
    @Test
    void whatRoundingMayExplainIsInDoubt() {
        Tokens start = Tokens.of(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {0.2, 0.1}});
        Dynamics dynamics = dynamics(HARDMAX, Interaction.identity(2));
        List<Step> run = run(dynamics, start, 4);
        Tokens doubtful = with(run.get(2).after().tokens(), 4, 1 + 0x1p-46, 0);
        Finding found = finding(Statement.HULL, dynamics, planted(dynamics, run, 2, doubtful));
        assertEquals(Verdict.UNDECIDED, found.verdict());
        assertEquals(OptionalLong.of(2), found.step());
        Tokens nothing = with(run.get(2).after().tokens(), 4, 1 + 0x1p-50, 0);
        assertEquals(
                Verdict.HOLDS,
                finding(Statement.HULL, dynamics, planted(dynamics, run, 2, nothing))
                        .verdict());
    }

    @Test
    void aLeaderThatMovesIsFoundAtItsStep() {
        Tokens start = Tokens.of(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {0.2, 0.1}});
        Dynamics dynamics = dynamics(HARDMAX, Interaction.identity(2));
        List<Step> run = run(dynamics, start, 6);
        Tokens moved = with(run.get(4).after().tokens(), 1, 0, 0.999);
        List<Step> planted = planted(dynamics, run, 4, moved);
        Finding leaders = finding(Statement.LEADERS, dynamics, planted);
        assertEquals(Verdict.VIOLATED, leaders.verdict());
        assertEquals(OptionalLong.of(4), leaders.step());
        assertArrayEquals(new int[] {1}, leaders.tokens());
        assertEquals(0.001, leaders.size(), 1e-12);
        Finding norms = finding(Statement.NORMS, dynamics, planted);
        assertEquals(Verdict.VIOLATED, norms.verdict());
        assertEquals(OptionalLong.of(4), norms.step());
        assertEquals(1 - 0.999 * 0.999, norms.size(), 1e-12);
    }

    @Test
    void tokensThatMergeAreFoundAtTheirStep() {
        Tokens start = Tokens.of(new double[][] {{1, 0}, {-1, 0}, {0.2, 0.1}, {0.3, -0.1}});
        Dynamics dynamics = dynamics(HARDMAX, Interaction.identity(2));
        List<Step> run = run(dynamics, start, 70);
        assertEquals(Verdict.HOLDS, finding(Statement.NO_MERGING, dynamics, run).verdict(), "rounding joins them late");
        Tokens after = run.get(5).after().tokens();
        Finding found = finding(
                Statement.NO_MERGING,
                dynamics,
                planted(dynamics, run, 5, with(after, 3, after.get(2, 0), after.get(2, 1))));
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(5), found.step());
        assertArrayEquals(new int[] {2, 3}, found.tokens());
    }

    @Test
    void aStepThatDependsOnTheFrameIsFound() {
        Tokens start = new RandomCases(2).gaussian(9, 2);
        Dynamics dynamics = dynamics(new Softmax(Schedule.constant(1)), Interaction.identity(2));
        List<Step> run = run(dynamics, start, 6);
        Tokens after = run.get(4).after().tokens();
        Tokens askew = with(after, 2, after.get(2, 0) + 1e-9, after.get(2, 1));
        Finding found = finding(Statement.FRAME, dynamics, planted(dynamics, run, 4, askew));
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(4), found.step());
        assertArrayEquals(new int[] {2}, found.tokens());
    }

    @Test
    void failedHypothesesAreNamed() {
        Tokens start = new RandomCases(3).gaussian(6, 2);
        Dynamics localmax = dynamics(new Localmax(Schedule.constant(1), Scale.NORMALIZED), Interaction.identity(2));
        assertNotApplicable(Statement.LEADERS, localmax, start, "the rule is not hardmax");
        Dynamics general = dynamics(HARDMAX, Interaction.of(new double[][] {{1, 2}, {0, 1}}));
        assertNotApplicable(Statement.NORMS, general, start, "A is not symmetric and positive definite");
        Dynamics adjusted = dynamics(new SelfAdjustedSoftmax(Schedule.constant(1), false), Interaction.identity(2));
        assertNotApplicable(Statement.HULL, adjusted, start, "the weights of the rule do not add up to 1");
        Dynamics mellow = dynamics(new SecondMellowmax(Schedule.constant(1), 1, 1), Interaction.identity(2));
        assertNotApplicable(Statement.HULL, mellow, start, "weights of the rule may be negative");
        Dynamics first = dynamics(new FrankWolfe(Sense.MAX, Ties.FIRST), Interaction.identity(2));
        assertNotApplicable(Statement.FRAME, first, start, "the rule may look at the numbers of tokens");
        Tokens many = Tokens.ofRows(2001, 1, new double[2001]);
        Dynamics line = dynamics(HARDMAX, Interaction.identity(1));
        assertNotApplicable(Statement.FRAME, line, many, "there are more than 2000 tokens");
        Dynamics sphere = new Dynamics(
                HARDMAX,
                Interaction.identity(2),
                StepSize.gamma(0.5),
                TiePolicy.DEFAULT,
                new Movement(Optional.empty(), Optional.empty(), true));
        assertNotApplicable(Statement.HULL, sphere, start, "tokens do not move on straight lines to the mean");
        Dynamics jump = new Dynamics(HARDMAX, Interaction.identity(2), StepSize.gamma(1.0), TiePolicy.DEFAULT);
        assertNotApplicable(Statement.NO_MERGING, jump, start, "gamma is 1, with which tokens jump onto the mean");
    }

    static void assertNotApplicable(Statement statement, Dynamics dynamics, Tokens start, String because) {
        Finding found = finding(statement, dynamics, run(dynamics, start, 2));
        assertEquals(Verdict.NOT_APPLICABLE, found.verdict());
        assertEquals(because, found.because());
    }
}
