package org.localmax.plots.media;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Optional;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;

/** Reduces all that can be drawn to the few things a {@link Medium} knows, measured in the shipped font. */
final class PageGraphics extends AbstractGraphics2D {

    private final Medium medium;

    PageGraphics(Medium medium) {
        super(false);
        this.medium = medium;
        gc = new GraphicContext();
        setFont(Typeface.REGULAR.font(9));
        setColor(Color.BLACK);
        setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    private PageGraphics(PageGraphics other) {
        super(other);
        medium = other.medium;
    }

    @Override
    public Graphics create() {
        return new PageGraphics(this);
    }

    @Override
    public void dispose() {
        // the medium is finished by whoever made it
    }

    @Override
    public void setFont(Font font) {
        if (font != null) {
            super.setFont(Typeface.of(font).font(font.getSize2D()));
        }
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return Typeface.metrics(Typeface.of(font).font(font.getSize2D()));
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return Typeface.CONTEXT;
    }

    @Override
    public void fill(Shape shape) {
        begin();
        medium.fill(getTransform().createTransformedShape(shape), ink());
    }

    @Override
    public void draw(Shape shape) {
        AffineTransform toPage = getTransform();
        if (getStroke() instanceof BasicStroke stroke && isSimilarity(toPage)) {
            begin();
            medium.stroke(
                    toPage.createTransformedShape(shape),
                    scaled(stroke, (float) Math.sqrt(Math.abs(toPage.getDeterminant()))),
                    ink());
        } else {
            fill(getStroke().createStrokedShape(shape));
        }
    }

    @Override
    public void drawString(String string, float x, float y) {
        if (string.isBlank()) {
            return;
        }
        AffineTransform toPage = getTransform();
        toPage.translate(x, y);
        double width = getFont().getStringBounds(string, Typeface.CONTEXT).getWidth();
        Alignment alignment = getRenderingHint(Alignment.KEY) instanceof Alignment a ? a : Alignment.CENTER;
        begin();
        medium.text(new Medium.Text(string, getFont(), toPage, width, alignment), ink());
    }

    @Override
    public void drawString(AttributedCharacterIterator iterator, float x, float y) {
        Font saved = getFont();
        if (iterator.getAttribute(TextAttribute.FONT) instanceof Font font) {
            setFont(font);
        }
        StringBuilder string = new StringBuilder();
        for (char c = iterator.first(); c != AttributedCharacterIterator.DONE; c = iterator.next()) {
            string.append(c);
        }
        drawString(string.toString(), x, y);
        setFont(saved);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        return drawImage(image, x, y, image.getWidth(null), image.getHeight(null), observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale((double) width / image.getWidth(null), (double) height / image.getHeight(null));
        return drawImage(image, place, observer);
    }

    @Override
    public boolean drawImage(Image image, AffineTransform place, ImageObserver observer) {
        AffineTransform toPage = getTransform();
        toPage.concatenate(place);
        begin();
        medium.image(pixels(image), toPage, opacity());
        return true;
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform place) {
        BufferedImage pixels = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D copy = pixels.createGraphics();
        copy.drawRenderedImage(image, new AffineTransform());
        copy.dispose();
        drawImage(pixels, place, null);
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform place) {
        drawRenderedImage(image.createDefaultRendering(), place);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return Typeface.deviceConfiguration();
    }

    @Override
    public void setXORMode(Color color) {
        throw new UnsupportedOperationException("ink covers what lies below it");
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw new UnsupportedOperationException("a page cannot be read");
    }

    private void begin() {
        medium.place(getRenderingHint(Columns.KEY) instanceof Columns.Place place ? place : Columns.NOWHERE);
        medium.clip(Optional.ofNullable(getClip()).map(getTransform()::createTransformedShape));
    }

    private Color ink() {
        if (!(getPaint() instanceof Color color)) {
            throw new IllegalArgumentException("figures are drawn in plain colours, not with " + getPaint());
        }
        int alpha = (int) Math.round(color.getAlpha() * opacity());
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    private double opacity() {
        return getComposite() instanceof AlphaComposite alpha ? alpha.getAlpha() : 1;
    }

    /** Whether circles stay circles, so that a pen stays a pen. */
    private static boolean isSimilarity(AffineTransform transform) {
        double a = transform.getScaleX();
        double b = transform.getShearY();
        double c = transform.getShearX();
        double d = transform.getScaleY();
        double size = a * a + b * b;
        return Math.abs(a * c + b * d) <= 1e-9 * size && Math.abs(c * c + d * d - size) <= 1e-9 * size;
    }

    private static BasicStroke scaled(BasicStroke stroke, float factor) {
        float[] dash = stroke.getDashArray();
        if (dash != null) {
            for (int i = 0; i < dash.length; i++) {
                dash[i] *= factor;
            }
        }
        return new BasicStroke(
                stroke.getLineWidth() * factor,
                stroke.getEndCap(),
                stroke.getLineJoin(),
                stroke.getMiterLimit(),
                dash,
                stroke.getDashPhase() * factor);
    }

    private static BufferedImage pixels(Image image) {
        if (image instanceof BufferedImage buffered) {
            return buffered;
        }
        BufferedImage pixels =
                new BufferedImage(image.getWidth(null), image.getHeight(null), BufferedImage.TYPE_INT_ARGB);
        Graphics2D copy = pixels.createGraphics();
        copy.drawImage(image, 0, 0, null);
        copy.dispose();
        return pixels;
    }
}
