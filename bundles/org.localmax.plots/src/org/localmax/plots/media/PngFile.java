package org.localmax.plots.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A page as pixels, on white, and pixels as a PNG file. */
final class PngFile {

    private static final String FORMAT = "javax_imageio_png_1.0";

    private PngFile() {}

    /** The page's pixels. */
    static BufferedImage pixels(Page page, Drawing drawing) {
        double scale = page.dpi() / 72;
        BufferedImage image = new BufferedImage(
                Math.max(1, (int) Math.round(page.width() * scale)),
                Math.max(1, (int) Math.round(page.height() * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(image.getWidth() / page.width(), image.getHeight() / page.height());
        drawing.draw(new PageGraphics(new PaintedMedium<>(graphics)));
        graphics.dispose();
        return image;
    }

    static byte[] of(Page page, Drawing drawing) throws IOException {
        return of(pixels(page, drawing), page.dpi(), page.title());
    }

    /** The file of an image. */
    static byte[] of(BufferedImage image, double dpi, String title) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try {
            IIOMetadata about = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            about.mergeTree(FORMAT, about(dpi, title));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(new IIOImage(image, null, about));
            }
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadataNode about(double dpi, String title) {
        String perMeter = Long.toString(Math.round(dpi / 0.0254));
        IIOMetadataNode resolution = new IIOMetadataNode("pHYs");
        resolution.setAttribute("pixelsPerUnitXAxis", perMeter);
        resolution.setAttribute("pixelsPerUnitYAxis", perMeter);
        resolution.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(resolution);
        if (!title.isEmpty()) {
            IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
            entry.setAttribute("keyword", "Title");
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "");
            entry.setAttribute("translatedKeyword", "");
            entry.setAttribute("text", title);
            IIOMetadataNode texts = new IIOMetadataNode("iTXt");
            texts.appendChild(entry);
            root.appendChild(texts);
        }
        return root;
    }
}
