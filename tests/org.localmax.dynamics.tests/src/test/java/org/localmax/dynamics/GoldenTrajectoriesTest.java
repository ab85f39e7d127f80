package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.testing.GoldenCase;

/** The reference step follows every golden trajectory: coordinates to 1e-13 relative, neighbour sets equal. */
class GoldenTrajectoriesTest {

    static Stream<GoldenCase> cases() {
        return GoldenCase.trajectories().stream();
    }

    @Test
    void allCasesAreThere() {
        List<String> names =
                GoldenCase.trajectories().stream().map(GoldenCase::name).toList();
        assertEquals(13, names.size(), names.toString());
        Set<String> others = new HashSet<>();
        GoldenCase.read("golden.json")
                .getAsJsonObject()
                .getAsJsonArray("cases")
                .forEach(one -> others.add(one.getAsJsonObject().get("name").getAsString()));
        others.removeAll(names);
        assertEquals( // ComparisonOperatorsTest and LocalmaxScalesTest look at these
                Set.of("sap_transition_probabilities", "operators_on_z", "localmax_normalisation_variants"), others);
    }

    /** A acts on the receiver: on the others it would give the sets that the case tells as wrong. */
    @Test
    void aTransposedInteractionHasOtherNeighbours() {
        GoldenCase golden = GoldenCase.trajectories().stream()
                .filter(one -> one.name().equals("hardmax_asymmetric_A_orientation"))
                .findFirst()
                .orElseThrow();
        Interaction a = golden.dynamics().interaction();
        Interaction transposed =
                Interaction.of(new double[] {a.get(0, 0), a.get(1, 0)}, new double[] {a.get(0, 1), a.get(1, 1)});
        Attention attention = golden.dynamics().with(transposed).attention(State.initial(golden.start()));
        JsonArray wrong =
                GoldenCase.json(golden.name()).getAsJsonObject("sets").getAsJsonArray("0_if_transposed_WRONG");
        for (int i = 0; i < 4; i++) {
            int[] expected = wrong.get(i).getAsJsonArray().asList().stream()
                    .mapToInt(JsonElement::getAsInt)
                    .toArray();
            assertArrayEquals(expected, attention.row(i).neighbours(), "C_" + i);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReferenceStepFollowsTheTrajectory(GoldenCase golden) {
        long last = golden.snapshots().keySet().stream().mapToLong(t -> t).max().orElseThrow();
        State state = State.initial(golden.start());
        int checked = 0;
        for (long t = 0; t <= last; t++) {
            double[][] expected = golden.snapshots().get(t);
            if (expected != null) {
                assertNear(expected, state.tokens(), golden.start().largestNorm(), t);
                checked++;
            }
            int[][] sets = golden.sets().get(t);
            if (sets != null) {
                Attention attention = golden.dynamics().attention(state);
                for (int i = 0; i < sets.length; i++) {
                    assertArrayEquals(sets[i], attention.row(i).neighbours(), "C_" + i + " at t = " + t);
                }
            }
            state = golden.dynamics().step(state).after();
        }
        assertEquals(golden.snapshots().size(), checked);
    }

    private static void assertNear(double[][] expected, Tokens actual, double scale, long t) {
        for (int i = 0; i < expected.length; i++) {
            for (int k = 0; k < expected[i].length; k++) {
                double difference = Math.abs(expected[i][k] - actual.get(i, k));
                assertTrue(
                        difference <= 1e-13 * Math.max(scale, Math.abs(expected[i][k])),
                        "coordinate " + k + " of token " + i + " at t = " + t + " is off by " + difference);
            }
        }
    }
}
