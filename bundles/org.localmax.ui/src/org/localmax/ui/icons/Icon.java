package org.localmax.ui.icons;

import java.util.Locale;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.osgi.framework.FrameworkUtil;

/** The icons, drawn as scalable files in {@code icons/}. */
public enum Icon {
    LOCALMAX,
    EXPERIMENT,
    RUN,
    RESULT,
    DONE,
    STALE,
    FAILED,
    FIRST,
    BACK,
    PLAY,
    PAUSE,
    FORWARD,
    LAST,
    CELLS,
    HULL,
    LIMIT_HULL,
    STRIPS,
    BALLS,
    TRAILS,
    VERTICES,
    ALIGNED,
    OUTSIDE,
    LEADERS,
    AMBIGUOUS,
    SPACE,
    FIT,
    EXPORT;

    public ImageDescriptor descriptor() {
        String path = "icons/" + name().toLowerCase(Locale.ROOT) + ".svg";
        return ImageDescriptor.createFromURL(FileLocator.find(FrameworkUtil.getBundle(Icon.class), new Path(path)));
    }
}
