package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Python that has NumPy. */
final class Python {

    private final Path interpreter;

    private Python(Path interpreter) {
        this.interpreter = interpreter;
    }

    /** The system's Python or the first one on the path; the test fails if none of them has NumPy. */
    static Python withNumpy() throws Exception {
        List<Path> candidates = Stream.concat(
                        Stream.of("/usr/bin"), Stream.of(System.getenv("PATH").split(File.pathSeparator)))
                .map(folder -> Path.of(folder, "python3"))
                .distinct()
                .filter(Files::isExecutable)
                .toList();
        for (Path candidate : candidates) {
            Process process = new ProcessBuilder(candidate.toString(), "-c", "import numpy")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() == 0) {
                return new Python(candidate);
            }
        }
        throw new AssertionError("none of " + candidates + " can import numpy; expected the package python3-numpy");
    }

    /** What the script prints; the test fails if the script does. */
    String run(String script, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(interpreter.toString(), "-c", script));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        return output.strip();
    }
}
