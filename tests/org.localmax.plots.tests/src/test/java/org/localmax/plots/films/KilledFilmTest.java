package org.localmax.plots.films;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.localmax.dynamics.CancellationCheck;

/** The process is killed while it writes a film. */
class KilledFilmTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource(FilmFormat.class)
    void itLeavesNothingThatLooksFinishedAndIsSweptUpByTheNext(FilmFormat format) throws Exception {
        Path folder = temporary.toRealPath();
        Path output = folder.resolve("film");
        Process process = Films.java(List.of(), DotsProgram.class, output, format.label(), 10, "square", "wait")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals('s', process.getInputStream().read());
        List<ProcessHandle> ffmpegs = process.descendants().toList();
        process.destroyForcibly().waitFor();
        ffmpegs.forEach(ffmpeg -> ffmpeg.onExit().join()); // it ends by itself
        assertEquals(format.needsFfmpeg() ? 1 : 0, ffmpegs.size());
        assertEquals(1, Films.names(folder).size());
        String left = Films.names(folder).getFirst();
        assertTrue(left.startsWith(".film.partial-" + process.pid() + "-"), left);

        FilmSettings settings = new FilmSettings(format, 40, 30, FrameRate.of(10));
        try (FilmWriter film = FilmWriter.open(output, settings, false, CancellationCheck.NONE)) {
            film.add(Dots.at(0, 40, 30, Color.WHITE));
            film.finish();
        }
        assertEquals(List.of("film"), Films.names(folder));
    }
}
