package org.localmax.ui.plots.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntPredicate;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.plots.Ink;
import org.localmax.plots.Palette;
import org.localmax.ui.plots.PanelView;

/** What is seen of a view at a moment. */
final class Seen {

    private static final int NEAR = 2;
    private static final int ALIKE = 14;

    private final PanelView view;
    private final ImageData pixels;
    private final ImageData whole;

    Seen(PanelView view) {
        this.view = view;
        pixels = TestWindow.pixels(view.surface());
        whole = view.surface() == view.control() ? pixels : TestWindow.pixels(view.control());
    }

    private int at(int x, int y) {
        return rgb(pixels, x, y);
    }

    private static int rgb(ImageData image, int x, int y) {
        RGB colour = image.palette.getRGB(image.getPixel(x, y));
        return colour.red << 16 | colour.green << 8 | colour.blue;
    }

    private static boolean alike(int first, int second) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((first >> shift & 255) - (second >> shift & 255)) > ALIKE) {
                return false;
            }
        }
        return true;
    }

    private int count(Point middle, int radius, IntPredicate wanted) {
        int count = 0;
        for (int y = Math.max(0, middle.y - radius); y <= Math.min(pixels.height - 1, middle.y + radius); y++) {
            for (int x = Math.max(0, middle.x - radius); x <= Math.min(pixels.width - 1, middle.x + radius); x++) {
                count += wanted.test(at(x, y)) ? 1 : 0;
            }
        }
        return count;
    }

    /** How many pixels around a point have a colour. */
    int countNear(int rgb, Point middle, int radius) {
        return count(middle, radius, pixel -> alike(pixel, rgb));
    }

    int countNear(Ink ink, Point middle, int radius) {
        return countNear(view.palette().argb(ink), middle, radius);
    }

    /** How many pixels around a point are not the ground. */
    int countInked(Point middle, int radius) {
        Palette palette = view.palette();
        return count(middle, radius, pixel -> !alike(pixel, palette.background()) && !alike(pixel, palette.grid()));
    }

    void shows(int rgb, double x, double y) {
        Point at = view.locationOf(x, y);
        assertTrue(
                countNear(rgb, at, NEAR) > 0,
                () -> String.format("%06X at (%s, %s), not %06X", rgb & 0xFFFFFF, x, y, at(at.x, at.y)));
    }

    void shows(Ink ink, double x, double y) {
        shows(view.palette().argb(ink), x, y);
    }

    /** An ink that is not opaque, on the ground. */
    void showsOnGround(Ink ink, double x, double y) {
        int over = view.palette().argb(ink);
        int under = view.palette().background();
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double channel = ink.opacity() * (over >> shift & 255) + (1 - ink.opacity()) * (under >> shift & 255);
            mixed |= (int) Math.round(channel) << shift;
        }
        shows(mixed, x, y);
    }

    void showsGround(double x, double y) {
        Point at = view.locationOf(x, y);
        assertTrue(
                countInked(at, NEAR) == 0, () -> String.format("nothing at (%s, %s), not %06X", x, y, at(at.x, at.y)));
    }

    /** Of the columns between two data which share has an ink at a height. */
    double shareAlong(Ink ink, double from, double to, double height) {
        int first = view.locationOf(from, height).x;
        int last = view.locationOf(to, height).x;
        int y = view.locationOf(from, height).y;
        int inked = 0;
        for (int x = first; x <= last; x++) {
            inked += alike(at(x, y), view.palette().argb(ink)) ? 1 : 0;
        }
        return (double) inked / (last - first + 1);
    }

    /** A number that changes with what is seen outside the area of the marks. */
    long outside() {
        Point origin = view.control().toControl(view.surface().toDisplay(0, 0));
        Rectangle area = view.area();
        Rectangle inside = new Rectangle(origin.x + area.x - 1, origin.y + area.y - 1, area.width + 2, area.height + 2);
        long sum = 0;
        for (int y = 0; y < whole.height; y++) {
            for (int x = 0; x < whole.width; x++) {
                sum = 31 * sum + (inside.contains(x, y) ? 0 : rgb(whole, x, y));
            }
        }
        return sum;
    }
}
