package org.localmax.analysis.inspection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Row;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.TopK;
import org.localmax.testing.RandomCases;

class InspectionTest {

    private static final int N = 12;

    private static Dynamics dynamics(AttentionRule rule, int d) {
        return new Dynamics(rule, Interaction.identity(d), StepSize.alpha(1), new TiePolicy(0));
    }

    private static Row row(AttentionRule rule, Tokens tokens, int i) {
        return dynamics(rule, tokens.dimension())
                .attention(State.initial(tokens))
                .row(i);
    }

    private static Inspection inspect(AttentionRule rule, Tokens tokens, int i) {
        return Inspection.of(dynamics(rule, tokens.dimension()).attention(State.initial(tokens)), i, tokens.count());
    }

    static Stream<AttentionRule> rules() {
        Schedule delta = Schedule.constant(0.5);
        return Stream.concat(
                Arrays.stream(Scale.values()).map(scale -> new Localmax(delta, scale)),
                Stream.of(new HegselmannKrause(delta)));
    }

    /** Between two events the row of the definition has exactly the tokens of the events before. */
    @ParameterizedTest
    @MethodSource("rules")
    void theSetChangesAtTheEventsAndNowhereElse(AttentionRule rule) {
        for (int d = 1; d <= 3; d++) {
            Tokens tokens = new RandomCases(7 + d).gaussian(N, d);
            for (int i = 0; i < N; i++) {
                List<StripEvent> events = inspect(rule, tokens, i).events();
                assertEquals(0, events.getFirst().delta(), "somebody is attended to at every width");
                int members = 0;
                for (int e = 0; e < events.size(); e++) {
                    members += events.get(e).tokens().size();
                    double next = e + 1 < events.size()
                            ? events.get(e + 1).delta()
                            : 2 * events.get(e).delta() + 1;
                    double between = (events.get(e).delta() + next) / 2;
                    AttentionRule there = Parameter.DELTA.with(rule, Schedule.constant(between));
                    int[] expected = events.subList(0, e + 1).stream()
                            .flatMap(event -> event.tokens().stream())
                            .mapToInt(Integer::intValue)
                            .sorted()
                            .toArray();
                    assertArrayEquals(expected, row(there, tokens, i).neighbours(), rule + ", token " + i);
                }
                assertEquals(N, members, "in the end everyone is a neighbour");
            }
        }
    }

    @Test
    void candidatesHaveTheWeightsOfTheRow() {
        Tokens tokens = Tokens.of(new double[][] {{2, 0}, {1, 1}, {0, 0}, {2, 0}});
        Inspection seen = inspect(new Localmax(Schedule.constant(0.5), Scale.ABSOLUTE), tokens, 0);
        assertEquals(
                List.of(
                        new Candidate(0, 0, 0.5, true),
                        new Candidate(3, 0, 0.5, true),
                        new Candidate(1, 2, 0, false),
                        new Candidate(2, 4, 0, false)),
                seen.candidates());
        assertEquals(0.5, seen.selfWeight());
        assertEquals(0, seen.pull());
        assertEquals(1, seen.scale());
    }

    @Test
    void onlyTheNearestAreNamedButEveryNeighbour() {
        Tokens tokens = new RandomCases(3).gaussian(50, 2);
        Dynamics wide = dynamics(new Localmax(Schedule.constant(100), Scale.ABSOLUTE), 2);
        assertEquals(
                50,
                Inspection.of(wide.attention(State.initial(tokens)), 0, 5)
                        .candidates()
                        .size());
        Dynamics narrow = dynamics(new Localmax(Schedule.constant(0), Scale.ABSOLUTE), 2);
        assertEquals(
                5,
                Inspection.of(narrow.attention(State.initial(tokens)), 0, 5)
                        .candidates()
                        .size());
    }

    @Test
    void tokensAtTheOriginHaveEveryoneAtWidthZero() {
        Tokens tokens = Tokens.of(new double[][] {{0, 0}, {1, 0}, {0, 1}});
        Inspection seen = inspect(new Localmax(Schedule.constant(0.5), Scale.NORMALIZED), tokens, 0);
        assertEquals(List.of(new StripEvent(0, List.of(0, 1, 2))), seen.events());
    }

    @Test
    void softmaxHasNoEventsAndItsWeightsFallWithTheLag() {
        Tokens tokens = new RandomCases(5).gaussian(N, 2);
        Inspection seen = inspect(new Softmax(Schedule.constant(2)), tokens, 4);
        assertEquals(List.of(), seen.events());
        assertEquals(Optional.of(Parameter.BETA), Parameter.of(new Softmax(Schedule.constant(2))));
        for (int c = 1; c < N; c++) {
            Candidate nearer = seen.candidates().get(c - 1);
            Candidate farther = seen.candidates().get(c);
            assertTrue(nearer.weight() >= farther.weight());
            assertEquals(Math.exp(-2 * (farther.lag() - nearer.lag())), farther.weight() / nearer.weight(), 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theNextPlaceIsThatOfTheStep(AttentionRule rule) {
        Tokens tokens = new RandomCases(11).gaussian(N, 2);
        Tokens after = dynamics(rule, 2).step(State.initial(tokens)).after().tokens();
        for (int i = 0; i < N; i++) {
            assertArrayEquals(after.token(i), inspect(rule, tokens, i).next());
        }
    }

    static Stream<AttentionRule> sharpened() {
        Schedule beta = Schedule.constant(2);
        return Stream.of(
                new Softmax(beta),
                new Entmax(1.5, beta),
                new TopK(3, beta),
                new SelfAdjustedSoftmax(beta, true),
                new SampledSoftmax(beta, 7),
                new SecondMellowmax(beta, 1, 2));
    }

    @ParameterizedTest
    @MethodSource("sharpened")
    void theKinOfSoftmaxHasABetaThatIsTurnedAndNothingElse(AttentionRule rule) {
        assertEquals(Optional.of(Parameter.BETA), Parameter.of(rule));
        AttentionRule sharper = Parameter.BETA.with(rule, Schedule.constant(9));
        assertEquals(9, Parameter.BETA.schedule(sharper).at(0));
        AttentionRule back = Parameter.BETA.with(sharper, Parameter.BETA.schedule(rule));
        assertEquals(rule, back);
    }
}
