package org.localmax.plots.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.localmax.plots.Symbol;
import org.localmax.plots.SymbolOutline;

/** A symbol as shares of pixels that it covers, at each quarter of a pixel in both directions. */
final class Stamp {

    private static final int PHASES = 4;

    private final int side;
    private final byte[][] covered = new byte[PHASES * PHASES][];

    /** @param size in pixels */
    Stamp(Symbol symbol, double size) {
        side = (int) Math.ceil(SymbolOutline.REACH * size) + 3;
        for (int phase = 0; phase < covered.length; phase++) {
            covered[phase] = render(symbol, size, phase % PHASES, phase / PHASES);
        }
    }

    /** Puts the symbol around a place, in pixels; what lies outside the picture is left out. */
    void press(Raster raster, double x, double y, int argb) {
        long column = (long) Math.floor(x * PHASES + 0.5);
        long row = (long) Math.floor(y * PHASES + 0.5);
        long left = Math.floorDiv(column, PHASES) - side / 2;
        long top = Math.floorDiv(row, PHASES) - side / 2;
        if (left + side <= 0 || top + side <= 0 || left >= raster.width() || top >= raster.height()) {
            return;
        }
        byte[] mask = covered[Math.floorMod(row, PHASES) * PHASES + Math.floorMod(column, PHASES)];
        blend(mask, raster, (int) left, (int) top, argb);
    }

    private void blend(byte[] mask, Raster raster, int left, int top, int argb) {
        int[] pixels = raster.pixels();
        int opacity = argb >>> 24;
        int firstColumn = Math.max(0, -left);
        int lastColumn = Math.min(side, raster.width() - left);
        for (int row = Math.max(0, -top); row < Math.min(side, raster.height() - top); row++) {
            int target = (top + row) * raster.width() + left;
            for (int column = firstColumn; column < lastColumn; column++) {
                int share = (mask[row * side + column] & 255) * opacity / 255;
                if (share > 0) {
                    pixels[target + column] = over(argb & 0xFFFFFF, share, pixels[target + column]);
                }
            }
        }
    }

    /** A colour with an opacity from 0 to 255 above what is there. */
    static int over(int rgb, int share, int below) {
        int opacityBelow = below >>> 24;
        if (share == 255 || opacityBelow == 0) {
            return share << 24 | rgb;
        }
        int weightBelow = opacityBelow * (255 - share);
        int weight = 255 * share + weightBelow;
        int blended = (weight + 127) / 255 << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            int colour = 255 * share * (rgb >> shift & 255) + weightBelow * (below >> shift & 255);
            blended |= (colour + weight / 2) / weight << shift;
        }
        return blended;
    }

    private byte[] render(Symbol symbol, double size, int phaseX, int phaseY) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        Quality.set(g);
        g.setColor(Color.WHITE);
        double centre = side / 2;
        g.fill(SymbolShapes.of(symbol, centre + (double) phaseX / PHASES, centre + (double) phaseY / PHASES, size));
        g.dispose();
        byte[] mask = new byte[side * side];
        for (int k = 0; k < mask.length; k++) {
            mask[k] = (byte) (image.getRGB(k % side, k / side) >>> 24);
        }
        return mask;
    }
}
