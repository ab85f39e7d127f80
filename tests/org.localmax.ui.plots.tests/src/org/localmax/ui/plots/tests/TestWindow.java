package org.localmax.ui.plots.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** A window of its own on a display that counts what it holds. */
final class TestWindow implements AutoCloseable {

    private static final long PATIENCE = 30_000;
    private static final File SCREENSHOTS = new File("target/screenshots");
    private static final Display DISPLAY = display();

    private final Shell shell;

    TestWindow(int width, int height) {
        shell = new Shell(DISPLAY, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        shell.setBounds(40, 40, width, height);
    }

    private static Display display() {
        DeviceData data = new DeviceData();
        data.tracking = true;
        return new Display(data);
    }

    Shell shell() {
        return shell;
    }

    void open() {
        shell.open();
        shell.layout(true, true);
        pump(() -> shell.isVisible());
        settle();
    }

    /** Works until something is so. */
    static void pump(BooleanSupplier isSo) {
        long end = System.currentTimeMillis() + PATIENCE;
        while (!isSo.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                fail("waited in vain");
            }
            if (!DISPLAY.readAndDispatch()) {
                DISPLAY.timerExec(5, () -> {});
                DISPLAY.sleep();
            }
        }
    }

    /** Works until nothing is left to be done. */
    static void settle() {
        for (int round = 0; round < 2; round++) {
            boolean[] passed = new boolean[1];
            DISPLAY.timerExec(15, () -> passed[0] = true);
            pump(() -> passed[0]);
        }
    }

    void colour(int background, int foreground) {
        colour(shell, background, foreground);
    }

    static void colour(Control control, int background, int foreground) {
        control.setBackground(new Color(background >> 16, background >> 8 & 255, background & 255));
        control.setForeground(new Color(foreground >> 16, foreground >> 8 & 255, foreground & 255));
    }

    /** What is seen of a control. */
    static ImageData pixels(Control control) {
        control.update();
        Point size = control.getSize();
        Image image = new Image(DISPLAY, size.x, size.y);
        GC gc = new GC(control);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData pixels = image.getImageData();
        image.dispose();
        return pixels;
    }

    /** Leaves a picture of the window in target/screenshots. */
    void screenshot(String name) {
        settle();
        SCREENSHOTS.mkdirs();
        ImageLoader loader = new ImageLoader();
        Rectangle client = shell.getClientArea();
        Image image = new Image(DISPLAY, client.width, client.height);
        GC gc = new GC(shell);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        loader.data = new ImageData[] {image.getImageData()};
        image.dispose();
        loader.save(new File(SCREENSHOTS, name + ".png").getPath(), SWT.IMAGE_PNG);
    }

    /** How many images, paths, transforms, graphics contexts and fonts are there. */
    static long held() {
        return Arrays.stream(DISPLAY.getDeviceData().objects)
                .filter(object -> !(object instanceof Color))
                .count();
    }

    @Override
    public void close() {
        shell.dispose();
        settle();
    }
}
