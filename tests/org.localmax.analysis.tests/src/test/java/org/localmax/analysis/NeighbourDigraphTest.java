package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
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
import org.localmax.dynamics.TopK;
import org.localmax.testing.RandomCases;

/** The digraph of the neighbours against a matrix of all pairs and its transitive closure. */
class NeighbourDigraphTest {

    static List<AttentionRule> rules() {
        return Stream.concat(
                        RandomCases.rules().stream(),
                        Stream.of(
                                new AttentionRule.HegselmannKrause(Schedule.constant(0.8)),
                                new TopK(3, Schedule.constant(0))))
                .toList();
    }

    /** All pairs of a state. */
    private static boolean[][] pairs(Attention attention) {
        int n = attention.state().tokens().count();
        boolean[][] edges = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j : attention.row(i).neighbours()) {
                edges[i][j] = i != j;
            }
        }
        return edges;
    }

    private static boolean[][] reach(boolean[][] edges) {
        boolean[][] reach = new boolean[edges.length][];
        for (int i = 0; i < edges.length; i++) {
            reach[i] = edges[i].clone();
            reach[i][i] = true;
        }
        for (int k = 0; k < edges.length; k++) {
            for (int i = 0; i < edges.length; i++) {
                for (int j = 0; j < edges.length; j++) {
                    reach[i][j] |= reach[i][k] && reach[k][j];
                }
            }
        }
        return reach;
    }

    private static double reciprocity(boolean[][] edges) {
        int all = 0;
        int mutual = 0;
        for (int i = 0; i < edges.length; i++) {
            for (int j = 0; j < edges.length; j++) {
                all += edges[i][j] ? 1 : 0;
                mutual += edges[i][j] && edges[j][i] ? 1 : 0;
            }
        }
        return (double) mutual / all;
    }

    private static void assertIs(boolean[][] edges, NeighbourDigraph digraph, String where) {
        int n = edges.length;
        boolean[][] reach = reach(edges);
        StrongComponents components = digraph.strongComponents();
        int count = 0;
        int closed = 0;
        for (int i = 0; i < n; i++) {
            int token = i;
            boolean isFirst = IntStream.range(0, i).noneMatch(j -> reach[token][j] && reach[j][token]);
            count += isFirst ? 1 : 0;
            boolean comesBack = IntStream.range(0, n).allMatch(j -> !reach[token][j] || reach[j][token]);
            closed += isFirst && comesBack ? 1 : 0;
            for (int j = 0; j < n; j++) {
                assertEquals(edges[i][j], digraph.hasEdge(i, j), where);
                assertEquals(
                        reach[i][j] && reach[j][i],
                        components.label(i) == components.label(j),
                        where + " " + i + " " + j);
                assertTrue(!edges[i][j] || components.label(i) >= components.label(j), where);
            }
        }
        assertEquals(count, components.count(), where);
        assertEquals(closed, components.closed(), where);
        assertEquals(reciprocity(edges), digraph.reciprocity(), where);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isThatOfAllPairs(AttentionRule rule) {
        for (int seed = 0; seed < 30; seed++) {
            RandomCases random = new RandomCases(seed);
            int n = random.between(1, 80);
            int d = random.between(1, 3);
            Tokens tokens = seed % 2 == 0 ? random.gaussian(n, d) : random.lattice(n, d, 2);
            Dynamics dynamics = new Dynamics(rule, random.interaction(rule, d), StepSize.gamma(0.5), TiePolicy.DEFAULT);
            State state = State.initial(tokens);
            Attention attention = dynamics.attention(state);
            String where = rule + ", seed " + seed;
            boolean[][] edges = pairs(attention);
            assertIs(edges, NeighbourDigraph.of(attention, CancellationCheck.NONE), where);
            Step step = dynamics.step(state);
            assertIs(
                    edges,
                    NeighbourDigraph.of(attention, step, CancellationCheck.NONE).orElseThrow(),
                    where);
        }
    }

    /** Three tokens that attend to the next one each, and one that attends to one of them and to which nobody does. */
    @Test
    void aCycleByHand() {
        // A turns by a third of a circle, so that each corner of a triangle scores the next one best
        double c = -0.5;
        double s = Math.sqrt(3) / 2;
        Interaction turn = Interaction.of(new double[][] {{c, -s}, {s, c}});
        Tokens tokens = Tokens.of(new double[][] {{1, 0}, {c, s}, {c, -s}, {0.1, 0}});
        Dynamics dynamics =
                new Dynamics(new Hardmax(Multiplicity.COUNTED), turn, StepSize.gamma(0.5), TiePolicy.DEFAULT);
        NeighbourDigraph digraph =
                NeighbourDigraph.of(dynamics.attention(State.initial(tokens)), CancellationCheck.NONE);
        assertEquals(0, digraph.reciprocity());
        assertEquals(2, digraph.strongComponents().count());
        assertEquals(1, digraph.strongComponents().closed());

        Observer observer = new Observer(
                tokens,
                EnumSet.of(Observable.ASYMMETRY, Observable.SYMMETRIC_PART),
                List.of(),
                Optional.of(dynamics),
                CancellationCheck.NONE);
        // the symmetric part is -1/2 times the identity: each corner attends to the two others, the last token to two
        // of them
        assertEquals(
                List.of("0", "0.0", "2", "1", "0.75", "2", "1"),
                observer.observe(dynamics.step(State.initial(tokens))).values());
    }

    /** Every token of softmax attends to all. */
    @Test
    void softmaxIsComplete() {
        Tokens tokens = new RandomCases(1).gaussian(70, 2);
        Dynamics dynamics = new Dynamics(
                new Softmax(Schedule.constant(1)), Interaction.identity(2), StepSize.gamma(0.5), TiePolicy.DEFAULT);
        NeighbourDigraph digraph =
                NeighbourDigraph.of(dynamics.attention(State.initial(tokens)), CancellationCheck.NONE);
        assertEquals(1, digraph.reciprocity());
        assertEquals(1, digraph.strongComponents().count());
        assertEquals(1, digraph.strongComponents().closed());
        assertTrue(NeighbourDigraph.complete(70, CancellationCheck.NONE).isComplete());
        for (int i = 0; i < 70; i++) {
            for (int j = 0; j < 70; j++) {
                assertEquals(i != j, digraph.hasEdge(i, j));
                assertEquals(
                        i != j,
                        NeighbourDigraph.complete(70, CancellationCheck.NONE).hasEdge(i, j));
            }
        }
        Observer observer = new Observer(
                tokens, EnumSet.of(Observable.ASYMMETRY), List.of(), Optional.of(dynamics), CancellationCheck.NONE);
        assertEquals(
                List.of("0", "1.0", "1", "1"),
                observer.observe(dynamics.step(State.initial(tokens))).values());
    }

    /** Where the step has decided otherwise, nothing is told. */
    @Test
    void otherNeighboursThanThoseOfTheStep() {
        Tokens tokens = new RandomCases(2).gaussian(20, 2);
        State state = State.initial(tokens);
        Dynamics narrow = localmax(0.1);
        Dynamics wide = localmax(1);
        assertFalse(NeighbourDigraph.of(narrow.attention(state), wide.step(state), CancellationCheck.NONE)
                .isPresent());
        Observer observer = new Observer(
                tokens, EnumSet.of(Observable.ASYMMETRY), List.of(), Optional.of(narrow), CancellationCheck.NONE);
        assertEquals(
                List.of("0", "", "", ""), observer.observe(wide.step(state)).values());
    }

    private static Dynamics localmax(double delta) {
        return new Dynamics(
                new Localmax(Schedule.constant(delta), Scale.ABSOLUTE),
                Interaction.identity(2),
                StepSize.gamma(0.5),
                TiePolicy.DEFAULT);
    }

    /** A path of so many tokens is walked without recursion. */
    @Test
    void aLongPath() {
        int n = NeighbourDigraph.MOST_TOKENS / 2;
        double[][] line = new double[n][1];
        for (int i = 0; i < n; i++) {
            line[i][0] = i;
        }
        Dynamics dynamics = new Dynamics(
                new AttentionRule.HegselmannKrause(Schedule.constant(1)),
                Interaction.identity(1),
                StepSize.gamma(0.5),
                TiePolicy.DEFAULT);
        NeighbourDigraph digraph =
                NeighbourDigraph.of(dynamics.attention(State.initial(Tokens.of(line))), CancellationCheck.NONE);
        assertEquals(1, digraph.reciprocity());
        assertEquals(1, digraph.strongComponents().count());
    }

    @Test
    void tooManyTokensAreRefused() {
        int n = NeighbourDigraph.MOST_TOKENS + 1;
        Optional<String> because = Observable.ASYMMETRY.refusal(n, 2);
        assertTrue(because.orElseThrow().contains("expected at most 10000"), because.get());
        assertEquals(Optional.empty(), Observable.ASYMMETRY.refusal(n - 1, 2));
        Attention attention = localmax(1).attention(State.initial(Tokens.ofRows(n, 2, new double[2 * n])));
        assertThrows(IllegalArgumentException.class, () -> NeighbourDigraph.of(attention, CancellationCheck.NONE));
    }
}
