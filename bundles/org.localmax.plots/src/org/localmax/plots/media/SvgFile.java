package org.localmax.plots.media;

import java.awt.Color;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A page as SVG. Letters are drawn by their outlines, for half of what shows SVG (Inkscape, librsvg, office programs)
 * knows no embedded fonts; above the outlines lies the same text without ink, which is found, selected and read out.
 */
final class SvgFile extends PaintedMedium<SvgFile.Graphics> {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgFile(Graphics graphics) {
        super(graphics);
    }

    static byte[] of(Page page, Drawing drawing) throws IOException {
        Typeface.REGULAR.path(); // before Batik wakes AWT
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(3);
        context.setImageHandler(new InlineImages());
        Graphics graphics = new Graphics(context);
        drawing.draw(new PageGraphics(new SvgFile(graphics)));

        Element root = graphics.getRoot();
        root.setAttribute("width", page.width() + "pt");
        root.setAttribute("height", page.height() + "pt");
        root.setAttribute("viewBox", "0 0 " + page.width() + " " + page.height());
        root.setAttribute("role", "img");
        Element title = document.createElementNS(SVG, "title");
        title.setTextContent(page.title());
        root.insertBefore(title, root.getFirstChild());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            graphics.stream(root, out, false, false);
        }
        return bytes.toByteArray();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newNSInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void text(Text text, Color color) {
        super.text(text, color);
        AffineTransform place = text.toPage();
        Element element = graphics.getDOMFactory().createElementNS(SVG, "text");
        element.setTextContent(text.string());
        graphics.add(element);
        element.setAttribute("fill", "none");
        element.setAttribute("stroke", "none");
        element.setAttribute("font-family", text.font().getFamily());
        element.setAttribute("font-size", number(text.font().getSize2D()));
        element.setAttribute("textLength", number(text.width()));
        element.setAttribute("lengthAdjust", "spacingAndGlyphs");
        element.setAttribute(
                "transform",
                "matrix(%s %s %s %s %s %s)"
                        .formatted(
                                number(place.getScaleX()),
                                number(place.getShearY()),
                                number(place.getShearX()),
                                number(place.getScaleY()),
                                number(place.getTranslateX()),
                                number(place.getTranslateY())));
    }

    private String number(double value) {
        return graphics.getGeneratorContext().doubleString(value);
    }

    /** Batik's graphics, with a way to add an element of our own. */
    static final class Graphics extends SVGGraphics2D {

        Graphics(SVGGeneratorContext context) {
            super(context, false);
        }

        void add(Element element) {
            getDOMGroupManager().addElement(element, DOMGroupManager.FILL);
        }
    }

    /** Writes images into the file. */
    private static final class InlineImages extends DefaultImageHandler {

        @Override
        protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
            inline((BufferedImage) image, element);
        }

        @Override
        protected void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context) {
            inline((BufferedImage) image, element);
        }

        private static void inline(BufferedImage image, Element element) {
            try {
                String png = Base64.getEncoder().encodeToString(PngFile.of(image, 72, ""));
                element.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", "data:image/png;base64," + png);
                element.setAttribute("preserveAspectRatio", "none");
                element.setAttribute("image-rendering", "optimizeSpeed"); // squares stay squares
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
