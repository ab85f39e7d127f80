package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.data.Problems.assertProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A single file that appears whole or not at all. */
class ResultFileTest {

    @TempDir
    Path temporary;

    private Path folder;
    private Path output;

    @BeforeEach
    void name() throws IOException {
        folder = temporary.toRealPath();
        output = folder.resolve("film.gif");
    }

    @Test
    void nothingIsSeenUntilItIsPublished() throws Exception {
        try (ResultFile file = ResultFile.stage(output, false)) {
            Files.writeString(file.path(), "new");
            assertFalse(Files.exists(output));
            assertEquals(1, names().size());
            assertTrue(names().getFirst().startsWith(".film.gif.partial-"), names() + "");
            file.publish();
            assertThrows(IllegalStateException.class, file::publish);
        }
        assertEquals(List.of("film.gif"), names());
        assertEquals("new", Files.readString(output));
    }

    @Test
    void closingWithoutPublishingLeavesNothing() throws Exception {
        try (ResultFile file = ResultFile.stage(output, false)) {
            Files.writeString(file.path(), "new");
        }
        assertEquals(List.of(), names());
    }

    @Test
    void aFileThatIsThereIsReplacedByForceOnly() throws Exception {
        Files.writeString(output, "old");
        assertProblem(
                output + ": exists already; expected a new file, or --force to replace this one",
                () -> ResultFile.stage(output, false));
        publish(true);
        assertEquals("new", Files.readString(output));
        assertEquals(List.of("film.gif"), names());
    }

    @Test
    void aFolderIsNeverReplaced() throws Exception {
        Files.createDirectory(output);
        assertProblem(output + ": is there and is no file; expected a new file", () -> ResultFile.stage(output, true));
    }

    @Test
    void aLinkIsFollowed() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("real.gif");
        Files.writeString(elsewhere, "old");
        Files.createSymbolicLink(output, elsewhere);
        publish(true);
        assertEquals("new", Files.readString(elsewhere));
        assertTrue(Files.isSymbolicLink(output));
    }

    @Test
    void parentsAreMade() throws Exception {
        output = folder.resolve("a/b/film.gif");
        publish(false);
        assertEquals("new", Files.readString(output));
    }

    @Test
    void whatTookThePlaceMeanwhileStaysAndTheFileIsKept() throws Exception {
        try (ResultFile file = ResultFile.stage(output, false)) {
            Files.writeString(file.path(), "new");
            Files.writeString(output, "other");
            String message = assertThrows(DataException.class, file::publish).getMessage();
            Path kept = Path.of(message.replaceFirst(".* is kept in ", ""));
            assertEquals("new", Files.readString(kept.resolve("film.gif")), message);
        }
        assertEquals("other", Files.readString(output));
    }

    @Test
    void leftoversOfKilledProcessesAreSweptUp() throws Exception {
        Files.createDirectories(folder.resolve(".film.gif.partial-1-a1/content"));
        Files.createDirectories(folder.resolve(".other.gif.partial-1-a1/content"));
        publish(false);
        assertEquals(List.of(".other.gif.partial-1-a1", "film.gif"), names());
    }

    private void publish(boolean force) throws Exception {
        try (ResultFile file = ResultFile.stage(output, force)) {
            Files.writeString(file.path(), "new");
            file.publish();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
