package org.localmax.plots.films;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;

/** What a user is told when ffmpeg is missing, or does not do what it should. */
class FfmpegTest {

    private static final FrameRate RATE = FrameRate.of(10);
    private static final String REMEDY = "or the format gif or png, which need no other program";

    @TempDir
    Path temporary;

    private Path bin;
    private Path results;
    private Path output;

    @BeforeEach
    void folders() throws Exception {
        Path folder = temporary.toRealPath();
        bin = Files.createDirectory(folder.resolve("bin"));
        results = Files.createDirectory(folder.resolve("results"));
        output = results.resolve("film");
    }

    @ParameterizedTest
    @EnumSource(FilmFormat.class)
    void onlyEncodedFilmsNeedIt(FilmFormat format) throws Exception {
        Files.createDirectory(bin.resolve("ffmpeg")); // a folder is no program
        for (String path : List.of("", bin.toString(), "bin:.:\0")) {
            if (format.needsFfmpeg()) {
                assertEquals(
                        output + ": a film in " + format.label()
                                + " is written by the program ffmpeg, which is not on the PATH; expected it to be"
                                + " installed (Debian, Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg;"
                                + " others: ffmpeg.org), " + REMEDY,
                        assertThrows(DataException.class, () -> write(format, path, 1))
                                .getMessage());
                assertEquals(List.of(), Films.names(results));
            } else {
                write(format, path, 1);
                assertEquals(List.of("film"), Films.names(results));
            }
        }
    }

    @Test
    void theFirstFolderThatHasItCounts() throws Exception {
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        program("#!/bin/sh\nexec " + system() + " \"$@\"\n");
        write(FilmFormat.MP4, empty + ":" + bin + ":/no/such/folder", 3);
        assertEquals("3", Films.probe(output).get("nb_read_frames"));
    }

    @Test
    void oneThatCannotBeStartedIsTold() throws Exception {
        program("#!/no/such/interpreter\n");
        assertTold(bin.resolve("ffmpeg") + " cannot be started (", "; expected a working ffmpeg, " + REMEDY);
    }

    @Test
    void oneWithoutTheEncoderIsTold() throws Exception {
        program("#!/bin/sh\nfor a; do shift; [ $a != libx264 ] || a=libx264-is-missing; set -- \"$@\" \"$a\"; done\n"
                + "exec " + system() + " \"$@\"\n");
        assertTold(
                bin.resolve("ffmpeg") + " has no encoder libx264; expected an ffmpeg that has it, " + REMEDY, REMEDY);
    }

    @Test
    void oneThatFailsIsToldInItsOwnWords() throws Exception {
        program("#!/bin/sh\nexec " + system() + " -no_such_option 1 \"$@\"\n");
        assertTold(bin.resolve("ffmpeg") + " failed with exit code 1 (", "no_such_option");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void oneThatSaysMuchIsHeardOut() throws Exception {
        program("#!/bin/sh\nhead -c 1000000 /dev/zero | tr '\\0' x >&2\nexec " + system() + " \"$@\"\n");
        write(FilmFormat.MP4, bin.toString(), 3);
        assertEquals("3", Films.probe(output).get("nb_read_frames"));
    }

    @Test
    void oneThatIsKilledIsTold() throws Exception {
        FilmSettings settings = new FilmSettings(FilmFormat.MP4, 40, 30, RATE);
        try (FilmWriter film = FilmWriter.open(output, settings, false, CancellationCheck.NONE)) {
            film.add(Dots.at(0, 40, 30, Color.WHITE));
            List<ProcessHandle> ffmpegs = ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().command().orElse("").endsWith("ffmpeg"))
                    .toList();
            assertEquals(1, ffmpegs.size());
            ffmpegs.getFirst().destroyForcibly();
            ffmpegs.getFirst().onExit().join();
            String message = assertThrows(DataException.class, film::finish).getMessage();
            assertTrue(message.startsWith(output + ": ") && message.contains("failed with exit code 137"), message);
        }
        assertEquals(List.of(), Films.names(results));
    }

    private void assertTold(String start, String part) throws Exception {
        String message = assertThrows(DataException.class, () -> write(FilmFormat.MP4, bin.toString(), 200))
                .getMessage();
        assertTrue(message.startsWith(output + ": " + start) && message.contains(part), message);
        assertEquals(List.of(), Films.names(results));
    }

    private void write(FilmFormat format, String path, int frames) throws Exception {
        FilmSettings settings = new FilmSettings(format, 100, 80, RATE);
        try (FilmWriter film = FilmWriter.open(output, settings, true, CancellationCheck.NONE, path)) {
            for (int i = 0; i < frames; i++) {
                film.add(Dots.at(i, 100, 80, Color.WHITE));
            }
            film.finish();
        }
    }

    private void program(String script) throws Exception {
        Path file = Files.writeString(bin.resolve("ffmpeg"), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path system() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(folder -> Path.of(folder, "ffmpeg"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected the package ffmpeg"));
    }
}
