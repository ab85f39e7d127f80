package org.localmax.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

/** A run that looks at pairs only where sets may have changed comes, step by step, to what a stepper comes to. */
class QuietRunTest {

    private static final int STEPS = 110;

    static Stream<AttentionRule> rules() {
        List<AttentionRule> rules = new ArrayList<>(List.of(new Hardmax(Multiplicity.COUNTED)));
        for (Scale scale : Scale.values()) {
            rules.add(new Localmax(Schedule.constant(0.5), scale));
            rules.add(new Localmax(Schedule.constant(0.01), scale));
            rules.add(new Localmax(t -> 1.5 / (1 + t), scale));
        }
        rules.add(new Localmax(t -> t % 2 == 0 ? 0.3 : 0.31, Scale.NORMALIZED));
        rules.add(new Localmax(Schedule.constant(0), Scale.NORMALIZED));
        rules.add(new Localmax(t -> t < 5 ? Double.POSITIVE_INFINITY : 0.2, Scale.KEYNORM));
        for (Sense sense : Sense.values()) {
            for (Ties ties : Ties.values()) {
                rules.add(new FrankWolfe(sense, ties));
            }
        }
        return rules.stream();
    }

    private static List<SeededClouds> clouds(int n, int d, long seed) {
        List<SeededClouds> clouds = new ArrayList<>(SeededClouds.all(n, d, seed));
        Tokens gaussian = new RandomCases(seed).gaussian(n, d);
        clouds.add(new SeededClouds("sphere " + n + " x " + d, SeededClouds.sphere(gaussian)));
        clouds.add(new SeededClouds("last stage " + n + " x " + d, SeededClouds.lateStage(n, d, 3, 1e-15, seed)));
        clouds.add(new SeededClouds("about 0 " + n + " x " + d, SeededClouds.lateStage(n, d, 1, 1e-6, seed)));
        return clouds;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itIsTheRunOfAStepper(AttentionRule rule) {
        RandomCases random = new RandomCases(61);
        StepSize[] sizes = {
            StepSize.alpha(1),
            StepSize.alpha(0.05),
            StepSize.gamma(1.0),
            new StepSize(StepSize.Form.GAMMA, t -> 2.0 / (t + 2)),
            StepSize.alpha(4)
        };
        for (int d = 1; d <= 4; d++) {
            for (int n : new int[] {1, 5, 23, 50, 97}) {
                for (SeededClouds cloud : clouds(n, d, 60L + n)) {
                    TiePolicy ties = random.between(0, 2) == 0 ? new TiePolicy(0) : TiePolicy.DEFAULT;
                    StepSize size = sizes[random.between(0, sizes.length - 1)];
                    Dynamics dynamics = new Dynamics(rule, random.interaction(rule, d), size, ties);
                    String name = rule + ", " + size + ", "
                            + dynamics.interaction().kind() + ", " + ties + ", " + cloud.name();
                    assertSameRun(name, dynamics, cloud.tokens());
                }
            }
        }
    }

    private static void assertSameRun(String name, Dynamics dynamics, Tokens tokens) {
        QuietRun quiet = QuietRun.of(dynamics, State.initial(tokens), true);
        QuietRun plain = QuietRun.of(dynamics, State.initial(tokens), false);
        long sets = quiet.sets();
        long fingerprint = 0;
        try (Stepper stepper = Steppers.create(dynamics, 1)) {
            State state = State.initial(tokens);
            for (int t = 0; t < STEPS; t++) {
                Step expected = stepper.step(state, StepListener.NONE);
                quiet.advance();
                plain.advance();
                assertSame(name + ", t = " + t, expected, quiet);
                assertSame(name + ", plain, t = " + t, expected, plain);
                assertEquals(
                        t == 0 || fingerprint != expected.fingerprint(), sets != quiet.sets(), name + ", sets at " + t);
                sets = quiet.sets();
                fingerprint = expected.fingerprint();
                state = expected.after();
            }
            Agreement.assertSame(stepper.step(state, StepListener.NONE), quiet.step());
        }
    }

    private static void assertSame(String name, Step expected, QuietRun actual) {
        assertEquals(expected.after().t(), actual.state().t(), name);
        assertArrayEquals(
                expected.after().tokens().rows(), actual.state().tokens().rows(), name);
        assertEquals(expected.residual(), actual.residual(), name);
        assertEquals(expected.ambiguousDecisions(), actual.ambiguousDecisions(), name);
        assertEquals(expected.consequentialDecisions(), actual.consequentialDecisions(), name);
        double error = expected.after().error();
        assertEquals(error, actual.state().error(), 1e-9 * error, name);
    }

    @Test
    void aStepAmongOthersTellsAll() {
        Dynamics dynamics = new Dynamics(
                new Localmax(Schedule.constant(0.4), Scale.NORMALIZED),
                Interaction.identity(2),
                StepSize.alpha(0.5),
                TiePolicy.DEFAULT);
        QuietRun quiet = QuietRun.of(dynamics, State.initial(new RandomCases(63).gaussian(50, 2)));
        for (int t = 0; t < STEPS; t++) {
            State before = quiet.state();
            Step told = quiet.step();
            Agreement.assertSame(dynamics.step(before), told);
            quiet.advance();
            assertArrayEquals(
                    dynamics.step(told.after()).after().tokens().rows(),
                    quiet.state().tokens().rows());
        }
    }

    @Test
    void itIsThereForRulesThatCompareScores() {
        Tokens few = new RandomCases(64).gaussian(20, 2);
        StepSize size = StepSize.alpha(1);
        Interaction identity = Interaction.identity(2);
        List<AttentionRule> others = List.of(
                new Softmax(Schedule.constant(1)),
                new Hardmax(Multiplicity.POINT_SET),
                new HegselmannKrause(Schedule.constant(1)));
        for (AttentionRule rule : others) {
            Dynamics dynamics = new Dynamics(rule, identity, size, TiePolicy.DEFAULT);
            assertFalse(QuietRun.isPossible(dynamics, few), rule.toString());
            assertThrows(IllegalArgumentException.class, () -> QuietRun.of(dynamics, State.initial(few)));
        }
        Dynamics hardmax = new Dynamics(new Hardmax(Multiplicity.COUNTED), identity, size, TiePolicy.DEFAULT);
        assertTrue(QuietRun.isPossible(hardmax, few));
        assertFalse(QuietRun.isPossible(hardmax, new RandomCases(64).gaussian(1000, 2)));
        assertFalse(QuietRun.isPossible(
                new Dynamics(new Hardmax(Multiplicity.COUNTED), identity, StepSize.time(1), TiePolicy.DEFAULT), few));
    }
}
