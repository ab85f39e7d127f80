package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.dynamics.Tokens;

/** NumPy itself opens what is written here, with no code of ours, and the other way round. */
class NumpyTest {

    @TempDir
    Path folder;

    @Test
    void aTrajectory() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        Tokens[] tokens = new Tokens[4];
        Arrays.setAll(tokens, r -> Fixtures.randomTokens(random, 5, 3));
        Path file = folder.resolve("trajectory.npz");
        String hash;
        try (TrajectoryWriter writer = TrajectoryWriter.create(file, 4, 5, 3)) {
            for (int r = 0; r < 4; r++) {
                writer.write(10L * r, tokens[r]);
            }
            hash = writer.finish();
        }
        String seen = Python.withNumpy().run("""
                import hashlib, sys, zipfile, numpy as np
                assert zipfile.ZipFile(sys.argv[1]).testzip() is None
                z = np.load(sys.argv[1])
                print(list(z), z["steps"].dtype, z["steps"].tolist(), z["tokens"].dtype, z["tokens"].shape)
                print(hashlib.sha256(z["steps"].tobytes() + z["tokens"].tobytes()).hexdigest())
                print(" ".join(float(v).hex() for v in z["tokens"].ravel()))
                """, file);
        String values = Arrays.stream(tokens)
                .flatMapToDouble(x -> DoubleStream.of(x.rows()))
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" "));
        String[] lines = seen.split("\n");
        assertEquals("['steps', 'tokens'] int64 [0, 10, 20, 30] float64 (4, 5, 3)", lines[0]);
        assertEquals(hash, lines[1]);
        assertEquals(
                values,
                Arrays.stream(lines[2].split(" "))
                        .map(hex -> Double.toString(hexadecimal(hex)))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void tokens() throws Exception {
        Path npy = folder.resolve("X.npy");
        Path csv = folder.resolve("X.csv");
        Tokens tokens = Fixtures.randomTokens(new SplittableRandom(8), 200, 3);
        TokenFiles.writeNpy(npy, tokens);
        TokenFiles.writeCsv(csv, tokens);
        assertEquals("(200, 3) float64 True", Python.withNumpy().run("""
                import sys, numpy as np
                a = np.load(sys.argv[1]); b = np.loadtxt(sys.argv[2], delimiter=",", skiprows=1)
                print(a.shape, a.dtype, a.tobytes() == b.tobytes())
                """, npy, csv));
    }

    @Test
    void aLargeTrajectoryInFortranOrderIsTheSameArray() throws Exception {
        Path file = folder.resolve("fortran.npz");
        String hash = Python.withNumpy().run("""
                import hashlib, sys, numpy as np
                steps = np.arange(300); tokens = np.random.default_rng(1).normal(size=(300, 40, 7))
                np.savez(sys.argv[1], steps=steps, tokens=np.asfortranarray(tokens))
                print(hashlib.sha256(steps.tobytes() + tokens.tobytes()).hexdigest())
                """, file);
        try (Trajectory trajectory = Trajectory.open(file)) {
            assertEquals(hash, trajectory.arraysHash());
        }
    }

    /** Python's hexadecimal form of a double, which is Java's but for the sign of the exponent. */
    private static double hexadecimal(String text) {
        return Double.parseDouble(text.replace("p+", "p"));
    }
}
