package org.localmax.analysis.limits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.analysis.Frame;
import org.localmax.analysis.Observer;
import org.localmax.analysis.Settling;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.MaximalAlignment;
import org.localmax.geometry.Polytope;
import org.localmax.testing.GoldenCase;
import org.localmax.testing.RandomCases;

/** The limits of runs whose limits are known, and those of hardmax against the theorem. */
class LimitsTest {

    private static final AttentionRule HARDMAX = new Hardmax(Multiplicity.COUNTED);

    /** A run and what it leaves to be looked at. */
    private record Run(Limits limits, Leaders leaders, Tokens last) {

        static Run of(AttentionRule rule, Interaction interaction, Tokens start, int steps) {
            Dynamics dynamics = new Dynamics(rule, interaction, StepSize.alpha(1.0), TiePolicy.DEFAULT);
            Observer observer = new Observer(start);
            Settling settling = new Settling(observer.diameter());
            Leaders leaders = new Leaders(start.count());
            State state = State.initial(start);
            for (int t = 0; t < steps; t++) {
                Step step = dynamics.step(state);
                settling.add(step);
                leaders.add(step);
                state = step.after();
            }
            Limits limits =
                    Limits.of(state.tokens(), observer.linkage(), settling, interaction, CancellationCheck.NONE);
            return new Run(limits, leaders, state.tokens());
        }
    }

    /** (4,0), (0,5), (2.1,2.4) under localmax of width 3/2: the third comes to rest at (2, 2.5), outside S. */
    @Test
    void theLimitOutsideTheAlignmentSet() {
        Tokens start = Tokens.of(new double[][] {{4, 0}, {0, 5}, {2.1, 2.4}});
        Limits limits = Run.of(
                        new Localmax(Schedule.constant(1.5), Scale.NORMALIZED), Interaction.identity(2), start, 120)
                .limits();
        assertEquals(LimitKind.VERTEX, limits.kind(0));
        assertEquals(LimitKind.VERTEX, limits.kind(1));
        assertEquals(LimitKind.OUTSIDE_S, limits.kind(2));
        assertArrayEquals(new double[] {2, 2.5}, limits.means().token(2), 1e-12);
        assertEquals(12.5 - 10.25, limits.gap(2), 1e-11);
        assertFalse(limits.isInFirstSet(2));
        assertTrue(limits.isInFirstSet(0));
        assertEquals(1, limits.count(LimitKind.OUTSIDE_S));
        assertEquals(
                LimitKind.NOT_SETTLED,
                Run.of(HARDMAX, Interaction.identity(2), start, 5).limits().kind(0));
        Limits hardmax = Run.of(HARDMAX, Interaction.identity(2), start, 120).limits();
        assertEquals(2, hardmax.clusters().count(), "hardmax sends the third to (0, 5)");
        assertArrayEquals(new double[] {0, 5}, hardmax.means().token(1), 1e-11);
    }

    /** Every token of a settled run of hardmax is at a point of S(K), and K is the hull of the leaders. */
    @Test
    void hardmaxEndsInTheAlignmentSetOfItsLeaders() {
        for (int seed = 0; seed < 40; seed++) {
            RandomCases random = new RandomCases(seed);
            int d = random.between(1, 3);
            Tokens start = seed % 2 == 0 ? random.gaussian(14, d) : random.lattice(14, d, 3);
            Interaction interaction =
                    seed % 2 == 0 ? Interaction.of(random.positiveDefinite(d)) : Interaction.identity(d);
            Run run = Run.of(HARDMAX, interaction, start, 400);
            Limits limits = run.limits();
            MaximalAlignment set =
                    limits.maximalAlignment(CancellationCheck.NONE).orElseThrow();
            for (int c = 0; c < limits.clusters().count(); c++) {
                LimitKind kind = limits.kind(c);
                assertTrue(kind == LimitKind.VERTEX || kind == LimitKind.IN_S, "seed " + seed + ": " + kind);
                double[] mean = limits.means().token(c);
                assertTrue(
                        set.points().stream().anyMatch(point -> near(point.coordinates(), mean, 1e-6)),
                        "seed " + seed + ": " + Arrays.toString(mean));
                if (limits.isVertex(c)) {
                    assertTrue(
                            Arrays.stream(limits.clusters().members(c))
                                    .anyMatch(i -> run.leaders().since(i).isPresent()),
                            "seed " + seed + ": a vertex of K without a leader");
                }
            }
        }
    }

    /** K lies in the hull of the leaders, and the hull of the leaders in K. */
    @Test
    void theLeadersSpanWhatIsLeftOfTheHull() {
        int inside = 0;
        for (int seed = 0; seed < 40; seed++) {
            RandomCases random = new RandomCases(seed);
            int d = random.between(1, 3);
            Tokens start = seed % 4 == 0 ? random.lattice(14, d, 3) : random.gaussian(14, d);
            Interaction interaction =
                    seed % 2 == 0 ? Interaction.of(random.positiveDefinite(d)) : Interaction.identity(d);
            Run run = Run.of(HARDMAX, interaction, start, 400);
            double[][] leaders = IntStream.range(0, 14)
                    .filter(i -> run.leaders().since(i).isPresent())
                    .mapToObj(run.last()::token)
                    .toArray(double[][]::new);
            Polytope ofLeaders = Polytope.of(Tokens.of(leaders));
            Polytope k = run.limits().hull();
            double allowed = 1e-9 * start.largestNorm();
            for (int vertex : k.vertices()) {
                assertTrue(ofLeaders.contains(k.tokens().token(vertex), allowed), "seed " + seed + ": K is larger");
            }
            for (double[] leader : leaders) {
                assertTrue(k.contains(leader, allowed), "seed " + seed + ": a leader is outside K");
            }
            inside += leaders.length > k.vertices().length ? 1 : 0;
        }
        assertTrue(inside > 0, "in no run a leader is inside K");
    }

    private static boolean near(double[] a, double[] b, double tolerance) {
        for (int k = 0; k < a.length; k++) {
            if (Math.abs(a[k] - b[k]) > tolerance * (1 + Math.abs(b[k]))) {
                return false;
            }
        }
        return true;
    }

    /** Tokens 4 and 5 tie between two corners of a square and go to the middle of a side, which is in S. */
    @Test
    void aTieEndsOnAFace() {
        GoldenCase golden = GoldenCase.trajectories().stream()
                .filter(one -> one.name().equals("hardmax_tie_projection_onto_face"))
                .findFirst()
                .orElseThrow();
        Limits limits =
                Run.of(HARDMAX, Interaction.identity(2), golden.start(), 120).limits();
        for (int i = 0; i < 6; i++) {
            assertEquals(
                    i < 4 ? LimitKind.VERTEX : LimitKind.IN_S,
                    limits.kind(limits.clusters().label(i)),
                    "token " + i);
        }
        assertArrayEquals(
                new double[] {1, 0}, limits.means().token(limits.clusters().label(5)), 1e-10);
    }

    /** The golden trajectory in which a leader emerges: who leads at its steps. */
    @Test
    void leadersAreThoseOfTheGoldenTrajectory() {
        var json = GoldenCase.read("golden.json")
                .getAsJsonObject()
                .getAsJsonArray("cases")
                .get(0)
                .getAsJsonObject();
        GoldenCase golden = GoldenCase.trajectories().getFirst();
        assertEquals(json.get("name").getAsString(), golden.name());
        Leaders leaders = new Leaders(golden.start().count());
        State state = State.initial(golden.start());
        int looked = 0;
        for (int t = 0; t <= 30; t++) {
            Step step = golden.dynamics().step(state);
            leaders.add(step);
            var expected = json.getAsJsonObject("leaders").getAsJsonArray(Integer.toString(t));
            if (expected != null) {
                int[] numbers =
                        expected.asList().stream().mapToInt(e -> e.getAsInt()).toArray();
                int[] found = IntStream.range(0, golden.start().count())
                        .filter(leaders::leads)
                        .toArray();
                assertArrayEquals(numbers, found, "t = " + t);
                looked++;
            }
            state = step.after();
        }
        assertEquals(9, looked);
    }

    @Test
    void coincidentTokensLeadTogether() {
        for (Multiplicity multiplicity : Multiplicity.values()) {
            Tokens start = Tokens.of(new double[][] {{2, 0}, {2, 0}, {1, 0}, {-1, 0}});
            Leaders leaders = Run.of(new Hardmax(multiplicity), Interaction.identity(2), start, 3)
                    .leaders();
            assertEquals(OptionalLong.of(0), leaders.since(0));
            assertEquals(OptionalLong.of(0), leaders.since(1));
            assertEquals(OptionalLong.empty(), leaders.since(2));
            assertEquals(OptionalLong.of(0), leaders.since(3));
        }
    }

    static List<AttentionRule> decidingRules() {
        return RandomCases.rules().stream()
                .filter(rule -> rule instanceof Hardmax || rule instanceof Localmax)
                .toList();
    }

    /** Numbering and frame matter neither for the clusters nor for the kinds of limits. */
    @ParameterizedTest
    @MethodSource("decidingRules")
    void limitsAreInvariant(AttentionRule rule) {
        for (int seed = 0; seed < 12; seed++) {
            RandomCases random = new RandomCases(seed);
            int d = random.between(1, 3);
            Tokens start = random.gaussian(12, d);
            Interaction interaction =
                    seed % 2 == 0 ? Interaction.identity(d) : Interaction.of(random.positiveDefinite(d));
            Limits limits = Run.of(rule, interaction, start, 300).limits();
            Frame frame = Frame.random(seed, 12, d);
            Limits others =
                    Run.of(rule, frame.of(interaction), frame.of(start), 300).limits();
            String where = rule + ", seed " + seed;
            for (int i = 0; i < 12; i++) {
                int label = limits.clusters().label(frame.original(i));
                assertEquals(limits.kind(label), others.kind(others.clusters().label(i)), where);
                for (int j = 0; j < i; j++) {
                    assertEquals(
                            label == limits.clusters().label(frame.original(j)),
                            others.clusters().label(i) == others.clusters().label(j),
                            where);
                }
            }
        }
    }
}
