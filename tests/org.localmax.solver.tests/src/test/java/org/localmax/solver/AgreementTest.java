package org.localmax.solver;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Step;
import org.localmax.testing.RandomCases;

/** Every algorithm finds the rows of the definition, on every kind of cloud. */
class AgreementTest {

    /** The algorithms that find the same rows. */
    private static final Set<Algorithm> EXACT = EnumSet.complementOf(EnumSet.of(Algorithm.CERTIFIED));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 11, 16, 17, 31, 40})
    void rowsAreThoseOfTheDefinition(int d) {
        for (AttentionRule rule : RandomCases.rules()) {
            for (HardCase hard : HardCase.of(rule, d)) {
                Step expected = hard.dynamics().step(hard.state());
                for (Algorithm algorithm : EXACT) {
                    if (algorithm.canStep(hard.dynamics())) {
                        compare(hard, expected, SolverOptions.of(2).with(algorithm));
                        compare(
                                hard,
                                expected,
                                SolverOptions.of(1).with(algorithm).withoutVectors());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void certifiedMeansAreThoseOfTheDefinitionWithinTheError(int d) {
        for (AttentionRule rule : RandomCases.rules()) {
            if (rule instanceof AttentionRule.Softmax softmax) {
                AttentionRule within = new AttentionRule.Softmax(softmax.beta(), 1e-12);
                for (HardCase hard : HardCase.of(within, d)) {
                    Step expected = hard.dynamics().step(hard.state());
                    SolverOptions options = SolverOptions.of(2).with(Algorithm.CERTIFIED);
                    Step actual = Agreement.step(hard.dynamics(), hard.state(), options);
                    Agreement.assertDefinition(hard.dynamics(), expected, actual, 1e-12 + 1e-13);
                }
            }
        }
    }

    private static void compare(HardCase hard, Step expected, SolverOptions options) {
        try {
            Step actual = Agreement.step(hard.dynamics(), hard.state(), options);
            Agreement.assertDefinition(hard.dynamics(), expected, actual, 1e-13);
        } catch (AssertionError | RuntimeException e) {
            fail(options + ": " + hard + ": " + e.getMessage(), e);
        }
    }
}
