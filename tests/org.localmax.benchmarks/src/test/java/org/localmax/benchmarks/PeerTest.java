package org.localmax.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerTest {

    @TempDir
    private Path scratch;

    private final StringWriter requests = new StringWriter();

    private Peer answering(String... answers) {
        String text = String.join("\n", answers);
        return new Peer("NumPy", new BufferedReader(new StringReader(text)), requests);
    }

    @Test
    void eachRequestIsALine() {
        Peer peer = answering("NumPy 2", "ready", "ready chunks of 256 rows", "12.5", "saved", "170.0");
        assertEquals("NumPy 2", peer.about());
        peer.tokens(10_000, 2, Path.of("/tmp/tokens"));
        assertEquals("chunks of 256 rows", peer.step(StepCase.softmax(0.125, 10_000, 2), 0.125));
        assertEquals(12.5, peer.milliseconds());
        peer.save(Path.of("/tmp/result"));
        assertEquals(170, peer.product(2000));
        assertEquals("""
                about
                tokens 10000 2 /tmp/tokens
                step softmax 0.125 0.5
                run
                save /tmp/result
                product 2000
                """, requests.toString());
    }

    @Test
    void anUnfitPeerIsNotComparedWith() {
        Peer peer = answering("unfit NumPy 2: OpenBLAS runs 1 threads on 2 cores");
        Exception refusal = assertThrows(PeerException.class, peer::about);
        assertEquals("NumPy 2: OpenBLAS runs 1 threads on 2 cores", refusal.getMessage());
    }

    @Test
    void whatFailedIsTold() {
        Peer peer = answering("error MemoryError: 800 MB");
        Exception failure = assertThrows(PeerException.class, peer::milliseconds);
        assertTrue(failure.getMessage().contains("MemoryError: 800 MB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "0", "-1", "NaN"})
    void aTimeIsAPositiveNumber(String answer) {
        assertThrows(PeerException.class, answering(answer)::milliseconds);
    }

    @Test
    void aPeerThatIsGoneIsNotWaitedFor() {
        assertThrows(PeerException.class, answering()::milliseconds);
    }

    /** Whatever BLAS it has: only the result is looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"hardmax n=600 d=3", "localmax strip=0.1 n=600 d=3", "softmax beta=2 n=600 d=3"})
    void numpyTakesTheStepOfTheDefinition(String text) throws IOException {
        Path script = scratch.resolve("peers.py");
        try (InputStream source = Peer.class.getResourceAsStream("peers.py")) {
            Files.copy(source, script);
        }
        Problem problem = Problem.of(StepCase.parse(text));
        Path tokens = scratch.resolve("tokens");
        Path result = scratch.resolve("result");
        RawDoubles.write(tokens, problem.tokens().rows());
        Process process = new ProcessBuilder("/usr/bin/python3", script.toString(), "numpy")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Peer peer = new Peer("NumPy", process.inputReader(), process.outputWriter())) {
            peer.tokens(600, 3, tokens);
            peer.step(problem.step(), problem.ruleParameter());
            assertTrue(peer.milliseconds() > 0);
            peer.save(result);
        } finally {
            process.destroy();
        }
        double[] expected =
                problem.dynamics().step(problem.start()).after().tokens().rows();
        assertArrayEquals(expected, RawDoubles.read(result), 1e-12);
    }

    @Test
    void numbersComeBackAsTheyWent() {
        Path file = scratch.resolve("numbers");
        double[] values = new double[100_001];
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.sqrt(k);
        }
        RawDoubles.write(file, values);
        assertArrayEquals(values, RawDoubles.read(file));
        assertEquals(0, RawDoubles.greatestDifference(values, RawDoubles.read(file)));
        assertEquals(2, RawDoubles.greatestDifference(new double[] {1, 5}, new double[] {1, 3}));
        assertEquals(Double.NaN, RawDoubles.greatestDifference(new double[] {1, 5}, new double[] {Double.NaN, 5}));
    }
}
