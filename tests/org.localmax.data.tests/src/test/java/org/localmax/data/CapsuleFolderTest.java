package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.data.Problems.assertProblem;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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
    void anEmptyFolderIsFilledInsideAndLooksUnfinishedUntilItIs() throws Exception {
        Files.createDirectory(output);
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, false)) {
            Files.writeString(capsule.path("run.json"), "new");
            assertEquals(List.of("run"), names(folder));
            assertTrue(names(output).stream().allMatch(name -> name.startsWith(".partial-")), names(output) + "");
        }
        assertEquals(List.of(), names(output));
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
    void linksAreFollowedBeforeStepsUp() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("elsewhere/deep"));
        Files.createSymbolicLink(folder.resolve("link"), deep);
        output = folder.resolve("link/../run");
        publish(false);
        assertEquals(List.of("elsewhere", "link"), names(folder));
        assertEquals(List.of("deep", "run"), names(folder.resolve("elsewhere")));
    }

    @Test
    void theFolderItselfIsAnOutput() throws Exception {
        Files.createDirectory(output);
        output = output.resolve(".");
        publish(false);
        output = output.getParent();
        assertHoldsNewRun();
        output = folder.resolve("other/.");
        publish(false);
        assertEquals(List.of("other", "run"), names(folder));
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
    void forceReplacesTheFilesThatACapsuleNames() throws Exception {
        Files.createDirectory(output);
        JsonObject document =
                JsonParser.parseString("{'files': {'figure.svg': '0'}}").getAsJsonObject();
        RunDocument.write(output.resolve("run.json"), document);
        for (String file : List.of("figure.svg", "trajectory.npz", "observables.csv", "limits.csv", "monitors.json")) {
            Files.writeString(output.resolve(file), "old");
        }
        publish(true);
        assertHoldsNewRun();
    }

    @Test
    void forceNeverDeletesOtherFilesInsideCapsules() throws Exception {
        capsule(output);
        Files.writeString(output.resolve("thesis.tex"), "precious");
        assertRefusesForce("thesis.tex");
    }

    @Test
    void forceNeverDeletesOtherFilesInsideTheCapsulesOfAFolder() throws Exception {
        capsule(output.resolve("0001"));
        Files.writeString(output.resolve("0001/thesis.tex"), "precious");
        assertRefusesForce("0001/thesis.tex");
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
    void forceReplacesAComparisonWithItsReport() throws Exception {
        comparison();
        publish(true);
        assertHoldsNewRun();
    }

    @Test
    void forceNeverDeletesOtherFilesInAComparison() throws Exception {
        comparison();
        Files.writeString(output.resolve("thesis.tex"), "precious");
        assertRefusesForce("thesis.tex");
    }

    /** A report alone tells no comparison. */
    @Test
    void forceNeverDeletesAReportOfSomethingElse() throws Exception {
        Files.writeString(Files.createDirectory(output).resolve("report.md"), "precious");
        assertRefusesForce("report.md");
    }

    private void comparison() throws IOException {
        capsule(output.resolve("softmax"));
        Files.writeString(output.resolve("softmax/note.txt"), "a note");
        for (String file : List.of(
                "comparison.json",
                "differences.csv",
                "concentration.csv",
                "tokens.csv",
                "report.md",
                "tokens.svg",
                "over-time.svg")) {
            Files.writeString(output.resolve(file), "old");
        }
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

    /** What a check of the theory leaves is a result, and nothing else beside it is. */
    @Test
    void forceReplacesAChecksFiles() throws Exception {
        Files.createDirectories(output);
        for (String file : List.of("limits.csv", "lyapunov.csv", "cells.csv", "monitors.json")) {
            Files.writeString(output.resolve(file), "old");
        }
        Path counterexample = Files.createDirectories(output.resolve("counterexamples/F1"));
        Files.writeString(counterexample.resolve("check.py"), "old");
        Files.writeString(counterexample.resolve("notes.txt"), "mine");
        assertRefusesForce("counterexamples/F1/notes.txt");
        Files.delete(counterexample.resolve("notes.txt"));
        publish(true);
        assertEquals(List.of("run.json"), names(output));
        Files.delete(output.resolve("run.json"));
        Files.writeString(output.resolve("monitors.json"), "old");
        Files.writeString(output.resolve("observables.csv"), "of a run");
        assertRefusesForce("observables.csv");
    }

    /** A film that was written as a sequence of pictures. */
    @Test
    void forceReplacesTheFramesOfAFilm() throws Exception {
        Files.createDirectories(output);
        for (String file : List.of("frame-000001.png", "frame-000002.png", "frame-1000000.png")) {
            Files.writeString(output.resolve(file), "old");
        }
        Files.writeString(output.resolve("frame-1.png"), "mine");
        assertRefusesForce("frame-1.png");
        Files.move(output.resolve("frame-1.png"), output.resolve("notes.txt"));
        assertRefusesForce("notes.txt");
        Files.delete(output.resolve("notes.txt"));
        publish(true);
        assertEquals(List.of("run.json"), names(output));
    }

    @Test
    void forceNeverFollowsLinks() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("thesis.tex"), "precious");
        capsule(output);
        Files.createSymbolicLink(output.resolve("final.csv"), elsewhere);
        publish(true);
        assertEquals("precious", Files.readString(elsewhere.resolve("thesis.tex")));
        assertEquals("new", Files.readString(output.resolve("run.json")));
    }

    @Test
    void whatAppearsMeanwhileIsKeptAndSoIsTheResult() throws Exception {
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, false)) {
            Files.writeString(capsule.path("run.json"), "new");
            capsule(output);
            assertKept(output + NOT_EMPTY, capsule);
        }
        assertEquals("old", Files.readString(output.resolve("run.json")));
    }

    @Test
    void whatAppearsMeanwhileIsKeptUnderForceToo() throws Exception {
        capsule(output);
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, true)) {
            Files.writeString(capsule.path("run.json"), "new");
            Files.createDirectory(output.resolve("thesis"));
            assertKept(output + ": holds thesis, which is no result", capsule);
        }
        assertEquals(List.of("run.json", "thesis"), names(output));
    }

    @Test
    void whatAppearsMeanwhileInsideIsKept() throws Exception {
        Files.createDirectory(output);
        try (CapsuleFolder capsule = CapsuleFolder.stage(output, true)) {
            Files.writeString(capsule.path("run.json"), "new");
            Files.writeString(output.resolve("run.json"), "old");
            String message = assertThrows(DataException.class, capsule::publish).getMessage();
            assertTrue(message.startsWith(output + NOT_EMPTY), message);
            assertEquals("new", Files.readString(kept(message).resolve("run.json")));
        }
        assertEquals("old", Files.readString(output.resolve("run.json")));
    }

    @Test
    void twoOutputsAreWrittenAtOnce() throws Exception {
        try (CapsuleFolder slow = CapsuleFolder.stage(output, false)) {
            Files.writeString(slow.path("run.json"), "new");
            publish(false);
            assertEquals(List.of("run.json"), names(output));
            assertKept(output + NOT_EMPTY, slow);
        }
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
                output + ": no folder can be made there; expected a place that can be written",
                () -> CapsuleFolder.stage(output, false));
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

    /** Publishing fails, and what was written stays where the message says, also when the output is staged again. */
    private void assertKept(String problem, CapsuleFolder capsule) throws Exception {
        String message = assertThrows(DataException.class, capsule::publish).getMessage();
        assertTrue(message.startsWith(problem), message);
        capsule.close();
        Path kept = kept(message);
        assertThrows(DataException.class, () -> CapsuleFolder.stage(output, false));
        assertEquals(List.of("run", kept.getFileName().toString()), names(folder));
        assertEquals("new", Files.readString(kept.resolve("run.json")));
    }

    private static Path kept(String message) {
        String where = "the finished result is kept in ";
        return Path.of(message.substring(message.indexOf(where) + where.length()));
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
