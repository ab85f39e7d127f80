package org.localmax.plots.films;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates and formats as users write them. */
class FrameRateTest {

    @ParameterizedTest
    @CsvSource({"25,25,1", "12.5,25,2", "2/3,2,3", "50/100,1,2", "1/600,1,600", "240,240,1", "29.97,2997,100", "0.5,1,2"
    })
    void numbersDecimalsAndFractionsAreExact(String text, int frames, int seconds) {
        assertEquals(new FrameRate(frames, seconds), FrameRate.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "abc", "1/0", "241", "1/601", "0.001", "1e3", "1/2/3", "0.0", "999999.999999"})
    void everythingElseIsRefusedWithWhatIsExpected(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> FrameRate.of(text))
                .getMessage();
        assertTrue(message.endsWith("expected a number of frames per second from 1/600 to 240, like 25, 12.5 or 1/2"));
    }

    @Test
    void aFileTellsItsFormat() {
        assertEquals(Optional.of(FilmFormat.GIF), FilmFormat.ofFile(Path.of("a/run.1.GIF")));
        assertEquals(Optional.of(FilmFormat.WEBM), FilmFormat.ofFile(Path.of("film.webm")));
        assertEquals(Optional.empty(), FilmFormat.ofFile(Path.of("frames")));
        assertEquals(Optional.empty(), FilmFormat.ofFile(Path.of("a.gif/frame.png")));
        assertEquals(Optional.of(FilmFormat.PNG_SEQUENCE), FilmFormat.of("png"));
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FilmSettings(FilmFormat.GIF, 0, 4, FrameRate.of(1)));
        assertThrows(IllegalArgumentException.class, () -> new FilmSettings(FilmFormat.MP4, 4, 16385, FrameRate.of(1)));
    }
}
