package org.localmax.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code sweep_peers.py}: the runs of a sweep in Python. At its top is what can be asked. */
final class SweepScript {

    private final Path script;

    /** @param folder where it is put */
    SweepScript(Path folder) throws IOException {
        script = folder.resolve("sweep_peers.py");
        try (InputStream source = SweepScript.class.getResourceAsStream("sweep_peers.py")) {
            Files.write(script, source.readAllBytes());
        }
    }

    Process start(String python, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(python, script.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Lets it run to its end and returns what it printed. */
    String run(String python, String... arguments) {
        try {
            Process process = start(python, arguments);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new PeerException("sweep_peers.py failed: " + String.join(" ", arguments));
            }
            return output.strip();
        } catch (IOException e) {
            throw new PeerException("there is no " + python);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException("the wait for sweep_peers.py was interrupted");
        }
    }
}
