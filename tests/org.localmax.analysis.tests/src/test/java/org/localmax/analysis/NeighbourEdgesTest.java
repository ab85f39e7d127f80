package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.NeighbourEdges.Edge;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/** Edges are those of the rows, step by step, and too many of them are refused with their number. */
class NeighbourEdgesTest {

    private static Dynamics line(AttentionRule rule) {
        return new Dynamics(rule, Interaction.identity(1), StepSize.gamma(0.5), TiePolicy.DEFAULT);
    }

    private static NeighbourEdges edges(Dynamics dynamics, int count, long steps) {
        return new NeighbourEdges(dynamics, count, steps, CancellationCheck.NONE);
    }

    /** On the line 0, 1, 2 each attends to those next to it; one step later to all. */
    @Test
    void edgesByHand() {
        Dynamics dynamics = line(new HegselmannKrause(Schedule.constant(1)));
        NeighbourEdges edges = edges(dynamics, 3, 2);
        Step step = dynamics.step(State.initial(Tokens.of(new double[][] {{0}, {1}, {2}})));
        edges.add(step);
        assertEquals(
                List.of(new Edge(0, 0, 1), new Edge(0, 1, 0), new Edge(0, 1, 2), new Edge(0, 2, 1)),
                edges.edges().toList());
        edges.add(dynamics.step(new State(7, step.after().tokens(), 0)));
        assertArrayEquals(new long[] {0, 7}, edges.steps());
        assertEquals(8, edges.count());
    }

    @Test
    void everyEdgeOfEveryRuleIsTold() {
        for (AttentionRule rule : RandomCases.rules()) {
            Tokens tokens = new RandomCases(4).gaussian(20, 2);
            Dynamics dynamics = new Dynamics(rule, Interaction.identity(2), StepSize.gamma(0.5), TiePolicy.DEFAULT);
            Step step = dynamics.step(State.initial(tokens));
            NeighbourEdges edges = edges(dynamics, 20, 1);
            edges.add(step);
            long expected = 0;
            for (int i = 0; i < 20; i++) {
                for (int j : dynamics.attention(step.before()).row(i).neighbours()) {
                    assertTrue(i == j || edges.edges().toList().contains(new Edge(0, i, j)), rule.toString());
                    expected += i == j ? 0 : 1;
                }
            }
            assertEquals(expected, edges.count());
        }
    }

    /** A step that decided otherwise, as over fractions, is named and has no edges. */
    @Test
    void stepsThatDecidedOtherwiseAreNamed() {
        Tokens tokens = new RandomCases(2).gaussian(20, 1);
        NeighbourEdges edges = edges(line(new HegselmannKrause(Schedule.constant(.1))), 20, 1);
        edges.add(line(new HegselmannKrause(Schedule.constant(1))).step(State.initial(tokens)));
        assertArrayEquals(new long[] {0}, edges.untold());
        assertEquals(0, edges.edges().count());
    }

    @Test
    void tooManyAreRefused() {
        Dynamics softmax = line(new Softmax(Schedule.constant(1)));
        assertRefused("expected at most 10000", () -> edges(softmax, 10_001, 1));
        edges(softmax, 1000, 5);
        assertRefused("6e6 edges in 6 steps; expected at most 5000000", () -> edges(softmax, 1000, 6));
        // all tokens are at one point, and all of them attend to all
        Dynamics hardmax = line(new Hardmax(Multiplicity.COUNTED));
        NeighbourEdges edges = edges(hardmax, 2000, 2);
        Step step = hardmax.step(State.initial(Tokens.ofRows(2000, 1, new double[2000])));
        edges.add(step);
        assertRefused("7996000 edges up to t = 0; expected at most 5000000", () -> edges.add(step));
    }

    private static void assertRefused(String message, Runnable refused) {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, refused::run);
        assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
    }
}
