package org.localmax.ui.tests;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Pictures of the window as it is, and of single controls. */
final class Screenshot {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private static final int NEAR = 60;

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
        return picture(control).data;
    }

    /** How many points of a control have another colour than a grey. */
    static int coloured(Control control) {
        ImageData picture = picture(control);
        int coloured = 0;
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                RGB colour = picture.palette.getRGB(picture.getPixel(x, y));
                int most = Math.max(colour.red, Math.max(colour.green, colour.blue));
                int least = Math.min(colour.red, Math.min(colour.green, colour.blue));
                coloured += most - least > 60 ? 1 : 0;
            }
        }
        return coloured;
    }

    /** How many points of a part of a control are nearly of a colour, 0xRRGGBB. */
    static int count(Control control, Rectangle part, int colour) {
        ImageData picture = picture(control);
        int count = 0;
        for (int y = Math.max(0, part.y); y < Math.min(picture.height, part.y + part.height); y++) {
            for (int x = Math.max(0, part.x); x < Math.min(picture.width, part.x + part.width); x++) {
                RGB seen = picture.palette.getRGB(picture.getPixel(x, y));
                boolean isNear = Math.abs(seen.red - (colour >> 16 & 255)) < NEAR
                        && Math.abs(seen.green - (colour >> 8 & 255)) < NEAR
                        && Math.abs(seen.blue - (colour & 255)) < NEAR;
                count += isNear ? 1 : 0;
            }
        }
        return count;
    }

    private static ImageData picture(Control control) {
        control.update();
        Rectangle bounds = control.getBounds();
        Image image = new Image(control.getDisplay(), bounds.width, bounds.height);
        GC gc = new GC(control);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData picture = image.getImageData();
        image.dispose();
        return picture;
    }
}
