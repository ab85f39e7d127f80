package org.localmax.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/** The algorithm is chosen by rule, shape and strip, and can always step what it is chosen for. */
class AlgorithmChoiceTest {

    private static final AttentionRule HARDMAX = new Hardmax(Multiplicity.COUNTED);
    private static final AttentionRule ORACLE = new FrankWolfe(Sense.MIN, Ties.FIRST);
    private static final AttentionRule SOFTMAX = new Softmax(Schedule.constant(2));
    private static final CustomRule EQUAL = (receiver, weights) -> Arrays.fill(weights, 1);

    private static AttentionRule localmax(double delta, Scale scale) {
        return new Localmax(Schedule.constant(delta), scale);
    }

    private static Dynamics dynamics(AttentionRule rule, int d) {
        return new Dynamics(rule, Interaction.identity(d), StepSize.alpha(1), TiePolicy.DEFAULT);
    }

    /** What is chosen for tokens of largest norm 1. */
    private static Algorithm choice(AttentionRule rule, int n, int d, double softmaxError) {
        double[] values = new double[n * d];
        for (int i = 0; i < n; i++) {
            values[i * d] = 1 - (double) i / n;
        }
        State state = State.initial(Tokens.ofRows(n, d, values));
        return AlgorithmChoice.of(dynamics(within(rule, softmaxError), d).attention(state));
    }

    private static AttentionRule within(AttentionRule rule, double softmaxError) {
        return rule instanceof Softmax softmax ? new Softmax(softmax.beta(), softmaxError) : rule;
    }

    private static Algorithm choice(AttentionRule rule, int n, int d) {
        return choice(rule, n, d, 0);
    }

    @Test
    void aHandfulOfTokensIsSteppedByTheDefinition() {
        for (AttentionRule rule : RandomCases.rules()) {
            assertEquals(Algorithm.DEFINITION, choice(rule, AlgorithmChoice.FEWEST_DENSE - 1, 2));
        }
    }

    @Test
    void manyTokensInThePlaneAndInSpaceGoToATreeOrASweep() {
        int many = AlgorithmChoice.FEWEST_TREE;
        assertEquals(Algorithm.TREE, choice(HARDMAX, many, 2));
        assertEquals(Algorithm.TREE, choice(ORACLE, many, 3));
        assertEquals(Algorithm.TREE, choice(localmax(1, Scale.ABSOLUTE), many, 2));
        assertEquals(Algorithm.TREE, choice(localmax(1, Scale.NORMALIZED), many, 3));
        assertEquals(Algorithm.SWEEP, choice(localmax(1, Scale.NORMALIZED), many, 2));
        assertEquals(Algorithm.SWEEP, choice(localmax(1, Scale.KEYNORM), many, 2));
        assertEquals(Algorithm.DENSE, choice(HARDMAX, many - 1, 2));
    }

    @Test
    void narrowStripsInHigherDimensionAreFiltered() {
        int many = AlgorithmChoice.FEWEST_FILTERED;
        assertEquals(Algorithm.FILTERED, choice(HARDMAX, many, 4));
        assertEquals(Algorithm.FILTERED, choice(ORACLE, many, 64));
        assertEquals(Algorithm.DENSE, choice(HARDMAX, many - 1, 4));
        for (Scale scale : Scale.values()) {
            assertEquals(Algorithm.FILTERED, choice(localmax(0.04, scale), many, 4));
            assertEquals(Algorithm.DENSE, choice(localmax(0.06, scale), many, 4));
            assertEquals(Algorithm.DENSE, choice(localmax(Double.POSITIVE_INFINITY, scale), many, 4));
        }
    }

    @Test
    void softmaxIsDenseUnlessItMayBeWrongByALittle() {
        int many = AlgorithmChoice.FEWEST_TREE;
        assertEquals(Algorithm.DENSE, choice(SOFTMAX, many, 2));
        assertEquals(Algorithm.CERTIFIED, choice(SOFTMAX, many, 2, 1e-12));
        assertEquals(Algorithm.CERTIFIED, choice(SOFTMAX, many, 3, 1e-12));
        assertEquals(Algorithm.DENSE, choice(SOFTMAX, many, 4, 1e-12));
        assertEquals(Algorithm.DENSE, choice(SOFTMAX, many - 1, 2, 1e-12));
        assertEquals(Algorithm.DENSE, choice(EQUAL, many, 2));
    }

    @Test
    void whatIsChosenCanStepTheDynamics() {
        for (AttentionRule rule : RandomCases.rules()) {
            for (int d = 1; d <= 5; d++) {
                for (int n : new int[] {1, 20, 600, 3000}) {
                    for (double error : new double[] {0, 1e-6}) {
                        assertTrue(
                                choice(rule, n, d, error).canStep(dynamics(within(rule, error), d)),
                                rule + " " + n + " " + d);
                    }
                }
            }
        }
    }

    @Test
    void anAlgorithmThatCannotStepTheRuleIsRefusedWithThoseThatCan() {
        SolverOptions sweep = SolverOptions.of(1).with(Algorithm.SWEEP);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Steppers.create(dynamics(HARDMAX, 2), sweep))
                .getMessage();
        assertEquals(
                "the algorithm sweep cannot step this rule in dimension 2: it is for localmax of scale normalized or"
                        + " keynorm in dimension 2; expected definition or dense or filtered or tree",
                message);
    }

    @Test
    void namesAreReadBack() {
        for (Algorithm algorithm : Algorithm.values()) {
            assertEquals(algorithm, Algorithm.parse(algorithm.text()));
        }
        String message = assertThrows(IllegalArgumentException.class, () -> Algorithm.parse("fast"))
                .getMessage();
        assertTrue(message.contains("'fast' is not known; expected one of definition, dense"), message);
    }

    @Test
    void theMemoryOfAStepGrowsWithTokensDimensionAndThreads() {
        for (Algorithm algorithm : Algorithm.values()) {
            long few = MemoryEstimate.bytes(algorithm, 1000, 2, 1);
            assertTrue(MemoryEstimate.bytes(algorithm, 2000, 2, 1) > few);
            assertTrue(MemoryEstimate.bytes(algorithm, 1000, 3, 1) > few);
            assertTrue(MemoryEstimate.bytes(algorithm, 1000, 2, 2) > few);
        }
        assertTrue(MemoryEstimate.bytes(Algorithm.DENSE, Integer.MAX_VALUE, 1, 1) > 100L * Integer.MAX_VALUE);
    }
}
