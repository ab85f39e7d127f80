package org.localmax.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * NumPy, Numba and PyTorch, each in a process of its own, as far as a Python here has them. Pythons are looked for in
 * {@code LOCALMAX_PYTHON}, at {@code /usr/bin/python3} and on the path.
 */
final class Peers implements AutoCloseable {

    /** The names for people, and what Python imports. */
    private enum Library {
        NUMPY("NumPy", "numpy"),
        NUMBA("Numba", "numba"),
        TORCH("PyTorch", "torch");

        private final String title;
        private final String module;

        Library(String title, String module) {
            this.title = title;
            this.module = module;
        }
    }

    private final Path scratch;
    private final List<Process> processes = new ArrayList<>();
    private final List<Peer> peers = new ArrayList<>();
    private final List<String> descriptions = new ArrayList<>();

    private Peers(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * Starts those that are there; the descriptions name those that are not.
     *
     * @param scratch a folder for files that go to and fro
     * @throws PeerException if one is there and unfit for a comparison: a result without it would flatter us
     */
    static Peers start(Path scratch) {
        Peers peers = new Peers(scratch);
        try {
            Path script = scratch.resolve("peers.py");
            try (InputStream source = Peers.class.getResourceAsStream("peers.py")) {
                Files.write(script, source.readAllBytes());
            }
            for (Library library : Library.values()) {
                peers.start(library, script);
            }
            return peers;
        } catch (IOException e) {
            peers.close();
            throw new UncheckedIOException(e);
        } catch (PeerException e) {
            peers.close();
            throw new PeerException("no fair comparison is possible with " + e.getMessage()
                    + ". Take away what limits its threads, choose another Python by LOCALMAX_PYTHON, or remove the"
                    + " library.");
        }
    }

    private void start(Library library, Path script) throws IOException {
        Optional<String> python = pythonWith(library.module);
        if (python.isEmpty()) {
            descriptions.add(library.title + ": skipped, no Python here has it");
            return;
        }
        Process process = new ProcessBuilder(python.get(), script.toString(), library.module)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
        Peer peer = new Peer(library.title, answers, process.outputWriter(StandardCharsets.UTF_8));
        peers.add(peer);
        descriptions.add(peer.about() + ", by " + python.get());
    }

    /** A Python that has NumPy and a module. */
    static Optional<String> pythonWith(String module) {
        return Stream.of(System.getenv("LOCALMAX_PYTHON"), "/usr/bin/python3", "python3")
                .filter(candidate -> candidate != null && has(candidate, module))
                .findFirst();
    }

    private static boolean has(String python, String module) {
        String question = "import sys, importlib.util as u; sys.exit(not (u.find_spec('numpy') and u.find_spec('"
                + module + "')))";
        try {
            return new ProcessBuilder(python, "-c", question)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such Python
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A line on each: version, BLAS, threads; or that it is not there. */
    List<String> descriptions() {
        return descriptions;
    }

    /** Those that are there. */
    List<Peer> all() {
        return peers;
    }

    /** NumPy, if it is there. */
    Optional<Peer> numpy() {
        return peers.stream()
                .filter(peer -> peer.name().equals(Library.NUMPY.title))
                .findFirst();
    }

    /** Headings of a table with a column for each library, there or not. */
    static List<String> titles() {
        return Stream.of(Library.values()).map(library -> library.title).toList();
    }

    /** Gives everyone the tokens of a problem. */
    void take(Problem problem) {
        if (peers.isEmpty()) {
            return;
        }
        Path file = scratch.resolve("tokens");
        RawDoubles.write(file, problem.tokens().rows());
        for (Peer peer : peers) {
            peer.tokens(problem.step().n(), problem.step().d(), file);
        }
    }

    /** The tokens after a peer's latest step. */
    double[] result(Peer peer) {
        Path file = scratch.resolve("result");
        peer.save(file);
        return RawDoubles.read(file);
    }

    @Override
    public void close() {
        peers.forEach(Peer::close);
        processes.forEach(Process::destroy);
    }
}
