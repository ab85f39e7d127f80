package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it writes. */
class KilledProcessTest {

    @TempDir
    Path temporary;

    private Path folder;
    private Path output;

    @BeforeEach
    void name() throws IOException {
        folder = temporary.toRealPath();
        output = folder.resolve("run");
    }

    @Test
    void aKilledRunLeavesNothingThatLooksFinishedAndIsSweptUpByTheNext() throws Exception {
        long pid = killedWhileWriting();
        assertFalse(Files.exists(output));
        assertEquals(1, names().size());
        assertTrue(names().getFirst().startsWith(".run.partial-" + pid + "-"));
        publish();
        assertEquals(List.of("run"), names());
        assertEquals("new", Files.readString(output.resolve("run.json")));
    }

    @Test
    void theLeftoversOfAnotherOutputStay() throws Exception {
        killedWhileWriting();
        String left = names().getFirst();
        output = folder.resolve("run2");
        publish();
        assertEquals(List.of(left, "run2"), names());
    }

    @Test
    void theStagingOfALivingProcessStaysWhateverItsNumberMeansHere() throws Exception {
        Process alive = writing("wait");
        try {
            assertEquals('s', alive.getInputStream().read());
            Path left = folder.resolve(names().getFirst());
            Path elsewhere = Files.move(left, folder.resolve(".run.partial-999999999999-a1"));
            publish();
            assertEquals("half", Files.readString(elsewhere.resolve("content/run.json")));
        } finally {
            alive.destroyForcibly().waitFor();
        }
        assertThrows(DataException.class, this::publish);
        assertEquals(List.of("run"), names());
    }

    @Test
    void aStagingWithoutItsWriterIsSweptUpThoughItsNumberIsInUse() throws Exception {
        Files.createDirectory(
                folder.resolve(".run.partial-" + ProcessHandle.current().pid() + "-a1"));
        Files.createDirectory(folder.resolve(".run.partial-1-a2"));
        publish();
        assertEquals(List.of("run"), names());
    }

    @Test
    void whatIsLeftInsideAnEmptyOutputIsSweptUp() throws Exception {
        Files.createDirectory(output);
        killedWhileWriting();
        assertEquals(List.of("run"), names());
        publish();
        try (Stream<Path> entries = Files.list(output)) {
            assertEquals(List.of(output.resolve("run.json")), entries.toList());
        }
        assertEquals("new", Files.readString(output.resolve("run.json")));
    }

    @Test
    void aResultSetAsideReturnsIfNothingTookItsPlace() throws Exception {
        killedWhileWriting();
        old(folder.resolve(names().getFirst()).resolve("replaced"));
        assertRefused();
    }

    @Test
    void aResultSetAsideGoesIfANewOneTookItsPlace() throws Exception {
        killedWhileWriting();
        old(folder.resolve(names().getFirst()).resolve("replaced"));
        Files.createDirectory(output);
        publish();
        assertEquals(List.of("run"), names());
        assertEquals("new", Files.readString(output.resolve("run.json")));
    }

    @Test
    void aResultThatWasBeingMovedInIsCompleted() throws Exception {
        old(output.resolve(".partial-1-a1/finished"));
        Files.writeString(output.resolve("trajectory.npz"), "moved");
        assertRefused();
        assertEquals("moved", Files.readString(output.resolve("trajectory.npz")));
        assertFalse(Files.exists(output.resolve(".partial-1-a1")));
    }

    private static void old(Path result) throws IOException {
        Files.createDirectories(result);
        Files.writeString(result.resolve("run.json"), "old");
    }

    private void assertRefused() throws IOException {
        String message = assertThrows(DataException.class, this::publish).getMessage();
        assertTrue(message.contains("is not empty"), message);
        assertEquals(List.of("run"), names());
        assertEquals("old", Files.readString(output.resolve("run.json")));
    }

    private void publish() throws Exception {
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, false)) {
            Files.writeString(capsule.path("run.json"), "new");
            capsule.publish();
        }
    }

    /** @return the process that was killed */
    private long killedWhileWriting() throws Exception {
        Process process = writing("die");
        assertEquals(Victim.EXIT, process.waitFor());
        return process.pid();
    }

    private Process writing(String then) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-cp", path, Victim.class.getName(), output.toString(), then)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** Writes a whole capsule and waits or dies before it is published, without a chance to clean up. */
    static final class Victim {

        static final int EXIT = 9;

        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            CapsuleFolder capsule = CapsuleFolder.stage(Path.of(arguments[0]), false);
            Files.writeString(capsule.path("run.json"), "half");
            if (arguments[1].equals("wait")) {
                System.out.print('s');
                System.out.flush();
                System.in.read(); // until it is killed, or the test is gone
            }
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
