package org.localmax.ui.plots;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.dynamics.Tokens;

/** Very many tokens as pixels: discs with a rim in the colour of the ground, later tokens over earlier ones. */
final class CloudRaster {

    private final double zoom;
    private final Rectangle area;
    private final ImageData image;

    CloudRaster(int width, int height, double zoom) {
        this.zoom = zoom;
        area = new Rectangle(0, 0, Math.max(1, width), Math.max(1, height));
        image = new ImageData(
                Math.max(1, (int) Math.round(area.width * zoom)),
                Math.max(1, (int) Math.round(area.height * zoom)),
                32,
                new PaletteData(0xff0000, 0xff00, 0xff));
        image.alphaData = new byte[image.width * image.height];
    }

    ImageData draw(TokenScene scene, PlaneView view, PlotColors colors) {
        Tokens tokens = scene.tokens();
        double radius = ScenePainter.radius(tokens.count()) * zoom;
        int[] pixels = new int[PlotColors.categories()];
        for (int k = 0; k < pixels.length; k++) {
            pixels[k] = pixel(colors.category(k).getRGB());
        }
        int rim = pixel(colors.background().getRGB());
        for (int i = 0; i < tokens.count(); i++) {
            double x = view.screenX(tokens.get(i, 0), area) * zoom;
            double y = view.screenY(TokenScene.second(tokens, i), area) * zoom;
            boolean visible = x > -radius && y > -radius && x < image.width + radius && y < image.height + radius;
            if (visible) {
                disc(x, y, radius, pixels[Math.floorMod(scene.category(i), pixels.length)], rim);
            }
        }
        return image;
    }

    private void disc(double x, double y, double radius, int fill, int rim) {
        double outer = (radius + 0.5) * (radius + 0.5);
        double inner = Math.max(1, radius - 0.7 * zoom) * Math.max(1, radius - 0.7 * zoom);
        int lastRow = Math.min(image.height - 1, (int) Math.ceil(y + radius));
        int lastColumn = Math.min(image.width - 1, (int) Math.ceil(x + radius));
        for (int row = Math.max(0, (int) (y - radius)); row <= lastRow; row++) {
            for (int column = Math.max(0, (int) (x - radius)); column <= lastColumn; column++) {
                double square = (row - y) * (row - y) + (column - x) * (column - x);
                if (square <= outer) {
                    image.setPixel(column, row, square <= inner ? fill : rim);
                    image.alphaData[row * image.width + column] = (byte) 255;
                }
            }
        }
    }

    private int pixel(RGB colour) {
        return image.palette.getPixel(colour);
    }
}
