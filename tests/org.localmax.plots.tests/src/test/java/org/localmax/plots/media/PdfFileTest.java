package org.localmax.plots.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PdfFileTest {

    private static byte[] bytes;
    private static PDDocument pdf;

    @BeforeAll
    static void draw() throws IOException {
        bytes = FigureFormat.PDF
                .write(Specimen.PAGE, new Specimen(), "specimen")
                .getFirst()
                .content();
        pdf = Loader.loadPDF(bytes);
    }

    @AfterAll
    static void close() throws IOException {
        pdf.close();
    }

    @Test
    void itIsOnePageOfItsSizeWithATitleAndNoDate() {
        assertEquals(1, pdf.getNumberOfPages());
        assertEquals(244, pdf.getPage(0).getMediaBox().getWidth());
        assertEquals(200, pdf.getPage(0).getMediaBox().getHeight());
        assertEquals(Specimen.PAGE.title(), pdf.getDocumentInformation().getTitle());
        assertEquals(Set.of("Title", "Creator"), pdf.getDocumentInformation().getMetadataKeys());
    }

    @Test
    void labelsAreText() throws IOException {
        String text = new PDFTextStripper().getText(pdf);
        for (String label : Specimen.LABELS) {
            assertTrue(text.contains(label), label + " in " + text);
        }
        assertTrue(
                text.contains("bold Ω")
                        && text.contains("step t")
                        && text.replaceAll("\\s", "").contains("distancetoK"),
                text);
    }

    @Test
    void theLettersThatOccurAreEmbedded() throws IOException {
        Set<String> fonts = new TreeSet<>();
        PDResources resources = pdf.getPage(0).getResources();
        for (COSName name : resources.getFontNames()) {
            PDFont font = resources.getFont(name);
            assertTrue(font.isEmbedded(), font.getName());
            fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
        }
        assertEquals(Set.of("DejaVuSansCondensed", "DejaVuSansCondensed-Bold", "DejaVuSansCondensed-Oblique"), fonts);
        assertTrue(bytes.length < 40_000, bytes.length + " bytes: more than the letters that occur");
    }

    @Test
    void imagesAndTransparencyAreThere() throws IOException {
        PDResources resources = pdf.getPage(0).getResources();
        int images = 0;
        for (COSName name : resources.getXObjectNames()) {
            images += resources.isImageXObject(name) ? 1 : 0;
        }
        assertEquals(2, images);
        boolean half = false;
        for (COSName name : resources.getExtGStateNames()) {
            half |= Math.abs(resources.getExtGState(name).getNonStrokingAlphaConstant() - 0.5) < 0.01;
        }
        assertTrue(half, "no half transparent ink");
    }
}
