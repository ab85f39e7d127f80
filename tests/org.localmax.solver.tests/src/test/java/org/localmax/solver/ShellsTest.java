package org.localmax.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.internal.ParallelStepper;
import org.localmax.solver.internal.VectorSupport;
import org.localmax.solver.internal.shells.ShellSolver;
import org.localmax.testing.RandomCases;

/** All pairs in low dimension: as many tokens as fill tiles, one less and one more, on any number of threads. */
class ShellsTest {

    @ParameterizedTest
    @ValueSource(ints = {63, 64, 65, 127, 129, 511, 512, 513, 1025})
    void rowsAreThoseOfTheDefinitionAroundTheBordersOfTiles(int n) {
        for (AttentionRule rule : rules()) {
            for (int d = 1; d <= 3; d++) {
                RandomCases random = new RandomCases(51L + n + d);
                for (Tokens tokens : List.of(random.gaussian(n, d), random.lattice(n, d, 9))) {
                    Dynamics dynamics = dynamics(rule, random.interaction(rule, d));
                    Agreement.assertDefinition(dynamics, State.initial(tokens), dense(2));
                }
            }
        }
    }

    /** Far from the origin most of the bounds on scores lie close together. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e6, 1e150})
    void aCloudMayBeFarFromTheOrigin(double distance) {
        for (AttentionRule rule : rules()) {
            for (int d = 1; d <= 3; d++) {
                RandomCases random = new RandomCases(52L + d);
                double[] rows = random.gaussian(700, d).rows().clone();
                for (int at = 0; at < rows.length; at++) {
                    rows[at] += distance;
                }
                Dynamics dynamics = dynamics(rule, random.interaction(rule, d));
                Agreement.assertDefinition(dynamics, State.initial(Tokens.ofRows(700, d, rows)), dense(2));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void threadsAndVectorsChangeNoBit(int d) {
        for (AttentionRule rule : rules()) {
            RandomCases random = new RandomCases(53L + d);
            for (Tokens tokens : List.of(random.gaussian(1500, d), random.lattice(1500, d, 9))) {
                Dynamics dynamics = dynamics(rule, random.interaction(rule, d));
                Step expected = Agreement.step(dynamics, State.initial(tokens), dense(1));
                for (SolverOptions options : List.of(dense(2), dense(5), dense(1).withoutVectors())) {
                    Agreement.assertSameBits(expected, Agreement.step(dynamics, State.initial(tokens), options));
                }
            }
        }
    }

    /** What other algorithms are measured against. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void withoutBoundsRowsAreTheSame(int d) {
        for (AttentionRule rule : rules()) {
            RandomCases random = new RandomCases(54L + d);
            for (Tokens tokens : List.of(random.gaussian(1500, d), random.lattice(1500, d, 9))) {
                Dynamics dynamics = dynamics(rule, random.interaction(rule, d));
                Step bounded = Agreement.step(dynamics, State.initial(tokens), dense(2));
                for (boolean vectors : new boolean[] {true, false}) {
                    Step ofAllPairs = overAllPairs(dynamics, tokens, vectors);
                    if (rule instanceof Softmax) {
                        assertArrayEquals(
                                bounded.after().tokens().rows(),
                                ofAllPairs.after().tokens().rows(),
                                1e-15 * tokens.largestNorm());
                    } else {
                        Agreement.assertSameBits(bounded, ofAllPairs);
                    }
                }
            }
        }
    }

    private static Step overAllPairs(Dynamics dynamics, Tokens tokens, boolean vectors) {
        ShellSolver solver = ShellSolver.overAllPairs(vectors && VectorSupport.available());
        try (Stepper stepper = new ParallelStepper(dynamics, dense(2), _ -> solver)) {
            return stepper.step(State.initial(tokens), StepListener.NONE);
        }
    }

    private static SolverOptions dense(int threads) {
        return SolverOptions.of(threads).with(Algorithm.DENSE);
    }

    private static Dynamics dynamics(AttentionRule rule, Interaction interaction) {
        return new Dynamics(rule, interaction, StepSize.alpha(0.7), TiePolicy.DEFAULT);
    }

    private static List<AttentionRule> rules() {
        List<AttentionRule> rules = new ArrayList<>(RandomCases.rules());
        rules.add(new Softmax(Schedule.constant(0)));
        rules.add(new Softmax(Schedule.constant(300)));
        return rules;
    }
}
