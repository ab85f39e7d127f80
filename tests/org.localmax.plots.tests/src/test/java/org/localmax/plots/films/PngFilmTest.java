package org.localmax.plots.films;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;

/** A folder of pictures. */
class PngFilmTest {

    @TempDir
    Path temporary;

    @Test
    void everyFrameIsAPictureWithItsVeryPixels() throws Exception {
        Path output = temporary.resolve("frames");
        BufferedImage[] frames = Dots.film(3, 161, 121);
        Films.write(output, FilmFormat.PNG_SEQUENCE, FrameRate.of(1), frames);
        assertEquals(List.of("frame-000001.png", "frame-000002.png", "frame-000003.png"), Films.names(output));
        for (int i = 0; i < frames.length; i++) {
            Path file = output.resolve("frame-00000" + (i + 1) + ".png");
            assertArrayEquals(Dots.rgb(frames[i]), Dots.rgb(ImageIO.read(file.toFile())));
        }
    }

    @Test
    void anEmptyFolderIsFilledAndWhatIsTransparentIsWhite() throws Exception {
        Path output = Files.createDirectory(temporary.resolve("frames"));
        BufferedImage half = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        half.setRGB(1, 0, 0x80FF0000);
        Films.write(output, FilmFormat.PNG_SEQUENCE, FrameRate.of(1), half);
        int[] shown = Dots.rgb(ImageIO.read(output.resolve("frame-000001.png").toFile()));
        assertEquals(0xFFFFFF, shown[0]);
        assertTrue(Films.difference(new int[] {0xFF7F7F}, new int[] {shown[1]}) <= 1, Integer.toHexString(shown[1]));
    }

    @Test
    void aFolderWithAnythingElseIsNotReplacedByForce() throws Exception {
        Path output = temporary.resolve("frames");
        Films.write(output, FilmFormat.PNG_SEQUENCE, FrameRate.of(1), Dots.film(2, 8, 8));
        Files.writeString(output.resolve("notes.txt"), "mine");
        FilmSettings settings = new FilmSettings(FilmFormat.PNG_SEQUENCE, 8, 8, FrameRate.of(1));
        String message = assertThrows(
                        DataException.class, () -> FilmWriter.open(output, settings, true, CancellationCheck.NONE))
                .getMessage();
        assertTrue(message.contains("notes.txt"), message);
        assertEquals("mine", Files.readString(output.resolve("notes.txt")));
    }
}
