package org.localmax.ui.plots;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.plots.Palette;
import org.localmax.plots.Panel;

/** A small still picture of a panel of equal scale, without axes, for lists and cards. */
public final class PanelPicture {

    private PanelPicture() {}

    /** A picture of all of a panel, sharp at any zoom; the caller disposes it. */
    public static Image of(Device device, int width, int height, Panel panel, Palette palette) {
        Rectangle area = new Rectangle(0, 0, width, height);
        Place place = PlaneView.fitting(panel, area).place(area);
        RasterFrame frame = new RasterWish(panel, place, palette, 100).draw();
        return new Image(
                device,
                (gc, imageWidth, imageHeight) -> {
                    gc.setBackground(PlotColors.opaque(palette.background()));
                    gc.fillRectangle(area);
                    try (Picture picture = new Picture(frame)) {
                        picture.paint(gc);
                    }
                },
                width,
                height);
    }
}
