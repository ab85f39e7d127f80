package org.localmax.plots.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** What a page is made of. All shapes are in points from the upper left corner, y downwards. */
interface Medium {

    /** Confines what follows to a shape, or to nothing but the page. */
    void clip(Optional<Shape> shape);

    void fill(Shape shape, Color color);

    void stroke(Shape shape, BasicStroke stroke, Color color);

    void text(Text text, Color color);

    /** @param toPage where pixels of the image come to lie */
    void image(BufferedImage image, AffineTransform toPage, double opacity);

    /**
     * A line of text.
     *
     * @param toPage from the left end of its baseline to the page
     * @param width in its own font, before {@code toPage}
     */
    record Text(String string, Font font, AffineTransform toPage, double width, Alignment alignment) {}

    /** In which column what follows is drawn; of no importance where words are as wide as they were measured. */
    default void place(Columns.Place place) {}
}
