package org.localmax.experiments.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A reproducible stream of random numbers: xoshiro256++ started from the SHA-256 of a purpose and a seed. All that is drawn
 * comes from its 64-bit words by plain IEEE operations and StrictMath.
 */
public final class RandomStream {

    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("Xoshiro256PlusPlus");

    private final RandomGenerator words;

    /**
     * The stream of a purpose and a seed; streams of different purposes are independent.
     *
     * @param purpose what is drawn, such as {@code tokens}
     */
    public RandomStream(String purpose, long seed) {
        byte[] state = sha256(purpose + " " + seed);
        words = GENERATORS.create(state);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    public double uniform() {
        return (words.nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Standard normal, by Marsaglia's polar method; the second of each pair is not used. */
    public double gaussian() {
        while (true) {
            double u = uniform(-1, 1);
            double v = uniform(-1, 1);
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** Uniform on the unit sphere of R^d. */
    public double[] direction(int dimension) {
        while (true) {
            double[] direction = new double[dimension];
            double square = 0;
            for (int k = 0; k < dimension; k++) {
                direction[k] = gaussian();
                square += direction[k] * direction[k];
            }
            if (square > 0) {
                double norm = Math.sqrt(square);
                for (int k = 0; k < dimension; k++) {
                    direction[k] /= norm;
                }
                return direction;
            }
        }
    }
}
