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

class CapsuleFolderTest {

    private static final String NOT_EMPTY =
            ": is not empty; expected a new or an empty folder, or --force to replace the results in it";

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
    void nothingIsSeenUntilItIsPublished() throws Exception {
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, false)) {
            Files.writeString(capsule.path("run.json"), "new");
            assertFalse(Files.exists(output));
            assertTrue(names(folder).stream().allMatch(name -> name.startsWith(".run.partial-")), names(folder) + "");
            capsule.publish();
        }
        assertHoldsNewRun();
    }

    @Test
    void closingWithoutPublishingLeavesNothing() throws Exception {
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, false)) {
            Files.createDirectories(capsule.path("deep/er"));
            Files.writeString(capsule.path("deep/er/run.json"), "new");
        }
        assertEquals(List.of(), names(folder));
    }

    @Test
    void parentsAreMade() throws Exception {
        output = folder.resolve("a/b/run");
        publish(false);
        assertEquals("new", Files.readString(output.resolve("run.json")));
    }

    @Test
    void anEmptyFolderIsFilled() throws Exception {
        Files.createDirectory(output);
        publish(false);
        assertHoldsNewRun();
    }

    @Test
    void aLinkToAnEmptyFolderStaysALink() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(output, elsewhere);
        publish(false);
        assertTrue(Files.isSymbolicLink(output));
        assertEquals("new", Files.readString(elsewhere.resolve("run.json")));
    }

    @Test
    void aRelativeOutputIsFine() throws Exception {
        output = Path.of("").toAbsolutePath().relativize(output);
        publish(false);
        assertEquals(List.of("run"), names(folder));
    }

    @Test
    void aFolderWithResultsIsNotReplaced() throws Exception {
        capsule(output);
        assertProblem(output + NOT_EMPTY, () -> CapsuleFolder.stage(output, false));
        assertEquals("old", Files.readString(output.resolve("run.json")));
        assertEquals(List.of("run"), names(folder));
    }

    @Test
    void forceReplacesACapsule() throws Exception {
        capsule(output);
        Files.writeString(output.resolve("final.csv"), "x1\n0\n");
        publish(true);
        assertHoldsNewRun();
    }

    @Test
    void forceReplacesAFolderOfCapsules() throws Exception {
        capsule(output.resolve("0001"));
        capsule(output.resolve("0002"));
        publish(true);
        assertHoldsNewRun();
    }

    @Test
    void forceReplacesAComparisonWithItsRuns() throws Exception {
        capsule(output);
        capsule(output.resolve("0001"));
        publish(true);
        assertHoldsNewRun();
    }

    @Test
    void forceNeverDeletesOtherFiles() throws Exception {
        Files.writeString(Files.createDirectory(output).resolve("thesis.tex"), "precious");
        assertRefusesForce("thesis.tex");
    }

    @Test
    void forceNeverDeletesFilesBesideCapsules() throws Exception {
        capsule(output.resolve("0001"));
        Files.writeString(output.resolve("thesis.tex"), "precious");
        assertRefusesForce("thesis.tex");
    }

    @Test
    void forceNeverDeletesOtherFolders() throws Exception {
        capsule(output);
        Files.createDirectory(output.resolve(".git"));
        assertRefusesForce(".git");
    }

    @Test
    void forceNeverDeletesOtherFoldersInsideCapsules() throws Exception {
        capsule(output.resolve("0001"));
        Files.createDirectory(output.resolve("0001").resolve("thesis"));
        assertRefusesForce("0001/thesis");
    }

    @Test
    void forceNeverFollowsLinks() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("thesis.tex"), "precious");
        capsule(output);
        Files.createSymbolicLink(output.resolve("link"), elsewhere);
        publish(true);
        assertEquals("precious", Files.readString(elsewhere.resolve("thesis.tex")));
        assertEquals("new", Files.readString(output.resolve("run.json")));
    }

    @Test
    void whatAppearsMeanwhileIsKept() throws Exception {
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, false)) {
            capsule(output);
            assertProblem(output + NOT_EMPTY, capsule::publish);
        }
        assertEquals("old", Files.readString(output.resolve("run.json")));
        assertEquals(List.of("run"), names(folder));
    }

    @Test
    void whatAppearsMeanwhileIsKeptUnderForceToo() throws Exception {
        capsule(output);
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, true)) {
            Files.writeString(capsule.path("run.json"), "new");
            Files.createDirectory(output.resolve("thesis"));
            assertThrows(DataException.class, capsule::publish);
        }
        assertEquals(List.of("run.json", "thesis"), names(output));
    }

    @Test
    void twoOutputsAreWrittenAtOnce() throws Exception {
        try (CapsuleFolder one = CapsuleFolder.stage(output, false);
                CapsuleFolder two = CapsuleFolder.stage(output, false)) {
            Files.writeString(one.path("run.json"), "new");
            one.publish();
            assertProblem(output + NOT_EMPTY, two::publish);
        }
        assertHoldsNewRun();
    }

    @Test
    void aFile() throws IOException {
        Files.writeString(output, "precious");
        assertProblem(
                output + ": is not a folder; expected a new or an empty folder",
                () -> CapsuleFolder.stage(output, true));
    }

    @Test
    void aFileAmongTheParents() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "precious");
        output = file.resolve("a").resolve("run");
        assertProblem(
                file + ": is not a folder; expected a folder to write " + output + " in",
                () -> CapsuleFolder.stage(output, false));
    }

    @Test
    void aLinkToNowhere() throws IOException {
        Files.createSymbolicLink(output, folder.resolve("none"));
        assertProblem(
                output + ": no such file or folder; expected it to exist", () -> CapsuleFolder.stage(output, false));
    }

    @Test
    void aPlaceThatCannotBeWritten() {
        assertThrows(DataException.class, () -> CapsuleFolder.stage(Path.of("/proc/none"), false));
    }

    @Test
    void theRootFolder() {
        assertProblem(
                "/: is the root folder; expected a folder to write below it",
                () -> CapsuleFolder.stage(Path.of("/"), true));
    }

    private void publish(boolean force) throws Exception {
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, force)) {
            Files.writeString(capsule.path("run.json"), "new");
            capsule.publish();
        }
    }

    private void assertHoldsNewRun() throws IOException {
        assertEquals(List.of("run"), names(folder));
        assertEquals(List.of("run.json"), names(output));
        assertEquals("new", Files.readString(output.resolve("run.json")));
    }

    private void assertRefusesForce(String found) throws IOException {
        List<String> before = names(output);
        assertProblem(
                output + ": holds " + found
                        + ", which is no result; expected a folder of results only, so nothing was replaced",
                () -> CapsuleFolder.stage(output, true));
        assertEquals(before, names(output));
        assertEquals(List.of("run"), names(folder));
    }

    private static void capsule(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("run.json"), "old");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
