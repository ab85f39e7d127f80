package org.localmax.plots.films;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 2,000 frames of 400 x 300 pixels, 960 MB of them, in a process with little memory. */
class LongFilmTest {

    private static final int COUNT = 2000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = FilmFormat.class,
            names = {"PNG_SEQUENCE", "GIF", "MP4"}) // WebM is written by the same class as MP4, and slowly encoded
    void memoryDoesNotGrowWithLength(FilmFormat format) throws Exception {
        Path film = folder.resolve("film");
        write(film, format, 64, "square");
        if (format == FilmFormat.PNG_SEQUENCE) {
            assertEquals(COUNT, Films.names(film).size());
        } else {
            assertEquals("" + COUNT, Films.probe(film).get("nb_read_frames"));
        }
    }

    /** Not even what is written is kept: it is larger than the memory. */
    @Test
    void norWithTheSizeOfTheFile() throws Exception {
        Path film = folder.resolve("film");
        write(film, FilmFormat.GIF, 40, "noise");
        assertTrue(Files.size(film) > 40 << 20, Files.size(film) + " bytes");
    }

    private static void write(Path film, FilmFormat format, int megabytes, String drawn) throws Exception {
        Process process = Films.java(
                        List.of("-Xmx" + megabytes + "m"), DotsProgram.class, film, format.label(), COUNT, drawn)
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), told);
        assertEquals("", told);
    }
}
