package org.localmax.plots.films;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Pictures of dots that circle over a line, with smooth edges, in the colours of plots on white or on dark. */
final class Dots {

    static final Color DARK = new Color(0x1E1F22);

    private static final int[] COLOURS = {0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7};

    private Dots() {}

    static BufferedImage at(int time, int width, int height, Color background) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(background);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.GRAY);
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.draw(new Line2D.Double(3, height - 7, width - 3, 5));
        for (int dot = 0; dot < 14; dot++) {
            double angle = dot * 0.45 + time * 0.07;
            double radius = height * (0.1 + 0.025 * dot);
            double x = width / 2.0 + radius * StrictMath.cos(angle);
            double y = height / 2.0 + radius * StrictMath.sin(angle);
            graphics.setColor(new Color(COLOURS[dot % COLOURS.length]));
            graphics.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
        }
        graphics.dispose();
        return image;
    }

    static BufferedImage[] film(int count, int width, int height) {
        return IntStream.range(0, count)
                .mapToObj(time -> at(time, width, height, Color.WHITE))
                .toArray(BufferedImage[]::new);
    }

    /** The pixels of a picture, 0xRRGGBB row by row. */
    static int[] rgb(BufferedImage image) {
        int width = image.getWidth();
        int[] rgb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        return Arrays.stream(rgb).map(pixel -> pixel & 0xFFFFFF).toArray();
    }
}
