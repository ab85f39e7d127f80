package org.localmax.plots.internal.films;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
import org.localmax.plots.films.FilmSettings;

/** A folder of frame-000001.png, frame-000002.png and so on; numbers beyond 999999 get longer. */
public final class PngFrames implements FrameSink {

    private final Path output;
    private final CapsuleFolder folder;
    private final BufferedImage image;
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("png").next();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long count;

    private PngFrames(Path output, CapsuleFolder folder, FilmSettings settings) {
        this.output = output;
        this.folder = folder;
        this.image = new BufferedImage(settings.width(), settings.height(), BufferedImage.TYPE_INT_RGB);
    }

    /** Starts a film in a new or an empty folder, or by force one of results. */
    public static PngFrames open(Path output, FilmSettings settings, boolean force) throws DataException {
        return new PngFrames(output, CapsuleFolder.stage(output, force), settings);
    }

    @Override
    public void add(int[] rgb) throws DataException {
        count++;
        Path file = folder.path("frame-%06d.png".formatted(count));
        image.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), rgb);
        bytes.reset();
        try {
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(image);
            }
            Files.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
    }

    @Override
    public void finish() throws DataException {
        folder.publish();
    }

    @Override
    public void close() throws DataException {
        writer.dispose();
        folder.close();
    }
}
