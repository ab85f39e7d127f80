package org.localmax.plots.films;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;

/** What all kinds of films have in common. */
class FilmWriterTest {

    private static final FrameRate RATE = FrameRate.of(10);

    @TempDir
    Path temporary;

    private Path folder;
    private Path output;

    @BeforeEach
    void name() throws Exception {
        folder = temporary.toRealPath();
        output = folder.resolve("film");
    }

    @ParameterizedTest
    @EnumSource(FilmFormat.class)
    void theSameFramesGiveTheSameBytes(FilmFormat format) throws Exception {
        Films.write(output, format, RATE, Dots.film(12, 161, 121));
        Films.write(folder.resolve("again"), format, RATE, Dots.film(12, 161, 121));
        Films.write(folder.resolve("other"), format, RATE, Dots.film(13, 161, 121));
        assertEquals(Films.content(output), Films.content(folder.resolve("again")));
        assertNotEquals(Films.content(output), Films.content(folder.resolve("other")));
        assertEquals(List.of("again", "film", "other"), Films.names(folder));
    }

    @ParameterizedTest
    @EnumSource(FilmFormat.class)
    void nothingIsReplacedButByForce(FilmFormat format) throws Exception {
        Films.write(output, format, RATE, Dots.film(3, 40, 30));
        var before = Films.content(output);
        String message = assertThrows(
                        DataException.class, () -> Films.write(output, format, RATE, Dots.film(2, 40, 30)))
                .getMessage();
        assertTrue(message.startsWith(output + ": ") && message.contains("--force"), message);
        assertEquals(before, Films.content(output));

        try (FilmWriter film = FilmWriter.open(output, settings(format), true, CancellationCheck.NONE)) {
            film.add(frame());
            assertEquals(before, Films.content(output));
            film.finish();
        }
        assertNotEquals(before, Films.content(output));
        assertEquals(List.of("film"), Films.names(folder));
    }

    @ParameterizedTest
    @EnumSource(FilmFormat.class)
    void anUnfinishedFilmLeavesNothing(FilmFormat format) throws Exception {
        try (FilmWriter film = FilmWriter.open(output, settings(format), false, CancellationCheck.NONE)) {
            film.add(frame());
        }
        assertEquals(List.of(), Films.names(folder));
    }

    @ParameterizedTest
    @EnumSource(FilmFormat.class)
    void aCancelledFilmTakesNoFrameAndLeavesNothing(FilmFormat format) throws Exception {
        AtomicBoolean isCancelled = new AtomicBoolean();
        CancellationCheck wanted = CancellationCheck.of(isCancelled::get);
        try (FilmWriter film = FilmWriter.open(output, settings(format), false, wanted)) {
            film.add(frame());
            isCancelled.set(true);
            assertThrows(CancellationException.class, () -> film.add(frame()));
            assertThrows(CancellationException.class, film::finish);
            assertEquals(1, film.count());
        }
        assertEquals(List.of(), Films.names(folder));
    }

    @ParameterizedTest
    @EnumSource(FilmFormat.class)
    void aPlaceThatCannotBeWrittenIsTold(FilmFormat format) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertEquals(
                file + ": is not a folder; expected a folder to write " + file.resolve("film") + " in",
                assertThrows(DataException.class, () -> open(file.resolve("film"), format))
                        .getMessage());
        String message = assertThrows(DataException.class, () -> open(Path.of("/proc/film"), format))
                .getMessage();
        assertTrue(message.startsWith("/proc/film: ") && message.contains("expected a place"), message);
    }

    @ParameterizedTest
    @EnumSource(FilmFormat.class)
    void framesOfAnotherSizeAndFilmsWithoutFramesAreMistakes(FilmFormat format) throws Exception {
        try (FilmWriter film = open(output, format)) {
            BufferedImage other = Dots.at(0, 41, 30, Color.WHITE);
            assertEquals(
                    "a frame of 41 x 30 pixels; expected 40 x 30",
                    assertThrows(IllegalArgumentException.class, () -> film.add(other))
                            .getMessage());
            assertThrows(IllegalStateException.class, film::finish);
        }
        assertEquals(List.of(), Films.names(folder));
    }

    private static FilmWriter open(Path output, FilmFormat format) throws DataException {
        return FilmWriter.open(output, settings(format), false, CancellationCheck.NONE);
    }

    private static FilmSettings settings(FilmFormat format) {
        return new FilmSettings(format, 40, 30, RATE);
    }

    private static BufferedImage frame() {
        return Dots.at(7, 40, 30, Color.WHITE);
    }
}
