package org.localmax.plots.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PngFileTest {

    private static byte[] bytes;
    private static BufferedImage image;

    @BeforeAll
    static void draw() throws IOException {
        bytes = FigureFormat.PNG
                .write(Specimen.PAGE, new Specimen(), "specimen")
                .getFirst()
                .content();
        image = ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static Color at(double x, double y) {
        return new Color(image.getRGB((int) (x * 300 / 72), (int) (y * 300 / 72)));
    }

    @Test
    void itHasThePixelsAndTheResolutionOfThePage() {
        assertEquals(Math.round(244 * 300 / 72.0), image.getWidth());
        assertEquals(Math.round(200 * 300 / 72.0), image.getHeight());
        int chunk = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        ByteBuffer resolution = ByteBuffer.wrap(bytes, chunk + 4, 9);
        assertEquals(11811, resolution.getInt()); // 300 an inch, in a metre
        assertEquals(11811, resolution.getInt());
        assertEquals(1, resolution.get());
    }

    @Test
    void inkIsWhereItBelongs() {
        assertEquals(Color.WHITE, at(5, 5));
        assertEquals(new Color(0xCC79A7), at(199, 35)); // the ring
        assertEquals(Color.WHITE, at(210, 35)); // its hole
        assertEquals(Color.WHITE, at(210, 59)); // crossing bars, even-odd
        assertEquals(Color.WHITE, at(126, 35)); // beyond the clip
        Color once = at(140, 30);
        Color twice = at(152, 45);
        assertTrue(once.getRed() > 200 && once.getBlue() > 100, once::toString); // through it white is seen
        assertTrue(twice.getBlue() < once.getBlue(), twice::toString);
        assertEquals(Color.RED, at(45, 65)); // the image's first pixel
        assertEquals(Color.CYAN, at(65, 75));
    }

    @Test
    void aPageThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Page(0, 10, 72, ""));
        assertThrows(IllegalArgumentException.class, () -> new Page(10, Double.NaN, 72, ""));
        assertThrows(IllegalArgumentException.class, () -> new Page(100, 100, 1e9, ""));
    }
}
