package org.localmax.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

class ConcentrationTest {

    private static Concentration of(Dynamics dynamics, Tokens tokens) {
        return Concentration.of(dynamics, dynamics.step(State.initial(tokens)), CancellationCheck.NONE);
    }

    @Test
    void uniformAttentionHasTheGreatestEntropy() {
        Tokens tokens = new RandomCases(2).gaussian(10, 2);
        for (Dynamics uniform : new Dynamics[] {Rules.softmax(0, 2), Rules.localmax(100, 2)}) {
            Concentration found = of(uniform, tokens);
            assertEquals(Math.log(10), found.entropy(), 1e-14);
            assertEquals(0, found.sparsity(), 1e-15);
        }
    }

    @Test
    void leadersAttendToThemselvesAlone() {
        Tokens corners =
                Tokens.of(new double[] {1, 0}, new double[] {0, 1}, new double[] {-1, 0}, new double[] {0, -1});
        Concentration found = of(Rules.HARDMAX.dynamics(), corners);
        assertEquals(0, found.entropy(), 0);
        assertEquals(0.75, found.sparsity(), 1e-15);
    }

    /** Of +-1 at beta the weights are p = 1 / (1 + exp(-2 beta)) and 1 - p. */
    @Test
    void thatOfAPairUnderSoftmaxIsByHand() {
        Tokens pair = Tokens.of(new double[] {1, 0}, new double[] {-1, 0});
        double p = 1 / (1 + Math.exp(-1.5));
        Concentration found = of(Rules.softmax(0.75, 2), pair);
        assertEquals(-p * Math.log(p) - (1 - p) * Math.log(1 - p), found.entropy(), 1e-14);
        assertEquals(0, found.sparsity(), 0);
    }

    @Test
    void itIsThatOfTheRowsOfTheDefinition() {
        for (SeededClouds cloud : SeededClouds.all(15, 2, 4)) {
            for (Dynamics dynamics : new Dynamics[] {
                Rules.HARDMAX.dynamics(),
                Rules.hardmax(AttentionRule.Multiplicity.POINT_SET, 2),
                Rules.localmax(0.7, 2),
                Rules.softmax(3, 2)
            }) {
                double entropy = 0;
                double others = 0;
                for (int i = 0; i < 15; i++) {
                    int members = 0;
                    for (double weight : dynamics.attention(State.initial(cloud.tokens()))
                            .row(i)
                            .weights()) {
                        entropy -= weight == 0 ? 0 : weight * Math.log(weight) / 15;
                        members += weight == 0 ? 0 : 1;
                    }
                    others += (1 - members / 15.0) / 15;
                }
                Concentration found = of(dynamics, cloud.tokens());
                String where = cloud + " " + dynamics.rule();
                assertEquals(entropy, found.entropy(), 1e-13, where);
                assertEquals(others, found.sparsity(), 1e-13, where);
                assertTrue(found.entropy() <= Math.log(15) + 1e-13, where);
            }
        }
    }
}
