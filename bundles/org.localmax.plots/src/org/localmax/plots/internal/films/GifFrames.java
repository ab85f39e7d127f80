package org.localmax.plots.internal.films;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.localmax.data.DataException;
import org.localmax.data.ResultFile;
import org.localmax.plots.films.FilmSettings;

/** An animated GIF that repeats for ever. Of each frame only the rectangle that changed is written, over what is there. */
public final class GifFrames implements FrameSink {

    private final Path output;
    private final ResultFile file;
    private final OutputStream out;
    private final ImageOutputStream images;
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final GifMetadata metadata = new GifMetadata(writer);
    private final FilmSettings settings;
    private final Delays delays;
    private byte[] before;
    private byte[] after;
    private Palette palette;
    private IndexColorModel colours;
    private long count;

    private GifFrames(Path output, ResultFile file, OutputStream out, FilmSettings settings) {
        this.output = output;
        this.file = file;
        this.out = out;
        this.images = new MemoryCacheImageOutputStream(out);
        this.settings = settings;
        this.delays = new Delays(settings.rate());
        this.before = new byte[settings.width() * settings.height()];
        this.after = new byte[before.length];
        writer.setOutput(images);
    }

    /** Starts a film in a new file, or by force in the place of one. */
    public static GifFrames open(Path output, FilmSettings settings, boolean force) throws DataException {
        ResultFile file = ResultFile.stage(output, force);
        try {
            return new GifFrames(output, file, Files.newOutputStream(file.path()), settings);
        } catch (IOException e) {
            file.close();
            throw DataException.of(output, e);
        }
    }

    @Override
    public void add(int[] rgb) throws DataException {
        try {
            if (count == 0) {
                begin(rgb);
            }
            for (int i = 0; i < rgb.length; i++) {
                after[i] = palette.nearest(rgb[i]);
            }
            write(
                    count == 0
                            ? ChangedRectangle.whole(settings.width(), settings.height())
                            : ChangedRectangle.of(before, after, settings.width()));
            byte[] shown = after;
            after = before;
            before = shown;
            count++;
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
    }

    private void begin(int[] rgb) throws IOException {
        palette = FilmPalette.of(rgb);
        colours = palette.colourModel();
        writer.prepareWriteSequence(metadata.film(settings.width(), settings.height(), colours));
    }

    private void write(ChangedRectangle place) throws IOException {
        BufferedImage part = new BufferedImage(place.width(), place.height(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        byte[] row = new byte[place.width()];
        for (int y = 0; y < place.height(); y++) {
            System.arraycopy(after, (place.y() + y) * settings.width() + place.x(), row, 0, row.length);
            part.getRaster().setDataElements(0, y, row.length, 1, row);
        }
        ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(part);
        writer.writeToSequence(
                new IIOImage(part, null, metadata.frame(type, place, delays.of(count), count == 0)), null);
        images.flushBefore(images.getStreamPosition()); // what is written is kept in memory until then
    }

    @Override
    public void finish() throws DataException {
        try {
            writer.endWriteSequence();
            images.close();
            out.close();
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
        file.publish();
    }

    @Override
    public void close() throws DataException {
        writer.dispose();
        try (file) {
            out.close();
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
    }
}
