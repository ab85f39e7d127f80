package org.localmax.ui.plots;

import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.plots.Mark;

/** A frame as it is painted, with its pixels as images of the toolkit, which it holds until it is closed. */
final class Picture implements AutoCloseable {

    private final RasterFrame frame;
    private final Map<Mark, Image> images = new IdentityHashMap<>();

    Picture(RasterFrame frame) {
        this.frame = frame;
    }

    RasterWish wish() {
        return frame.wish();
    }

    /** Paints the marks. */
    void paint(GC gc) {
        new MarkPainter(
                        gc,
                        frame,
                        mark -> images.computeIfAbsent(
                                mark, _ -> image(gc, frame.images().get(mark))))
                .paint();
    }

    private Image image(GC gc, ImageData pixels) {
        Rectangle area = wish().place().area();
        return new Image(
                gc.getDevice(),
                (int zoom) -> zoom == wish().zoom()
                        ? pixels
                        : pixels.scaledTo(area.width * zoom / 100, area.height * zoom / 100));
    }

    @Override
    public void close() {
        images.values().forEach(Image::dispose);
        images.clear();
    }
}
