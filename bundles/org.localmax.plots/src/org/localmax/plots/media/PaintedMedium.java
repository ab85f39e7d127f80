package org.localmax.plots.media;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Draws on other graphics, letters by their outlines. */
class PaintedMedium<G extends Graphics2D> implements Medium {

    final G graphics;

    PaintedMedium(G graphics) {
        this.graphics = graphics;
    }

    @Override
    public void clip(Optional<Shape> shape) {
        graphics.setClip(shape.orElse(null));
    }

    @Override
    public void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    @Override
    public void stroke(Shape shape, BasicStroke stroke, Color color) {
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    @Override
    public void text(Text text, Color color) {
        Shape letters =
                text.font().createGlyphVector(Typeface.CONTEXT, text.string()).getOutline();
        fill(text.toPage().createTransformedShape(letters), color);
    }

    @Override
    public void image(BufferedImage image, AffineTransform toPage, double opacity) {
        graphics.setComposite(AlphaComposite.SrcOver.derive((float) opacity));
        graphics.drawImage(image, toPage, null);
        graphics.setComposite(AlphaComposite.SrcOver);
    }
}
