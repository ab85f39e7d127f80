package org.localmax.solver;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule;
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

/** What a stepper remembers never changes a step: starting anew from any state of a run gives the same bits. */
class RestartTest {

    private static final int STEPS = 120;

    static Stream<AttentionRule> rules() {
        return RandomCases.rules().stream();
    }

    private static Dynamics dynamics(AttentionRule rule) {
        return new Dynamics(rule, Interaction.identity(2), StepSize.alpha(1), TiePolicy.DEFAULT);
    }

    private static List<Step> run(Dynamics dynamics, Tokens tokens, int steps) {
        return run(dynamics, SolverOptions.of(1), tokens, steps);
    }

    private static List<Step> run(Dynamics dynamics, SolverOptions options, Tokens tokens, int steps) {
        List<Step> run = new ArrayList<>();
        State state = State.initial(tokens);
        try (Stepper stepper = Steppers.create(dynamics, options)) {
            for (int t = 0; t < steps; t++) {
                run.add(stepper.step(state, StepListener.NONE));
                state = run.getLast().after();
            }
        }
        return run;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void startingFromAnyStateGivesTheSameBits(AttentionRule rule) {
        Dynamics dynamics = dynamics(rule);
        for (Tokens tokens :
                new Tokens[] {new RandomCases(51).gaussian(41, 2), new RandomCases(52).lattice(30, 2, 2)}) {
            for (Step step : run(dynamics, tokens, STEPS)) {
                Agreement.assertSameBits(step, Agreement.step(dynamics, step.before(), SolverOptions.of(1)));
            }
        }
    }

    /** With so many tokens that every algorithm does what it is made for, while clusters form. */
    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void startingFromAnyStateGivesTheSameBitsByEveryAlgorithm(Algorithm algorithm) {
        List<AttentionRule> rules = new ArrayList<>(RandomCases.rules());
        rules.add(new AttentionRule.Softmax(Schedule.constant(2), 1e-9));
        for (AttentionRule rule : rules) {
            for (int d : new int[] {2, 3, 6}) {
                Dynamics dynamics = new Dynamics(rule, Interaction.identity(d), StepSize.gamma(0.5), TiePolicy.DEFAULT);
                if (algorithm.canStep(dynamics)) {
                    SolverOptions options = SolverOptions.of(2).with(algorithm);
                    List<Step> run = run(dynamics, options, new RandomCases(55).gaussian(300, d), 21);
                    for (int t : new int[] {1, 5, 12, 20}) {
                        Step step = run.get(t);
                        Agreement.assertSameBits(step, Agreement.step(dynamics, step.before(), options));
                    }
                }
            }
        }
    }

    @Test
    void stepsThatGoBackAndForthGiveTheSameBits() {
        Dynamics dynamics = dynamics(RandomCases.rules().getFirst());
        List<Step> run = run(dynamics, new RandomCases(53).gaussian(41, 2), STEPS);
        try (Stepper stepper = Steppers.create(dynamics, 1)) {
            for (int t : new int[] {100, 101, 3, 100, 101, 102, 2, 3, 119}) {
                Agreement.assertSameBits(run.get(t), stepper.step(run.get(t).before(), StepListener.NONE));
            }
        }
    }

    @Test
    void tokensAtRestAreNotLookedAtAgain() {
        for (int rule : new int[] {2, 3}) {
            List<Step> run = run(dynamics(RandomCases.rules().get(rule)), SeededClouds.lateStage(30, 2, 1, 0, 54), 3);
            assertTrue(run.getFirst().counts() == run.getLast().counts(), "the last step was computed anew");
        }
    }
}
