package org.localmax.plots;

import java.util.Optional;

/**
 * Rectangles coloured by a number: a heat map, a phase diagram. One whose number is NaN is hatched: it has failed, or is not known.
 *
 * @param left one number a tile
 * @param right one number a tile
 * @param bottom one number a tile
 * @param top one number a tile
 * @param values one number a tile
 * @param colours what the colours mean
 */
public record Tiles(
        String label,
        double[] left,
        double[] right,
        double[] bottom,
        double[] top,
        double[] values,
        ColourScale colours)
        implements Mark {

    public Tiles {
        Coordinates.require(left.length, right.length, bottom.length, top.length, values.length);
    }

    /**
     * A grid of tiles.
     *
     * @param x the edges between columns, one more than there are
     * @param y the edges between rows, from below, one more than there are
     * @param values a row a row, from below
     */
    public static Tiles grid(double[] x, double[] y, double[][] values, ColourScale colours) {
        int columns = x.length - 1;
        int rows = y.length - 1;
        Coordinates.require(rows, values.length);
        double[] left = new double[rows * columns];
        double[] right = new double[rows * columns];
        double[] bottom = new double[rows * columns];
        double[] top = new double[rows * columns];
        double[] numbers = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            Coordinates.require(columns, values[row].length);
            for (int column = 0; column < columns; column++) {
                int tile = row * columns + column;
                left[tile] = x[column];
                right[tile] = x[column + 1];
                bottom[tile] = y[row];
                top[tile] = y[row + 1];
                numbers[tile] = values[row][column];
            }
        }
        return new Tiles("", left, right, bottom, top, numbers, colours);
    }

    public int count() {
        return values.length;
    }

    @Override
    public Sample sample() {
        return new Sample.OfArea(Ink.FAINT, Line.NONE);
    }

    @Override
    public Interval across(Axis horizontal) {
        return horizontal.around(left).hull(horizontal.around(right));
    }

    @Override
    public Interval along(Axis vertical) {
        return vertical.around(bottom).hull(vertical.around(top));
    }

    @Override
    public Optional<ColourScale> colourScale() {
        return Optional.of(colours);
    }
}
