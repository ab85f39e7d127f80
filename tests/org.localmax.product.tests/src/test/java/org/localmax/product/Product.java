package org.localmax.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The product, started as a user starts it, without a display. A test makes one in its temporary folder:
 *
 * <pre>{@code
 * Product product = new Product(folder);
 * Files.writeString(product.folder().resolve("X0.csv"), "1,2\n3,4\n");
 * Ended run = product.run("simulate", "--tokens", "X0.csv");
 * assertEquals(0, run.exitCode(), run.toString());
 * }</pre>
 */
final class Product {

    /** What {@code releng/org.localmax.product} has materialised. */
    static final Path INSTALLATION = Path.of(
                    "../../releng/org.localmax.product/target/products/localmax/linux/gtk/x86_64")
            .toAbsolutePath()
            .normalize();

    /** The experiments that the product comes with. */
    static final Path GALLERY = Path.of("../../bundles/org.localmax.examples/gallery")
            .toAbsolutePath()
            .normalize();

    private static final long TIMEOUT_SECONDS = 900;

    private static final String FIRST_COMPILER_ALONE = "-XX:TieredStopAtLevel=1";

    private final Path folder;
    private final Path temporary;
    private final Path output;
    private final List<String> launcher = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    /** The product of the build, which runs in a folder below the given one. */
    Product(Path parent) {
        this(parent, INSTALLATION);
    }

    /** The product of an installation, which runs in a folder below the given one. */
    Product(Path parent, Path installation) {
        try {
            folder = Files.createDirectory(parent.resolve("folder"));
            temporary = Files.createDirectory(parent.resolve("temporary"));
            output = Files.createDirectory(parent.resolve("output"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launcher.add(installation.resolve("localmax").toString());
        environment.put("TMPDIR", temporary.toString());
    }

    /** How a run ended. */
    record Ended(int exitCode, String out, String err) {}

    /** The working directory of the runs. */
    Path folder() {
        return folder;
    }

    /**
     * For runs that hardly compute: what the second compiler of Java costs they never gain. Others would take many times as long without
     * it, since vectors are objects then.
     */
    Product forShortRuns() {
        return with("LOCALMAX_JAVA_OPTIONS", FIRST_COMPILER_ALONE);
    }

    /** Sets an environment variable of the runs. */
    Product with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts the runs by a command that gets the launcher and its arguments as arguments. */
    Product by(String... command) {
        launcher.addAll(0, List.of(command));
        return this;
    }

    /** Runs to the end. */
    Ended run(String... arguments) {
        return start(arguments).end();
    }

    /** Starts a run that goes on beside the test. */
    Running start(String... arguments) {
        try {
            Path out = Files.createTempFile(output, "out", "");
            Path err = Files.createTempFile(output, "err", "");
            List<String> command = new ArrayList<>(launcher);
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the runs left in the folder for temporary files. */
    List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }

    /** A run that goes on. */
    record Running(Process process, Path out, Path err) {

        /** Waits for the end. */
        Ended end() {
            try {
                if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError("the product did not end; stderr: " + Files.readString(err));
                }
                return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                process.destroyForcibly();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
