package org.localmax.plots.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A text of an SVG file and the rectangle on the page that its letters take at most, in points. */
record TextBox(String text, Rectangle2D box) {

    /** All texts of a file. */
    static List<TextBox> of(byte[] svg) throws IOException {
        try {
            NodeList nodes = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg))
                    .getElementsByTagNameNS("*", "text");
            List<TextBox> boxes = new ArrayList<>();
            for (int k = 0; k < nodes.getLength(); k++) {
                boxes.add(of((Element) nodes.item(k)));
            }
            return boxes;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    static List<String> texts(byte[] svg) throws IOException {
        return of(svg).stream().map(TextBox::text).toList();
    }

    boolean overlaps(TextBox other) {
        return box.intersects(other.box);
    }

    private static TextBox of(Element element) {
        String matrix = element.getAttribute("transform");
        double[] numbers = Arrays.stream(matrix.substring(matrix.indexOf('(') + 1, matrix.indexOf(')'))
                        .split("[ ,]+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double size = Double.parseDouble(element.getAttribute("font-size"));
        double width = Double.parseDouble(element.getAttribute("textLength"));
        Rectangle2D level = new Rectangle2D.Double(0, -0.72 * size, width, 0.9 * size);
        AffineTransform place = new AffineTransform(numbers);
        return new TextBox(
                element.getTextContent(), place.createTransformedShape(level).getBounds2D());
    }
}
