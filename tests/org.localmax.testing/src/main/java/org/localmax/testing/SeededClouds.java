package org.localmax.testing;

import java.util.List;
import org.localmax.dynamics.Tokens;

/**
 * Clouds of tokens of every kind that a run meets, generic and degenerate: the same for the same seed.
 *
 * @param name the kind, the shape and the seed
 * @param tokens the cloud
 */
public record SeededClouds(String name, Tokens tokens) {

    /** One cloud of each kind of n tokens in dimension d. */
    public static List<SeededClouds> all(int n, int d, long seed) {
        RandomCases random = new RandomCases(seed);
        return List.of(
                of("gaussian", random.gaussian(n, d), seed),
                of("duplicates", lateStage(n, d, Math.max(1, n / 3), 0, seed), seed),
                of("collinear", collinear(n, d, seed), seed),
                of("lattice", random.lattice(n, d, 3), seed),
                of("late stage", lateStage(n, d, 4, 1e-9, seed), seed),
                of("one point", lateStage(n, d, 1, 0, seed), seed));
    }

    private static SeededClouds of(String kind, Tokens tokens, long seed) {
        return new SeededClouds(kind + ", " + tokens + ", seed " + seed, tokens);
    }

    /** Tokens on one line, rounded. */
    public static Tokens collinear(int n, int d, long seed) {
        RandomCases random = new RandomCases(seed);
        Tokens line = random.gaussian(2, d);
        double[] values = new double[n * d];
        for (int i = 0; i < n; i++) {
            double along = random.between(-2.0, 2.0);
            for (int k = 0; k < d; k++) {
                values[i * d + k] = line.get(0, k) + along * line.get(1, k);
            }
        }
        return Tokens.ofRows(n, d, values);
    }

    /** The directions of tokens: each divided by its length. */
    public static Tokens sphere(Tokens tokens) {
        double[] rows = tokens.rows().clone();
        int d = tokens.dimension();
        for (int i = 0; i < tokens.count(); i++) {
            double square = 0;
            for (int k = 0; k < d; k++) {
                square += rows[i * d + k] * rows[i * d + k];
            }
            for (int k = 0; k < d; k++) {
                rows[i * d + k] /= Math.sqrt(square);
            }
        }
        return Tokens.ofRows(tokens.count(), d, rows);
    }

    /** A few Gaussian centres, and around each some of the tokens with Gaussian offsets times the spread. */
    public static Tokens lateStage(int n, int d, int clusters, double spread, long seed) {
        RandomCases random = new RandomCases(seed);
        Tokens centres = random.gaussian(clusters, d);
        Tokens offsets = random.gaussian(n, d);
        double[] values = new double[n * d];
        for (int i = 0; i < n; i++) {
            int centre = random.between(0, clusters - 1);
            for (int k = 0; k < d; k++) {
                values[i * d + k] = centres.get(centre, k) + spread * offsets.get(i, k);
            }
        }
        return Tokens.ofRows(n, d, values);
    }

    @Override
    public String toString() {
        return name;
    }
}
