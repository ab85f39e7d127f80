package org.localmax.solver;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

/** In the plane and in space, steps that look at few pairs have every row of the definition, on clouds of some thousands. */
class TreesTest {

    private static final List<Algorithm> ALGORITHMS = List.of(Algorithm.TREE, Algorithm.SWEEP);
    private static final int N = 2401;

    static Stream<SeededClouds> clouds() {
        List<SeededClouds> clouds = new ArrayList<>();
        for (int d = 2; d <= 3; d++) {
            Tokens gaussian = new RandomCases(71).gaussian(N, d);
            clouds.add(new SeededClouds("gaussian " + d, gaussian));
            clouds.add(new SeededClouds("sphere " + d, SeededClouds.sphere(gaussian)));
            clouds.add(new SeededClouds("grid " + d, grid(d)));
            clouds.add(new SeededClouds("lattice " + d, new RandomCases(72).lattice(N, d, 8)));
            clouds.add(new SeededClouds("collinear " + d, SeededClouds.collinear(N, d, 73)));
            clouds.add(new SeededClouds("late " + d, SeededClouds.lateStage(N, d, 5, 1e-9, 74)));
            clouds.add(new SeededClouds("last " + d, SeededClouds.lateStage(N, d, 5, 1e-14, 75)));
            clouds.add(new SeededClouds("flat " + d, flat(gaussian)));
            Tokens sphere = SeededClouds.sphere(gaussian);
            clouds.add(new SeededClouds("nearly a sphere " + d, changed(sphere, (i, k, x) -> x * (1 + i % 97 * 1e-9))));
            clouds.add(new SeededClouds("ellipsoid " + d, changed(sphere, (_, k, x) -> k == 0 ? 3 * x + 1 : x)));
            clouds.add(new SeededClouds("half a sphere " + d, changed(sphere, (_, k, x) -> k == 0 ? Math.abs(x) : x)));
            clouds.add(new SeededClouds("doubled sphere " + d, changed(sphere, (i, k, x) -> sphere.get(i / 2, k))));
            clouds.add(new SeededClouds("edges " + d, changed(gaussian, (i, k, x) -> onEdge(i, k))));
            clouds.add(new SeededClouds("origin " + d, changed(gaussian, (i, _, x) -> i % 800 == 3 ? 0 : x)));
            clouds.add(new SeededClouds("far token " + d, changed(gaussian, (i, _, x) -> i == 5 ? 1e6 : x)));
            clouds.add(new SeededClouds("tiny " + d, SeededClouds.lateStage(N, d, 5, 1e-12, 78)));
        }
        return clouds.stream();
    }

    /** A grid around the origin, which is one of its points. */
    private static Tokens grid(int d) {
        int side = d == 2 ? 49 : 13;
        double[][] points = new double[(int) Math.pow(side, d)][d];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0, rest = i; k < d; k++, rest /= side) {
                points[i][k] = rest % side - side / 2;
            }
        }
        return Tokens.of(points);
    }

    /** Thin in the first coordinate, and far from the origin in the last. */
    private static Tokens flat(Tokens tokens) {
        double[] rows = tokens.rows().clone();
        int d = tokens.dimension();
        for (int i = 0; i < tokens.count(); i++) {
            rows[i * d] *= 1e-7;
            rows[i * d + d - 1] += 20;
        }
        return Tokens.ofRows(tokens.count(), d, rows);
    }

    @FunctionalInterface
    private interface Change {

        double of(int i, int k, double x);
    }

    private static Tokens changed(Tokens tokens, Change change) {
        double[] rows = tokens.rows().clone();
        int d = tokens.dimension();
        for (int at = 0; at < rows.length; at++) {
            rows[at] = change.of(at / d, at % d, rows[at]);
        }
        return Tokens.ofRows(tokens.count(), d, rows);
    }

    /** Tokens on the edges of a square, its vertices among them again and again; further coordinates are 0. */
    private static double onEdge(int i, int k) {
        double along = i % 17 / 8.0 - 1;
        double across = i % 2 == 0 ? 1 : -1;
        boolean upright = i % 4 < 2;
        return switch (k) {
            case 0 -> upright ? across : along;
            case 1 -> upright ? along : across;
            default -> 0;
        };
    }

    private static List<AttentionRule> rules() {
        List<AttentionRule> rules = new ArrayList<>();
        rules.add(new Hardmax(Multiplicity.COUNTED));
        rules.add(new FrankWolfe(Sense.MIN, Ties.MEAN));
        rules.add(new FrankWolfe(Sense.MAX, Ties.FIRST));
        for (Scale scale : Scale.values()) {
            rules.add(new Localmax(Schedule.constant(0.3), scale));
            rules.add(new Localmax(Schedule.constant(2.5), scale));
        }
        rules.add(new Localmax(Schedule.constant(Double.POSITIVE_INFINITY), Scale.ABSOLUTE));
        return rules;
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void everyRowIsThatOfTheDefinition(SeededClouds cloud) {
        RandomCases random = new RandomCases(76);
        for (AttentionRule rule : rules()) {
            Interaction interaction = random.interaction(rule, cloud.tokens().dimension());
            Dynamics dynamics =
                    new Dynamics(rule, interaction, StepSize.alpha(0.5), new TiePolicy(random.between(0, 1) * 1e-12));
            State state = State.initial(cloud.tokens());
            Step expected = dynamics.step(state);
            for (Algorithm algorithm : ALGORITHMS) {
                if (algorithm.canStep(dynamics)) {
                    SolverOptions options = SolverOptions.of(2).with(algorithm);
                    compare(dynamics, expected, options);
                    compare(dynamics, expected, options.withoutVectors());
                }
            }
        }
    }

    private static void compare(Dynamics dynamics, Step expected, SolverOptions options) {
        try {
            Step actual = Agreement.step(dynamics, expected.before(), options);
            Agreement.assertDefinition(dynamics, expected, actual, 0);
        } catch (AssertionError | RuntimeException e) {
            fail(options + ", " + dynamics + ": " + e.getMessage(), e);
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        for (int d = 2; d <= 3; d++) {
            Tokens tokens = new RandomCases(77).gaussian(40_001, d);
            for (AttentionRule rule : List.of(
                    new Hardmax(Multiplicity.COUNTED), new Localmax(Schedule.constant(1.5), Scale.NORMALIZED))) {
                Dynamics dynamics = new Dynamics(rule, Interaction.identity(d), StepSize.alpha(0.5), TiePolicy.DEFAULT);
                Step expected = null;
                for (Algorithm algorithm : ALGORITHMS) {
                    for (int threads : new int[] {1, 2, 3, 5, 8}) {
                        if (algorithm.canStep(dynamics)) {
                            SolverOptions options = SolverOptions.of(threads).with(algorithm);
                            Step actual = Agreement.step(dynamics, State.initial(tokens), options);
                            expected = expected == null ? actual : expected;
                            Agreement.assertSameBits(expected, actual);
                        }
                    }
                }
            }
        }
    }
}
