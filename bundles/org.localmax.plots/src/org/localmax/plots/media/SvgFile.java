package org.localmax.plots.media;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.DOMGroupManager;
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

    static byte[] of(Page page, Drawing drawing) {
        Typeface.REGULAR.path(); // before Batik wakes AWT
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(3);
        Graphics graphics = new Graphics(context);
        drawing.draw(new PageGraphics(new SvgFile(graphics)));

        Element root = graphics.getRoot();
        root.setAttribute("width", Decimal.of(page.width(), 3) + "pt");
        root.setAttribute("height", Decimal.of(page.height(), 3) + "pt");
        root.setAttribute("viewBox", "0 0 " + Decimal.of(page.width(), 3) + " " + Decimal.of(page.height(), 3));
        root.setAttribute("role", "img");
        Element title = document.createElementNS(SVG, "title");
        title.setTextContent(page.title());
        root.insertBefore(title, root.getFirstChild());
        return serialized(root);
    }

    /** Not by Batik, which refers to a DTD that readers would fetch. */
    private static byte[] serialized(Element root) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(root), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void text(Text text, Color color) {
        super.text(text, color);
        Element element = graphics.getDOMFactory().createElementNS(SVG, "text");
        element.setTextContent(text.string());
        graphics.add(element);
        element.setAttribute("fill", "none");
        element.setAttribute("stroke", "none");
        element.setAttribute("font-family", text.font().getFamily());
        element.setAttribute("font-size", Decimal.of(text.font().getSize2D(), 3));
        element.setAttribute("textLength", Decimal.of(text.width(), 3));
        element.setAttribute("lengthAdjust", "spacingAndGlyphs");
        element.setAttribute("transform", matrix(text.toPage()));
    }

    @Override
    public void image(BufferedImage image, AffineTransform toPage, double opacity) {
        Element element = graphics.getDOMFactory().createElementNS(SVG, "image");
        graphics.add(element);
        element.setAttribute("width", String.valueOf(image.getWidth()));
        element.setAttribute("height", String.valueOf(image.getHeight()));
        element.setAttribute("preserveAspectRatio", "none");
        element.setAttribute("style", "image-rendering:pixelated"); // squares stay squares
        element.setAttribute("opacity", Decimal.of(opacity, 3));
        element.setAttribute("transform", matrix(toPage));
        element.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", inline(image));
    }

    private static String inline(BufferedImage image) {
        try {
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(PngFile.of(image, 72, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With enough digits for images of thousands of pixels. */
    private static String matrix(AffineTransform transform) {
        double[] entries = new double[6];
        transform.getMatrix(entries);
        return Arrays.stream(entries)
                .mapToObj(entry -> Decimal.of(entry, 7))
                .collect(Collectors.joining(" ", "matrix(", ")"));
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
}
