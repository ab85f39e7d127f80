package org.localmax.ui.plots;

import java.util.Map;
import org.eclipse.swt.graphics.ImageData;
import org.localmax.plots.Mark;

/**
 * A panel ready to be painted.
 *
 * @param wish what was to be seen
 * @param images the pixels of the area for each mark that is drawn as such
 */
record RasterFrame(RasterWish wish, Map<Mark, ImageData> images) {}
