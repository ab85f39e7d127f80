package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.product.Product.Ended;
import org.localmax.product.Product.Running;

/** What surrounds the product: other processes, other users, other Javas, signals. */
class InstallationTest {

    @TempDir
    private Path temp;

    @Test
    void manyStartsAtOnceDoNotMeet() throws IOException {
        Product product = new Product(temp);
        Map<Path, String> before = contents(Product.INSTALLATION);

        List<Running> runs =
                IntStream.range(0, 20).mapToObj(_ -> product.start("--version")).toList();

        assertAll(runs.stream().map(run -> () -> {
            Ended end = run.end();
            assertEquals(0, end.exitCode(), end.toString());
            assertEquals("", end.err());
        }));
        assertEquals(List.of(), product.leftovers());
        assertEquals(before, contents(Product.INSTALLATION));
    }

    @Test
    void runsWhereItMayNotWrite() throws Exception {
        Path installation = temp.resolve("read only");
        shell(
                "cp -r \"$0\" \"$1\" && chmod -R a-w,a+rX \"$1\" && chmod a+rx \"$2\"",
                Product.INSTALLATION,
                installation,
                temp);
        Product product = new Product(temp, installation);
        shell("chmod a+rwx \"$0\"/*/", temp);
        if (isRoot()) {
            // permissions do not bind root
            product.by("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        }
        product.with("HOME", "/nonexistent");

        Ended run = product.run("--version");

        assertEquals(0, run.exitCode(), run.toString());
        assertEquals("", run.err());
        assertEquals(List.of(), product.leftovers());
        shell("chmod -R u+w \"$0\"", installation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "1.8.0_412", "24"})
    void looksOnWhenJavaHomeIsTooOld(String version) throws Exception {
        Path old = fakeJava(version);
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");

        Ended run = new Product(temp)
                .with("JAVA_HOME", old.toString())
                .with("PATH", path())
                .run("--version");

        assertEquals(0, run.exitCode(), run.toString());
    }

    @Test
    void asksAJavaThatHasNoReleaseFileForItsVersion() throws Exception {
        Path old = fakeJava("17.0.15");

        Ended run = new Product(temp)
                .with("JAVA_HOME", old.toString())
                .with("PATH", path())
                .run("--version");

        assertEquals(0, run.exitCode(), run.toString());
    }

    @Test
    void endsOnSigtermAndLeavesNothing() throws Exception {
        Product product = new Product(temp);
        Running run = product.start("--version");
        Path commandLine = Path.of("/proc", Long.toString(run.process().pid()), "cmdline");
        while (run.process().isAlive() && !Files.readString(commandLine).contains("org.localmax.launcher.Main")) {
            Thread.onSpinWait(); // until the launcher has become the JVM
        }

        run.process().destroy();

        assertEquals(128 + 15, run.end().exitCode());
        assertEquals(List.of(), product.leftovers());
    }

    @Test
    void saysSoWhenItIsBroken() throws Exception {
        Path installation = temp.resolve("broken");
        shell("cp -r \"$0\" \"$1\" && rm \"$1\"/plugins/picocli_*", Product.INSTALLATION, installation);

        Ended run = new Product(temp, installation).run("--version");

        assertEquals(70, run.exitCode(), run.toString());
        assertTrue((run.out() + run.err()).contains(".log"), run.toString());
    }

    /** A Java that tells its version, and ends with 99 if it is used. */
    private Path fakeJava(String version) throws IOException {
        Path home = temp.resolve("old java");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                [ "$*" = -version ] || exit 99
                echo 'openjdk version "%s" 2024-04-16' >&2
                """.formatted(version));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    /** A path on which the Java of this test comes first. */
    private static String path() {
        return Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static Map<Path, String> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, String> contents = new TreeMap<>();
            for (Path file : files.toList()) {
                contents.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
            return contents;
        }
    }

    private static void shell(String script, Path... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of("sh", "-ec", script), Stream.of(arguments).map(Path::toString))
                .toList();
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), script);
    }
}
