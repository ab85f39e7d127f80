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
    void theStagingOfALivingProcessStays() throws Exception {
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        Path staging = Files.createDirectory(folder.resolve(".run.partial-" + alive + "-a1"));
        publish();
        assertTrue(Files.exists(staging));
    }

    @Test
    void aStagingOfOurOwnNumberThatIsNotOursIsSweptUp() throws Exception {
        long own = ProcessHandle.current().pid();
        Files.createDirectory(folder.resolve(".run.partial-" + own + "-a1"));
        publish();
        assertEquals(List.of("run"), names());
    }

    @Test
    void aResultSetAsideReturnsIfNothingTookItsPlace() throws Exception {
        long dead = killedWhileWriting();
        Path aside = Files.createDirectory(folder.resolve(".run.replaced-" + dead + "-a1"));
        Files.writeString(aside.resolve("run.json"), "old");
        String message = assertThrows(DataException.class, this::publish).getMessage();
        assertTrue(message.contains("is not empty"), message);
        assertEquals(List.of("run"), names());
        assertEquals("old", Files.readString(output.resolve("run.json")));
    }

    @Test
    void aResultSetAsideGoesIfANewOneTookItsPlace() throws Exception {
        long dead = killedWhileWriting();
        Path aside = Files.createDirectory(folder.resolve(".run.replaced-" + dead + "-a1"));
        Files.writeString(aside.resolve("run.json"), "old");
        Files.createDirectory(output);
        publish();
        assertEquals(List.of("run"), names());
        assertEquals("new", Files.readString(output.resolve("run.json")));
    }

    private void publish() throws Exception {
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, false)) {
            Files.writeString(capsule.path("run.json"), "new");
            capsule.publish();
        }
    }

    /** @return the process that was killed */
    private long killedWhileWriting() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Victim.class.getName(), output.toString())
                .inheritIO()
                .start();
        assertEquals(Victim.EXIT, process.waitFor());
        return process.pid();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** Writes a whole capsule and dies before it is published, without a chance to clean up. */
    static final class Victim {

        static final int EXIT = 9;

        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            CapsuleFolder capsule = CapsuleFolder.stage(Path.of(arguments[0]), false);
            Files.writeString(capsule.path("run.json"), "half");
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
