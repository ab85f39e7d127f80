package org.localmax.plots.films;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** MP4 and WebM, as ffprobe and ffmpeg see them. */
class EncodedFilmTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = FilmFormat.class,
            names = {"MP4", "WEBM"})
    void everyFrameIsShownNearTheOneGiven(FilmFormat format) throws Exception {
        BufferedImage[] frames = Dots.film(24, 160, 120);
        Path film = folder.resolve("film");
        Films.write(film, format, FrameRate.of(12), frames);
        Map<String, String> probed = Films.probe(film);
        assertEquals(format == FilmFormat.MP4 ? "h264" : "vp9", probed.get("codec_name"));
        assertEquals("24", probed.get("nb_read_frames"));
        assertEquals("12/1", probed.get("r_frame_rate"));
        assertEquals("yuv420p", probed.get("pix_fmt"));
        assertEquals("bt709", probed.get("color_space"));
        int[][] shown = Films.decoded(film, 160, 120);
        for (int i = 0; i < frames.length; i++) {
            double difference = Films.difference(Dots.rgb(frames[i]), shown[i]);
            assertTrue(difference < 3.5, "frame " + i + " differs by " + difference);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FilmFormat.class,
            names = {"MP4", "WEBM"})
    void anOddSizeIsRoundedUpWithTheLastColumnAndRow(FilmFormat format) throws Exception {
        BufferedImage white = new BufferedImage(81, 61, BufferedImage.TYPE_INT_ARGB); // transparent
        Path film = folder.resolve("film");
        Films.write(film, format, FrameRate.of(1), white, white);
        assertEquals("82", Films.probe(film).get("width"));
        assertEquals("62", Films.probe(film).get("height"));
        for (int pixel : Films.decoded(film, 82, 62)[1]) {
            assertTrue((pixel & 0xFF) >= 0xFC, () -> Integer.toHexString(pixel) + " is not white");
        }
    }

    @Test
    void ratesThatAreFractionsAreKept() throws Exception {
        Path film = folder.resolve("film");
        Films.write(film, FilmFormat.MP4, FrameRate.of("7.5"), Dots.film(15, 40, 30));
        assertEquals("15/2", Films.probe(film).get("r_frame_rate"));
        assertEquals(2.0, Double.parseDouble(Films.probe(film).get("duration")));
    }
}
