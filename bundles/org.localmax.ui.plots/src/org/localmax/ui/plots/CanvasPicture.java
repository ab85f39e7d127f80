package org.localmax.ui.plots;

import java.util.Optional;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;

/** The picture of a canvas without the marks of selection and pointer, kept for as long as it is the same. */
final class CanvasPicture {

    private Optional<RasterFrame> frame = Optional.empty();
    private Optional<Image> image = Optional.empty();

    boolean isPresent() {
        return frame.isPresent();
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
        image.ifPresent(Image::dispose);
        image = Optional.empty();
        frame = Optional.empty();
    }

    /** Paints the picture of a frame that is there; what the canvas has grown by meanwhile in the colour of the ground. */
    void paint(GC gc, TokenCanvas canvas) {
        Rectangle bounds = canvas.getClientArea();
        RasterFrame shown = frame.orElseThrow();
        PlotColors colors = new PlotColors(shown.wish().palette());
        if (image.filter(made -> made.getBounds().equals(bounds)).isEmpty()) {
            image.ifPresent(Image::dispose);
            image = Optional.of(new Image(
                    canvas.getDisplay(),
                    (drawing, width, height) -> {
                        drawing.setFont(canvas.getFont());
                        new CanvasPainter(drawing, bounds, colors).paint(shown);
                    },
                    bounds.width,
                    bounds.height));
        }
        gc.drawImage(image.get(), 0, 0);
    }
}
