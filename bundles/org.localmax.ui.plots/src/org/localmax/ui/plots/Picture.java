package org.localmax.ui.plots;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.plots.Mark;

/** What a view paints: a frame that may be replaced, and its pixels as images of the toolkit, kept for as long as it is there. */
final class Picture {

    private final Map<Mark, Image> images = new IdentityHashMap<>();
    private Optional<RasterFrame> frame = Optional.empty();

    Optional<RasterFrame> frame() {
        return frame;
    }

    /** Whether it is the picture of this. */
    boolean shows(RasterWish wish) {
        return frame.filter(drawn -> drawn.wish() == wish).isPresent();
    }

    void set(RasterFrame shown) {
        clear();
        frame = Optional.of(shown);
    }

    void clear() {
        images.values().forEach(Image::dispose);
        images.clear();
        frame = Optional.empty();
    }

    /** Paints the marks, if there is a frame. */
    void paint(GC gc) {
        frame.ifPresent(shown -> new MarkPainter(gc, shown, mark -> images.computeIfAbsent(
                        mark, _ -> image(gc, shown, shown.images().get(mark))))
                .paint());
    }

    private static Image image(GC gc, RasterFrame shown, ImageData pixels) {
        Rectangle area = shown.wish().place().area();
        return new Image(
                gc.getDevice(),
                (int zoom) -> zoom == shown.wish().zoom()
                        ? pixels
                        : pixels.scaledTo(area.width * zoom / 100, area.height * zoom / 100));
    }
}
