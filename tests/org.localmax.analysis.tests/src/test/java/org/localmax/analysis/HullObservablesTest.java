package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

/** The sizes of the hull: known values, and that they never grow. */
class HullObservablesTest {

    private static final Set<Observable> SIZES = EnumSet.range(Observable.VOLUME, Observable.DIAMETER);

    private static List<String> observed(double[]... rows) {
        Tokens tokens = Tokens.of(rows);
        Step none = new Step(
                State.initial(tokens), State.initial(tokens), 0, 0, new int[0], new long[0], new int[0], new int[0]);
        Set<Observable> chosen = EnumSet.copyOf(SIZES);
        chosen.removeIf(size -> size.refusal(tokens.count(), tokens.dimension()).isPresent());
        return new Observer(tokens, chosen).observe(none).values();
    }

    @Test
    void knownBodies() {
        assertEquals(
                List.of("0", "3.0", "3.0", "2", "3.0"),
                observed(new double[] {1}, new double[] {-2}, new double[] {0}));
        assertEquals(
                List.of("0", "12.0", "14.0", "3.0", "4", "5.0"),
                observed(
                        new double[] {0, 0},
                        new double[] {4, 0},
                        new double[] {1, 1},
                        new double[] {4, 3},
                        new double[] {0, 3}));
        assertEquals(
                List.of("0", "24.0", "52.0", "2.0", "8", Double.toString(Math.sqrt(29))),
                observed(
                        new double[] {0, 0, 0},
                        new double[] {2, 0, 0},
                        new double[] {0, 3, 0},
                        new double[] {2, 3, 0},
                        new double[] {0, 0, 4},
                        new double[] {2, 0, 4},
                        new double[] {0, 3, 4},
                        new double[] {2, 3, 4},
                        new double[] {1, 1, 1}));
        assertEquals(List.of("0", "2", "5.0"), observed(new double[] {0, 0, 0, 3}, new double[] {4, 0, 0, 0}));
        assertEquals(List.of("0", "0.0", "0.0", "0.0", "1", "0.0"), observed(new double[] {5, 7}, new double[] {5, 7}));
    }

    @Test
    void columnsSayWhatIsMeasured() {
        assertEquals(List.of("surface_area"), Observable.BOUNDARY.columns(3));
        assertEquals(List.of("perimeter"), Observable.BOUNDARY.columns(2));
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class, () -> new Observer(Tokens.of(new double[] {1, 2, 3, 4}), SIZES));
        assertEquals(
                "the observable 'volume' is not observed: the faces of a hull in dimension 4 may be more than can be"
                        + " counted; expected dimension 3 at most",
                failure.getMessage());
    }

    /** A cube of four dimensions, its middle and that of an edge; and more tokens than are compared. */
    @Test
    void verticesInManyDimensionsAreCountedOfFewTokens() {
        double[][] cube = new double[18][4];
        for (int v = 0; v < 16; v++) {
            for (int k = 0; k < 4; k++) {
                cube[v][k] = v >> k & 1;
                cube[16][k] = .5;
                cube[17][k] = k == 0 ? .5 : 1;
            }
        }
        assertEquals(List.of("0", "16", "2.0"), observed(cube));
        assertEquals(Optional.empty(), Observable.VERTICES.refusal(500, 4));
        assertEquals(
                Optional.of(
                        "it compares each of 501 tokens with the hull of others; expected at most 500 tokens where the"
                                + " dimension is more than 3"),
                Observable.VERTICES.refusal(501, 4));
        assertEquals(Optional.empty(), Observable.VERTICES.refusal(1_000_000, 3));
    }

    /** So many vertices in space that their least width would take long. */
    @Test
    void leastWidthOfTooManyVerticesIsNotTold() {
        Tokens sphere = SeededClouds.sphere(new RandomCases(5).gaussian(HullMeasures.MOST_VERTICES + 1, 3));
        HullMeasures hull = new HullMeasures(sphere, org.localmax.dynamics.CancellationCheck.NONE);
        assertEquals(HullMeasures.MOST_VERTICES + 1, hull.vertices());
        assertTrue(Double.isNaN(hull.leastWidth()));
        assertTrue(hull.volume() > 4);
    }

    static List<AttentionRule> rules() {
        return RandomCases.rules();
    }

    /** Under every rule of weights that are not negative and add up to 1, whatever A is: conv X shrinks, and so does its size. */
    @ParameterizedTest
    @MethodSource("rules")
    void sizesNeverGrow(AttentionRule rule) {
        Set<Observable> sizes = EnumSet.of(Observable.NORM, Observable.HULL);
        sizes.addAll(SIZES);
        sizes.remove(Observable.VERTICES); // of which a smaller hull may have more
        for (int d = 2; d <= 3; d++) {
            for (SeededClouds cloud : SeededClouds.all(25, d, 7)) {
                Dynamics dynamics = new Dynamics(
                        rule, new RandomCases(d).interaction(rule, d), StepSize.alpha(1), TiePolicy.DEFAULT);
                Observer observer = new Observer(cloud.tokens(), sizes);
                double scale = Math.max(1, cloud.tokens().largestNorm());
                State state = State.initial(cloud.tokens());
                Observation before = null;
                for (int t = 0; t < 25; t++) {
                    Step step = dynamics.step(state);
                    Observation now = observer.observe(step);
                    for (Observable size : before == null ? Set.<Observable>of() : sizes) {
                        assertTrue(
                                now.value(size) <= before.value(size) + 1e-12 * scale * scale * scale,
                                size + " grows from " + before.value(size) + " to " + now.value(size) + " at t = " + t
                                        + ", " + cloud);
                    }
                    before = now;
                    state = step.after();
                }
            }
        }
    }
}
