package org.localmax.plots.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StampTest {

    @Test
    void coloursLieOverEachOtherAsInJava2d() {
        Random random = new Random(4);
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        for (int k = 0; k < 5000; k++) {
            int below = random.nextInt();
            int above = random.nextInt();
            image.setRGB(0, 0, below);
            Graphics2D g = image.createGraphics();
            g.setComposite(AlphaComposite.SrcOver);
            g.setColor(new Color(above, true));
            g.fillRect(0, 0, 1, 1);
            g.dispose();
            int blended = Stamp.over(above & 0xFFFFFF, above >>> 24, below);
            int expected = image.getRGB(0, 0);
            assertEquals(expected >>> 24, blended >>> 24, 1);
            // What is nearly transparent has no colour to speak of.
            int tolerance = 2 + 512 / Math.max(1, expected >>> 24);
            for (int shift = 0; shift <= 16; shift += 8) {
                assertEquals(expected >> shift & 255, blended >> shift & 255, tolerance);
            }
        }
    }
}
