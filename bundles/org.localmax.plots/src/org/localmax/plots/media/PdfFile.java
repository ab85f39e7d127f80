package org.localmax.plots.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** A page as PDF: text is text, in the shipped font, of which the letters that occur are embedded. */
final class PdfFile implements Medium, AutoCloseable {

    private final PDDocument document = new PDDocument();
    private final PDPageContentStream content;
    private final Map<Typeface, TrueTypeFont> files = new EnumMap<>(Typeface.class);
    private final Map<Typeface, PDType0Font> fonts = new EnumMap<>(Typeface.class);
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();
    private final AffineTransform upright;
    private final Outline pen = new PdfPen();
    private Optional<Shape> clip = Optional.empty();

    private PdfFile(Page page) throws IOException {
        upright = new AffineTransform(1, 0, 0, -1, 0, page.height());
        PDPage sheet = new PDPage(new PDRectangle((float) page.width(), (float) page.height()));
        document.addPage(sheet);
        document.setDocumentId(0L); // not the time
        document.getDocumentInformation().setTitle(page.title());
        document.getDocumentInformation().setCreator("Localmax Workbench");
        content = new PDPageContentStream(document, sheet);
        content.saveGraphicsState();
    }

    static byte[] of(Page page, Drawing drawing) throws IOException {
        try (PdfFile file = new PdfFile(page)) {
            drawing.draw(new PageGraphics(file));
            file.content.restoreGraphicsState();
            file.content.close();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.document.save(bytes);
            return bytes.toByteArray();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
        for (TrueTypeFont file : files.values()) {
            file.close();
        }
    }

    @Override
    public void clip(Optional<Shape> shape) {
        if (Shapes.same(clip, shape)) {
            return;
        }
        clip = shape;
        write(() -> {
            content.restoreGraphicsState();
            content.saveGraphicsState();
            if (shape.isPresent()) {
                trace(shape.get());
                if (Outline.isEvenOdd(shape.get())) {
                    content.clipEvenOdd();
                } else {
                    content.clip();
                }
            }
        });
    }

    @Override
    public void fill(Shape shape, Color color) {
        write(() -> {
            paint(color);
            trace(shape);
            if (Outline.isEvenOdd(shape)) {
                content.fillEvenOdd();
            } else {
                content.fill();
            }
        });
    }

    @Override
    public void stroke(Shape shape, BasicStroke stroke, Color color) {
        write(() -> {
            paint(color);
            content.setLineWidth(stroke.getLineWidth());
            content.setLineCapStyle(stroke.getEndCap()); // AWT numbers caps and joins as PDF does
            content.setLineJoinStyle(stroke.getLineJoin());
            content.setMiterLimit(Math.max(1, stroke.getMiterLimit()));
            float[] dash = stroke.getDashArray();
            content.setLineDashPattern(dash == null ? new float[0] : dash, stroke.getDashPhase());
            trace(shape);
            content.stroke();
        });
    }

    @Override
    public void text(Text text, Color color) {
        AffineTransform place = new AffineTransform(upright);
        place.concatenate(text.toPage());
        place.scale(1, -1);
        write(() -> {
            paint(color);
            content.beginText();
            content.setFont(font(Typeface.of(text.font())), text.font().getSize2D());
            content.setTextMatrix(new Matrix(place));
            content.showText(text.string());
            content.endText();
        });
    }

    @Override
    public void image(BufferedImage image, AffineTransform toPage, double opacity) {
        AffineTransform place = new AffineTransform(upright);
        place.concatenate(toPage);
        place.concatenate(new AffineTransform(image.getWidth(), 0, 0, -image.getHeight(), 0, image.getHeight()));
        write(() -> {
            content.setGraphicsStateParameters(opacity((int) Math.round(255 * opacity)));
            content.drawImage(LosslessFactory.createFromImage(document, image), new Matrix(place));
        });
    }

    private void trace(Shape shape) {
        pen.follow(upright.createTransformedShape(shape));
    }

    private void paint(Color color) throws IOException {
        Color opaque = new Color(color.getRGB());
        content.setNonStrokingColor(opaque);
        content.setStrokingColor(opaque);
        content.setGraphicsStateParameters(opacity(color.getAlpha()));
    }

    private PDExtendedGraphicsState opacity(int alpha) {
        return opacities.computeIfAbsent(alpha, key -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(key / 255f);
            state.setStrokingAlphaConstant(key / 255f);
            return state;
        });
    }

    private PDType0Font font(Typeface face) throws IOException {
        if (!fonts.containsKey(face)) {
            TrueTypeFont file = new TTFParser()
                    .parse(new RandomAccessReadBufferedFile(face.path().toFile()));
            file.setEnableGsub(false); // no ligatures: AWT, which measures, has none
            files.put(face, file);
            fonts.put(face, PDType0Font.load(document, file, true));
        }
        return fonts.get(face);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class PdfPen implements Outline {

        @Override
        public void move(double x, double y) {
            write(() -> content.moveTo((float) x, (float) y));
        }

        @Override
        public void line(double x, double y) {
            write(() -> content.lineTo((float) x, (float) y));
        }

        @Override
        public void curve(double x1, double y1, double x2, double y2, double x, double y) {
            write(() -> content.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y));
        }

        @Override
        public void close() {
            write(content::closePath);
        }
    }
}
