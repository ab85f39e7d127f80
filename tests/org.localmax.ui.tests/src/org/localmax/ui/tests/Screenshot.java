package org.localmax.ui.tests;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Pictures of the window as it is, and of single controls. */
final class Screenshot {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshot() {}

    /** Leaves a picture of the screen in target/screenshots. */
    static void take(String name) {
        Person.lookFor(400);
        Display display = Display.getCurrent();
        GC screen = new GC(display);
        Rectangle bounds = display.getBounds();
        Image image = new Image(display, bounds.width, bounds.height);
        screen.copyArea(image, 0, 0);
        screen.dispose();
        FOLDER.toFile().mkdirs();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        loader.save(FOLDER.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        image.dispose();
    }

    /** The pixels of a control. */
    static byte[] pixels(Control control) {
        control.update();
        Rectangle bounds = control.getBounds();
        Image image = new Image(control.getDisplay(), bounds.width, bounds.height);
        GC gc = new GC(control);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        byte[] pixels = image.getImageData().data;
        image.dispose();
        return pixels;
    }
}
