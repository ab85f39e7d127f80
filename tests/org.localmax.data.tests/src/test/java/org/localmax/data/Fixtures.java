package org.localmax.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.localmax.dynamics.Tokens;

/** Files made by NumPy, and random tokens. */
final class Fixtures {

    /** What make_fixtures.py calls points. */
    static final Tokens POINTS = Tokens.of(new double[][] {{0, 1.5}, {-2.25, 3}, {1.0 / 3, -0.0}});

    private Fixtures() {}

    /** A file made by make_fixtures.py. */
    static Path numpy(String name) {
        try {
            return Path.of(Fixtures.class.getResource("/numpy/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(numpy(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tokens of any magnitude, subnormal ones and both zeros included. */
    static Tokens randomTokens(RandomGenerator random, int n, int d) {
        double[] values = new double[n * d];
        for (int index = 0; index < values.length; index++) {
            double value = Double.longBitsToDouble(random.nextLong());
            values[index] = random.nextInt(8) == 0 ? Math.copySign(0, value) : Double.isFinite(value) ? value : 1;
        }
        return Tokens.ofRows(n, d, values);
    }
}
