package org.localmax.plots.media;

import java.awt.Graphics2D;

/** Something that can be drawn: the same calls for every medium. */
@FunctionalInterface
public interface Drawing {

    /**
     * Draws itself.
     *
     * @param graphics in points from the upper left corner of the page. Paints are plain colours, strokes basic; every
     *     font is replaced by the shipped one of its style and size; {@link Alignment} says where text is held.
     */
    void draw(Graphics2D graphics);
}
