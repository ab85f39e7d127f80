package org.localmax.ui.plots;

import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.swt.graphics.ImageData;
import org.localmax.plots.Mark;
import org.localmax.plots.Palette;
import org.localmax.plots.Panel;

/**
 * What should be seen of a panel.
 *
 * @param panel the panel
 * @param place where its data lie
 * @param palette its colours
 * @param zoom pixels for a hundred points of the screen
 */
record RasterWish(Panel panel, Place place, Palette palette, int zoom) {

    /** Whether it can be drawn without anybody noticing that it takes time. */
    boolean isQuick() {
        return panel.marks().stream().noneMatch(MarkRaster::isLong);
    }

    /** Draws as pixels those marks that are drawn so; on any thread. */
    RasterFrame draw() {
        double scale = zoom / 100.0;
        MarkRaster raster = new MarkRaster(place.enlarged(scale), palette, scale);
        Map<Mark, ImageData> images = new IdentityHashMap<>();
        for (Mark mark : panel.marks()) {
            if (MarkRaster.suits(mark)) {
                images.put(mark, raster.draw(mark));
            }
        }
        return new RasterFrame(this, images);
    }
}
