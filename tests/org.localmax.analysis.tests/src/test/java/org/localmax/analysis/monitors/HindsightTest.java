package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.Frame;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.analysis.limits.OutsideLimit;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.analysis.limits.StripSchedule;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.TopK;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.WeightedMean;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactState;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.geometry.HausdorffDistance;
import org.localmax.geometry.Polytope;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;
import org.localmax.testing.RandomCases;

/** The theorems on localmax that suppose the limits, along runs in which they are known, and with violations planted. */
class HindsightTest {

    private static final AttentionRule HARDMAX = new Hardmax(Multiplicity.COUNTED);

    /** Token 0 enters the ball of eps = .1 at its vertex, and leaves it once more. */
    private static final Tokens EARLY_EXIT =
            Tokens.of(new double[][] {{.08, -.88}, {.74, -.1}, {-.06, .65}, {.15, -.05}, {-.66, -.93}});

    /** Tokens 0, 1 and 4 are by themselves from the start on. */
    private static final Tokens QUIESCENT = Tokens.of(new double[][] {{4, .2}, {4, -.2}, {-3, 0}, {0, 3}, {4.1, 0}});

    /** The third token goes to (2, 2.5), outside S. */
    private static final Tokens OUTSIDE = Tokens.of(new double[][] {{4, 0}, {0, 5}, {2.1, 2.4}});

    private static Localmax localmax(double delta) {
        return new Localmax(Schedule.constant(delta), Scale.NORMALIZED);
    }

    private static Dynamics plane(AttentionRule rule) {
        return MonitorsTest.dynamics(rule, Interaction.identity(2));
    }

    private static QuiescentSet at(Hindsight seen, double... vertex) {
        return seen.sets().stream()
                .filter(set -> Vectors.distance(set.vertex(), 0, vertex, 0, vertex.length) < 1e-4)
                .findFirst()
                .orElseThrow();
    }

    /** A solver hands over the step before where nothing moves; what is then left out tells nothing that equal steps would not. */
    @Test
    void stepsAtRestAreSeenAsIfTheyHadBeenMadeAnew() throws ReflectiveOperationException {
        StepSize falling = new StepSize(StepSize.Form.GAMMA, t -> t < 90 ? 0.5 : 0.25);
        int repeated = 0;
        for (int seed = 0; seed < 8; seed++) {
            Tokens start = new RandomCases(seed).gaussian(20, 2);
            AttentionRule rule = seed % 4 == 3 ? HARDMAX : localmax(.8);
            StepSize stepSize = seed % 2 == 0 ? StepSize.gamma(0.5) : falling;
            Dynamics dynamics = new Dynamics(rule, Interaction.identity(2), stepSize, TiePolicy.DEFAULT);
            List<Step> made = new ArrayList<>();
            List<Step> anew = new ArrayList<>();
            State state = State.initial(start);
            try (Stepper stepper = Steppers.create(dynamics, 1)) {
                for (int t = 0; t < 120; t++) {
                    Step step = stepper.step(state, StepListener.NONE);
                    repeated += t > 0 && step.repeats(made.getLast()) ? 1 : 0;
                    made.add(step);
                    anew.add(copy(step));
                    state = step.after();
                }
            }
            assertEquals(text(Hindsight.of(dynamics, anew)), text(Hindsight.of(dynamics, made)), "seed " + seed);
        }
        assertTrue(repeated > 100, repeated + " steps repeated");
    }

    private static Step copy(Step step) {
        Tokens before = Tokens.ofRows(20, 2, step.before().tokens().rows().clone());
        Tokens after = Tokens.ofRows(20, 2, step.after().tokens().rows().clone());
        return new Step(
                new State(step.before().t(), before, step.before().error()),
                new State(step.after().t(), after, step.after().error()),
                step.residual(),
                step.smallestMargin(),
                step.counts().clone(),
                step.fingerprints().clone(),
                step.ambiguous().clone(),
                step.consequential().clone());
    }

    private static String text(Hindsight seen) throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder();
        List<Record> all = new ArrayList<>(seen.findings());
        all.addAll(seen.sets());
        all.addAll(seen.outside());
        for (Record each : all) {
            for (RecordComponent component : each.getClass().getRecordComponents()) {
                Object value = component.getAccessor().invoke(each);
                text.append(component.getName()).append(' ').append(Arrays.deepToString(new Object[] {value}));
            }
            text.append('\n');
        }
        return text.toString();
    }

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
        assertEquals(StripSchedule.SLOW, schedule(t -> 1 + 1 / (1.0 + t)));
        assertEquals(StripSchedule.VARYING, schedule(t -> t == 50 ? 2 : 1));
    }

    private static StripSchedule schedule(Schedule delta) {
        return StripSchedule.of(new Localmax(delta, Scale.NORMALIZED), 0, 1000);
    }

    /** Two tokens of localmax come to the very same point, each from another set; hardmax never does that. */
    @Test
    void exactMergersAreReported() {
        // 2 attends to itself and 0, 3 to itself and 1, with means that mirror each other
        Tokens start = Tokens.of(new double[][] {{3, 4}, {3, -4}, {3, .5}, {3, -.5}, {5, 0}});
        Dynamics dynamics = plane(localmax(6));
        List<Step> run = MonitorsTest.run(dynamics, start, 60);
        Finding alone = Hindsight.of(dynamics, run).finding(Statement.NO_ARRIVAL);
        assertEquals(Verdict.CONSISTENT, alone.verdict());
        Tokens after = run.get(0).after().tokens();
        List<Step> merged =
                MonitorsTest.planted(dynamics, run, 0, MonitorsTest.with(after, 3, after.get(2, 0), after.get(2, 1)));
        Finding found = Hindsight.of(dynamics, merged).finding(Statement.NO_ARRIVAL);
        assertTrue(found.because().contains("tokens 2 and 3, 1 apart, come to one point at t = 0"), found.because());
    }

    /** The adjoint function takes the whole future into account and never increases, under any rule of means. */
    @Test
    void theAdjointFunctionIsMonotone() {
        for (AttentionRule rule : RandomCases.rules()) {
            for (int seed = 0; seed < 3; seed++) {
                RandomCases random = new RandomCases(seed);
                Dynamics dynamics = MonitorsTest.dynamics(rule, random.interaction(rule, 3));
                Finding found = Hindsight.of(dynamics, MonitorsTest.run(dynamics, random.gaussian(12, 3), 40))
                        .finding(Statement.ADJOINT);
                assertEquals(Verdict.HOLDS, found.verdict(), rule + ": " + found.size());
            }
        }
    }

    @Test
    void candidatesIncreaseWhereTheyMay() {
        boolean allPairsIncrease = false;
        for (int seed = 0; seed < 30; seed++) {
            Tokens start = new RandomCases(seed).gaussian(15, 2);
            for (AttentionRule rule : List.of(HARDMAX, localmax(.7), new HegselmannKrause(Schedule.constant(.7)))) {
                Dynamics dynamics = plane(rule);
                for (LyapunovCandidate candidate : Hindsight.of(dynamics, MonitorsTest.run(dynamics, start, 40))
                        .candidates()) {
                    assertEquals(40, candidate.values().length);
                    if (candidate.isMonotone()) {
                        assertEquals(0, candidate.increases(), rule + ", seed " + seed + ": " + candidate.name());
                    }
                    allPairsIncrease |= rule instanceof Localmax
                            && candidate.name().equals("sum |x_i - x_j|^2")
                            && candidate.increases() > 0;
                }
            }
        }
        assertTrue(allPairsIncrease, "the sum over all pairs is no Lyapunov function of localmax");
        LyapunovCandidate grows = LyapunovCandidate.of("f", "f", false, new double[] {4, 3, 3.5, 3.5, 5}, 10, 1e-9);
        assertEquals(OptionalLong.of(11), grows.firstIncrease());
        assertEquals(.1, grows.firstSize(), 1e-15);
        assertEquals(2, grows.increases());
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
    void aStepThatTakesAnotherAmountIsFound() {
        Dynamics dynamics = plane(new Softmax(Schedule.constant(1)));
        List<Step> run = MonitorsTest.run(dynamics, new RandomCases(4).gaussian(9, 2), 20);
        Tokens after = run.get(5).after().tokens();
        Tokens askew = MonitorsTest.with(after, 3, after.get(3, 0) + .01, after.get(3, 1));
        Finding found = Hindsight.of(dynamics, MonitorsTest.planted(dynamics, run, 5, askew))
                .finding(Statement.ADJOINT);
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(5), found.step());
    }

    /** Tokens that stand still outside S, against the rule: hardmax would move them, and so would a strip that has vanished. */
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
        Dynamics vanishing = plane(new Localmax(t -> 1.5 / (1 + t), Scale.NORMALIZED));
        Finding strip =
                Hindsight.of(vanishing, standingStill(vanishing, rest, 60)).finding(Statement.VANISHING_STRIP);
        assertEquals(Verdict.VIOLATED, strip.verdict());
        assertEquals(OptionalLong.of(59), strip.step());
        assertEquals(2.25 - 1.5 / 60 * Math.sqrt(10.25), strip.size(), 1e-12);
    }

    private static List<Step> standingStill(Dynamics dynamics, Tokens tokens, int steps) {
        List<Step> run = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            run.add(given(dynamics.step(new State(t, tokens, 0)), tokens));
        }
        return run;
    }

    private static Step given(Step step, Tokens after) {
        return new Step(
                step.before(),
                new State(step.before().t() + 1, after, 0),
                0,
                step.smallestMargin(),
                step.counts(),
                step.fingerprints(),
                step.ambiguous(),
                step.consequential());
    }

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

    @Test
    void failedHypothesesAreNamed() {
        assertNot(Statement.QUIESCENT_SETS, plane(HARDMAX), "the rule is not localmax");
        assertNot(Statement.NO_ARRIVAL, plane(HARDMAX), "the rule is not localmax");
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
        assertNot(Statement.LIMITS_OUTSIDE, plane(HARDMAX), "the rule is not localmax");
        assertNot(Statement.LIMITS_OUTSIDE, plane(localmax(1)), "no limit is outside S(K)");
        assertNot(Statement.VANISHING_STRIP, plane(localmax(1)), "delta is constant");
        assertNot(
                Statement.VANISHING_STRIP,
                plane(new Localmax(t -> 1 + t % 2, Scale.NORMALIZED)),
                "delta grows at times");
        assertNot(Statement.ALIGNED_LIMITS, plane(localmax(1)), "the rule is not hardmax");
        assertNot(
                Statement.ALIGNMENT_SET,
                MonitorsTest.dynamics(HARDMAX, Interaction.of(new double[][] {{1, 2}, {0, 1}})),
                "A is not symmetric and positive definite");
        assertEquals(
                Optional.of("the weights of the rule do not add up to 1"),
                LyapunovMonitor.whyNot(plane(new SelfAdjustedSoftmax(Schedule.constant(1), false)), 3, 1, true));
        Dynamics sphere = new Dynamics(
                localmax(1),
                Interaction.identity(2),
                StepSize.gamma(0.5),
                TiePolicy.DEFAULT,
                new Movement(Optional.empty(), Optional.empty(), true));
        assertNot(Statement.QUIESCENT_SETS, sphere, "tokens do not move on straight lines to the mean");
    }

    @Test
    void theAdjointFunctionIsWatchedWhereItIsCheapOrAskedFor() {
        String remedy = ": it takes long, and --lyapunov asks for it";
        Dynamics dynamics = plane(HARDMAX);
        assertEquals(Optional.empty(), LyapunovMonitor.whyNot(dynamics, 200, 2500, false));
        assertEquals(
                Optional.of("n^2 T is more than 1e8" + remedy), LyapunovMonitor.whyNot(dynamics, 200, 2501, false));
        assertEquals(
                Optional.of("there are more than 200 tokens" + remedy),
                LyapunovMonitor.whyNot(dynamics, 201, 1, false));
        assertEquals(Optional.empty(), LyapunovMonitor.whyNot(dynamics, 2000, 1000, true));
        assertEquals(Optional.of("n^2 T is more than 4e9"), LyapunovMonitor.whyNot(dynamics, 2000, 1001, true));
        for (boolean isAsked : new boolean[] {false, true}) { // no remedy
            assertEquals(
                    Optional.of("there are more than 2000 tokens"), LyapunovMonitor.whyNot(dynamics, 2001, 1, isAsked));
        }
    }

    private static void assertNot(Statement statement, Dynamics dynamics, String because) {
        Finding found = Hindsight.of(dynamics, MonitorsTest.run(dynamics, QUIESCENT, 60))
                .finding(statement);
        assertEquals(Verdict.NOT_APPLICABLE, found.verdict(), statement + ": " + found.because());
        assertEquals(because, found.because());
    }

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
        assertTrue(median > .1 && median < .8, "from " + distances[0] + " by " + median + " to " + distances[49]);
    }

    private static Polytope hullAfter(AttentionRule rule, Tokens start) {
        List<Step> run = MonitorsTest.run(plane(rule), start, 300);
        return Polytope.of(run.getLast().after().tokens(), CancellationCheck.NONE);
    }
}
