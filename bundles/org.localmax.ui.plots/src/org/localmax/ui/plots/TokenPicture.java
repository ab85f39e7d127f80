package org.localmax.ui.plots;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;

/** A small still picture of a scene, without axes, for lists and cards. */
public final class TokenPicture {

    private TokenPicture() {}

    /** A picture of all of an extent, sharp at any zoom; the caller disposes it. */
    public static Image of(
            Device device, int width, int height, TokenScene scene, PlaneExtent extent, PlotColors colors) {
        Rectangle area = new Rectangle(0, 0, width, height);
        PlaneView view = PlaneView.fitting(extent, area);
        return new Image(
                device,
                (gc, imageWidth, imageHeight) -> {
                    gc.setBackground(colors.background());
                    gc.fillRectangle(area);
                    new ScenePainter(gc, area, view, colors).paint(scene, new Layers(false, true, true));
                },
                width,
                height);
    }
}
