package org.localmax.plots.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgFileTest {

    private static byte[] bytes;
    private static Document svg;

    @BeforeAll
    static void draw() throws Exception {
        bytes = FigureFormat.SVG
                .write(Specimen.PAGE, new Specimen(), "specimen")
                .getFirst()
                .content();
        svg = DocumentBuilderFactory.newNSInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<Element> elements(String name) {
        var found = svg.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    @Test
    void itIsAsLargeAsThePageAndSaysWhatItIs() {
        Element root = svg.getDocumentElement();
        assertEquals("244pt", root.getAttribute("width"));
        assertEquals("0 0 244 200", root.getAttribute("viewBox"));
        assertEquals(Specimen.PAGE.title(), elements("title").getFirst().getTextContent());
        assertFalse(new String(bytes, StandardCharsets.UTF_8).contains("DOCTYPE"), "a DTD that readers would fetch");
    }

    @Test
    void everyLabelIsTextWithoutInkOverItsOutline() {
        List<String> texts =
                elements("text").stream().map(Element::getTextContent).toList();
        assertEquals(Specimen.LABELS, texts.subList(0, Specimen.LABELS.size()));
        assertTrue(
                texts.containsAll(List.of("bold Ω", "step t", "distance to K", "-1.5", "slope −log 2")),
                texts::toString);
        for (Element text : elements("text")) {
            assertEquals("none", text.getAttribute("fill"));
            assertEquals("none", text.getAttribute("stroke"));
        }
        long outlines = elements("path").stream()
                .filter(path -> path.getAttribute("d").contains(" C")
                        || path.getAttribute("d").contains(" Q"))
                .count();
        assertTrue(outlines >= texts.size() - 1, outlines + " curved paths for " + texts.size() + " texts");
    }

    @Test
    void aTurnedLabelIsTurned() {
        Element label = elements("text").stream()
                .filter(text -> text.getTextContent().equals("distance to K"))
                .findFirst()
                .orElseThrow();
        assertTrue(label.getAttribute("transform").startsWith("matrix(0 -1 1 0 10 "), label.getAttribute("transform"));
    }

    @Test
    void imagesAreInTheFileAndClipsAreShared() {
        assertEquals(2, elements("image").size());
        for (Element image : elements("image")) {
            String data = image.getAttributeNS("http://www.w3.org/1999/xlink", "href");
            assertTrue(data.startsWith("data:image/png;base64,"), data);
        }
        assertEquals(1, elements("clipPath").size());
        assertEquals(
                2,
                elements("path").stream()
                                .filter(path -> path.hasAttribute("clip-path"))
                                .count()
                        + elements("g").stream()
                                .filter(g -> g.hasAttribute("clip-path"))
                                .count());
    }
}
