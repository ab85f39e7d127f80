package org.localmax.ui.plots;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** Pixels that a worker fills: 0xAARRGGBB, row by row, transparent at first. */
final class PixelRaster {

    private final int width;
    private final int height;
    private final int[] pixels;

    PixelRaster(int width, int height) {
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
        pixels = new int[this.width * this.height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** All pixels, to be written. */
    int[] pixels() {
        return pixels;
    }

    int at(int column, int row) {
        return pixels[row * width + column];
    }

    /** Fills columns from one to before another of some rows, as far as they are there. */
    void fill(int left, int top, int right, int bottom, int colour) {
        int from = Math.max(0, left);
        int to = Math.min(width, right);
        for (int row = Math.max(0, top); row < Math.min(height, bottom) && from < to; row++) {
            Arrays.fill(pixels, row * width + from, row * width + to, colour);
        }
    }

    /** Lays a colour over a pixel, if it is there, with its opacity times a share. */
    void blend(int column, int row, int colour, double share) {
        if (column < 0 || row < 0 || column >= width || row >= height) {
            return;
        }
        int at = row * width + column;
        double over = (colour >>> 24) / 255.0 * share;
        double under = (pixels[at] >>> 24) / 255.0 * (1 - over);
        double both = over + under;
        if (both > 0) {
            int mixed = (int) Math.round(255 * both) << 24;
            for (int shift = 0; shift <= 16; shift += 8) {
                double channel = (over * (colour >> shift & 255) + under * (pixels[at] >> shift & 255)) / both;
                mixed |= (int) Math.round(channel) << shift;
            }
            pixels[at] = mixed;
        }
    }

    /** The pixels as the toolkit takes them: blue, green, red, nothing, which is how cairo keeps them, so that nobody rearranges them. */
    ImageData toImageData() {
        byte[] data = new byte[4 * pixels.length];
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(pixels);
        ImageData image = new ImageData(width, height, 32, new PaletteData(0xff00, 0xff0000, 0xff000000), 4, data);
        byte[] alpha = new byte[pixels.length];
        for (int k = 0; k < alpha.length; k++) {
            alpha[k] = (byte) (pixels[k] >>> 24);
        }
        image.alphaData = alpha;
        return image;
    }
}
