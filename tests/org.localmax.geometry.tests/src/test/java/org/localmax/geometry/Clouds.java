package org.localmax.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

/** Clouds that hulls may fail on, beside the seeded ones: flat, nearly flat, tiny and huge. */
final class Clouds {

    private Clouds() {}

    /** Clouds of a few tokens in dimension d. */
    static Stream<SeededClouds> few(int d, int... counts) {
        return IntStream.of(counts)
                .boxed()
                .flatMap(n -> IntStream.range(0, 3).boxed().flatMap(seed -> of(n, d, seed)));
    }

    private static Stream<SeededClouds> of(int n, int d, long seed) {
        List<SeededClouds> clouds = new ArrayList<>(SeededClouds.all(n, d, seed));
        RandomCases random = new RandomCases(100 + seed);
        clouds.add(named("hypercube", random.lattice(n, d, 1), seed));
        clouds.add(named("flat", times(random.gaussian(n, d), d - 1, 0), seed));
        clouds.add(named("oblique", oblique(n, d, random), seed));
        clouds.add(named("nearly flat", times(random.lattice(n, d, 2), d - 1, 0x1p-53), seed));
        clouds.add(named("rough grid", shaken(random.lattice(n, d, 1), seed), seed));
        clouds.add(named("tiny", times(random.gaussian(n, d), 1e-300), seed));
        clouds.add(named("tiny lattice", times(random.lattice(n, d, 2), 1e-310), seed));
        clouds.add(named("huge", times(random.gaussian(n, d), 1e150), seed));
        clouds.add(named("tiny and huge", times(times(random.gaussian(n, d), 1e150), d - 1, 1e-320), seed));
        return clouds.stream();
    }

    private static SeededClouds named(String kind, Tokens tokens, long seed) {
        return new SeededClouds(kind + ", " + tokens + ", seed " + seed, tokens);
    }

    static Tokens times(Tokens tokens, double factor) {
        return Tokens.ofRows(
                tokens.count(),
                tokens.dimension(),
                Arrays.stream(tokens.rows()).map(x -> x * factor).toArray());
    }

    /** One coordinate multiplied. */
    private static Tokens times(Tokens tokens, int axis, double factor) {
        double[] rows = tokens.rows().clone();
        for (int at = axis; at < rows.length; at += tokens.dimension()) {
            rows[at] *= factor;
        }
        return Tokens.ofRows(tokens.count(), tokens.dimension(), rows);
    }

    /** Tokens whose last coordinate is the sum of the others, which is a plane up to rounding. */
    private static Tokens oblique(int n, int d, RandomCases random) {
        double[] rows = random.gaussian(n, d).rows().clone();
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < d - 1; k++) {
                sum += rows[i * d + k];
            }
            rows[i * d + d - 1] = sum;
        }
        return Tokens.ofRows(n, d, rows);
    }

    /** Coordinates moved by a unit in the last place at most. */
    private static Tokens shaken(Tokens tokens, long seed) {
        Random random = new Random(seed);
        double[] rows = Arrays.stream(tokens.rows())
                .map(x -> x + (random.nextInt(3) - 1) * 0x1p-52)
                .toArray();
        return Tokens.ofRows(tokens.count(), tokens.dimension(), rows);
    }

    /** Tokens in another order: number i of the new ones is number order[i] of the old ones. */
    static Tokens permuted(Tokens tokens, int[] order) {
        return Tokens.of(Arrays.stream(order).mapToObj(tokens::token).toArray(double[][]::new));
    }

    static int[] shuffled(int n, long seed) {
        Random random = new Random(seed);
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** R x for all tokens. */
    static Tokens rotated(Tokens tokens, double[][] rotation) {
        int d = tokens.dimension();
        double[] rows = new double[tokens.rows().length];
        for (int at = 0; at < rows.length; at++) {
            for (int k = 0; k < d; k++) {
                rows[at] += rotation[at % d][k] * tokens.get(at / d, k);
            }
        }
        return Tokens.ofRows(tokens.count(), d, rows);
    }

    /** A convex combination with random weights: a point of the hull, in d coordinates. */
    static double[] inside(Tokens tokens, Random random) {
        double[] point = new double[tokens.dimension()];
        double[] weights = new double[tokens.count()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = -Math.log(1 - random.nextDouble());
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            for (int k = 0; k < point.length; k++) {
                point[k] += weights[i] / sum * tokens.get(i, k);
            }
        }
        return point;
    }
}
