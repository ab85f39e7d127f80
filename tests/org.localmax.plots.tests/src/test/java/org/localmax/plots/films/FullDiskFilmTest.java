package org.localmax.plots.films;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk without room or without leave to write, in a mount namespace of its own. */
class FullDiskFilmTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({"png", "gif", "mp4", "webm"})
    void aFullDiskIsToldAndNothingStays(String format) throws Exception {
        Path disk = disk();
        String told = writing("mount -t tmpfs -o size=300k none disk", format, 200, "noise");
        String room = FilmFormat.of(format).orElseThrow().needsFfmpeg()
                ? "no space left for " + ffmpeg() + "; expected more room on its disk"
                : "no space left; expected more room on its disk";
        assertEquals(disk.resolve("film") + ": " + room + "\nexit 3\n", told);
    }

    /** There is room for nearly all: the failure comes when the file is ended. */
    @ParameterizedTest
    @CsvSource({"4", "8", "12", "16", "20", "24", "28", "32"})
    void aFilmIsNeverPublishedCutShort(int kilobytes) throws Exception {
        Path disk = disk();
        String told = writing("mount -t tmpfs -o size=" + kilobytes + "k none disk", "mp4", 30, "square");
        String failed = disk.resolve("film") + ": no space left for " + ffmpeg() + "; expected more room on its disk\n";
        assertEquals(told.contains("exit 0") ? "film\nexit 0\n" : failed + "exit 3\n", told);
    }

    @ParameterizedTest
    @CsvSource({"png", "gif", "mp4", "webm"})
    void aReadOnlyDiskIsTold(String format) throws Exception {
        Path disk = disk();
        assertEquals(
                disk.resolve("film") + ": its file system is read-only; expected one that can be written\nexit 3\n",
                writing("mount -t tmpfs -o ro none disk", format, 2, "square"));
    }

    private Path disk() throws Exception {
        return Files.createDirectory(temporary.toRealPath().resolve("disk"));
    }

    private static Path ffmpeg() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(folder -> Path.of(folder, "ffmpeg"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /** @return what the writer said, what is on the disk then, and the writer's exit code */
    private String writing(String preparation, String format, int count, String drawn) throws Exception {
        Path parent = temporary.toRealPath();
        ProcessBuilder writer =
                Films.java(List.of(), DotsProgram.class, parent.resolve("disk/film"), format, count, drawn);
        String script = "cd \"$0\" && " + preparation + " && { \"$@\"; code=$?; ls -A disk; echo exit $code; }";
        writer.command().addAll(0, List.of("unshare", "--mount", "--map-root-user", "sh", "-c", script, "" + parent));
        Process process = writer.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes());
    }
}
