package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.LocalmaxRuns.HARDMAX;
import static org.localmax.analysis.monitors.LocalmaxRuns.OUTSIDE;
import static org.localmax.analysis.monitors.LocalmaxRuns.localmax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.Frame;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
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

/** The theory along many seeded runs: nothing is violated, and little is left open. */
class ManyRunsTest {

    /**
     * 520 short runs: no verdict is a violation, of no statement more than one in twenty is open, every statement applies to some,
     * and what held holds twice as long.
     */
    @Test
    void theTheoryHoldsAlongManyRuns() {
        Map<Statement, Integer> applied = new EnumMap<>(Statement.class);
        Map<Statement, Integer> open = new EnumMap<>(Statement.class);
        for (int seed = 0; seed < 520; seed++) {
            Start start = start(seed);
            Dynamics dynamics = start.dynamics();
            List<Step> run = MonitorsTest.run(dynamics, start.tokens(), 60);
            Hindsight half = Hindsight.of(dynamics, run.subList(0, 30));
            Hindsight whole = Hindsight.of(dynamics, run);
            for (Finding found : whole.findings()) {
                Statement statement = found.statement();
                Finding before = half.finding(statement);
                for (Finding one : List.of(before, found)) {
                    assertTrue(
                            one.verdict() != Verdict.VIOLATED,
                            "seed " + seed + ", " + dynamics.rule() + ": " + statement + " " + one.because() + " by "
                                    + one.size() + " at " + one.step());
                }
                boolean isOpen = found.verdict() == Verdict.UNDECIDED || before.verdict() == Verdict.UNDECIDED;
                applied.merge(statement, found.verdict() == Verdict.NOT_APPLICABLE ? 0 : 1, Integer::sum);
                open.merge(statement, isOpen ? 1 : 0, Integer::sum);
            }
        }
        for (Statement statement :
                EnumSet.complementOf(EnumSet.of(Statement.OBEYS))) { // of trajectories made elsewhere
            int runs = applied.get(statement);
            assertTrue(runs >= 10, statement + " applies to " + runs + " runs");
            assertTrue(
                    20 * open.get(statement) <= runs,
                    statement + ": " + open.get(statement) + " of " + runs + " are open");
        }
    }

    /** What one of many runs starts from. */
    private record Start(Dynamics dynamics, Tokens tokens) {}

    /** Three in four are clouds under any rule; the others have what theorems suppose that no cloud has by chance. */
    private static Start start(int seed) {
        RandomCases random = new RandomCases(seed);
        if (seed % 4 < 3) {
            return cloud(random, rules().get((seed - seed / 4) % rules().size()), seed % 12 == 0);
        }
        return switch (seed / 4 % 4) {
            case 0 -> symmetricCloud(random);
            case 1 -> symmetricCorners(random);
            case 2 -> polygon(random, seed / 16 % 8);
            default -> outside(random, seed);
        };
    }

    private static List<AttentionRule> rules() {
        List<AttentionRule> rules = new ArrayList<>(RandomCases.rules());
        Schedule one = Schedule.constant(1);
        rules.add(localmax(.2));
        rules.add(localmax(1));
        rules.add(new Localmax(t -> 1.0 / (1 + t), Scale.NORMALIZED));
        rules.add(new Localmax(t -> 1 / StrictMath.log(StrictMath.E + t), Scale.NORMALIZED));
        rules.add(new Localmax(t -> StrictMath.pow(.8, t), Scale.NORMALIZED));
        rules.add(new Entmax(2, one));
        rules.add(new Entmax(1.5, one));
        rules.add(new TopK(2, one));
        rules.add(new SelfAdjustedSoftmax(Schedule.constant(.1), true));
        rules.add(new SelfAdjustedSoftmax(Schedule.constant(.01), false));
        rules.add(new SecondMellowmax(one, 1, 1));
        rules.add(new HegselmannKrause(one));
        return rules;
    }

    private static Start cloud(RandomCases random, AttentionRule rule, boolean isLattice) {
        int d = random.between(1, 3);
        int n = random.between(2, 10);
        Tokens tokens = isLattice ? random.lattice(n, d, 2) : random.gaussian(n, d);
        return new Start(
                new Dynamics(
                        rule, random.interaction(rule, d), StepSize.alpha(random.between(.3, 3.0)), TiePolicy.DEFAULT),
                tokens);
    }

    /** 0 stays in the hull of X = -X under the descending oracle. */
    private static Start symmetricCloud(RandomCases random) {
        int d = random.between(1, 3);
        Interaction m = Interaction.of(random.positiveDefinite(d));
        StepSize decaying = new StepSize(StepSize.Form.GAMMA, t -> 2.0 / (t + 2));
        return new Start(
                new Dynamics(new FrankWolfe(Sense.MIN, Ties.FIRST), m, decaying, TiePolicy.DEFAULT),
                mirrored(random.gaussian(random.between(1, 5), d)));
    }

    /** The corners of a cross-polytope, each of which owns its cell. */
    private static Start symmetricCorners(RandomCases random) {
        int d = random.between(1, 3);
        double[][] axes = random.rotation(d);
        for (double[] axis : axes) {
            double radius = random.between(.5, 2.0);
            Arrays.setAll(axis, k -> radius * axis[k]);
        }
        StepSize constant = StepSize.gamma(random.between(.05, .45) + random.between(0, 1) / 2.0);
        return new Start(
                new Dynamics(
                        new FrankWolfe(Sense.MIN, Ties.MEAN), Interaction.identity(d), constant, TiePolicy.DEFAULT),
                mirrored(Tokens.of(axes)));
    }

    private static Tokens mirrored(Tokens half) {
        double[] rows = Arrays.copyOf(half.rows(), 2 * half.rows().length);
        for (int k = 0; k < half.rows().length; k++) {
            rows[half.rows().length + k] = -rows[k];
        }
        return Tokens.ofRows(2 * half.count(), half.dimension(), rows);
    }

    /** A regular polygon, whose corners own their cells, and tokens within. */
    private static Start polygon(RandomCases random, int rule) {
        int k = random.between(3, 6);
        double turn = random.between(0.0, 2 * StrictMath.PI);
        double[][] points = new double[k + random.between(1, 5)][];
        for (int i = 0; i < points.length; i++) {
            double angle = i < k ? turn + 2 * StrictMath.PI * i / k : random.between(0.0, 2 * StrictMath.PI);
            double radius = i < k ? 1 : random.between(.1, .4);
            points[i] = new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
        }
        AttentionRule chosen = switch (rule) {
            case 0 -> new FrankWolfe(Sense.MAX, Ties.MEAN);
            case 1 -> HARDMAX;
            default -> new Softmax(Schedule.constant(60));
        };
        return new Start(
                new Dynamics(
                        chosen, Interaction.identity(2), StepSize.gamma(random.between(.2, .8)), TiePolicy.DEFAULT),
                Tokens.of(points));
    }

    /** Seen from elsewhere, under strips that keep the third token between the other two. */
    private static Start outside(RandomCases random, int seed) {
        return new Start(
                new Dynamics(
                        localmax(random.between(1.45, 1.85)),
                        Interaction.identity(2),
                        StepSize.alpha(random.between(2.0, 4.0)),
                        TiePolicy.DEFAULT),
                Frame.random(seed, OUTSIDE.count(), OUTSIDE.dimension()).of(OUTSIDE));
    }
}
