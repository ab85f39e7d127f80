package org.localmax.plots.figures;

import java.util.Arrays;
import java.util.List;
import org.localmax.plots.Axis;
import org.localmax.plots.ColourScale;
import org.localmax.plots.Panel;
import org.localmax.plots.Tiles;

/**
 * A number over two parameters: a tile around each point of their grid, from half way to the value before to half way to the next. The
 * number of several points at one place is their mean; where none is known the tile is hatched.
 */
public final class PhaseDiagram {

    private PhaseDiagram() {}

    /**
     * The diagram.
     *
     * @param labels of the axes of x and y and of the numbers
     * @param x one a point
     * @param y one a point
     * @param values one a point, NaN for what failed
     * @throws IllegalArgumentException if there is no point or not as many of all
     */
    public static Panel of(Labels labels, double[] x, double[] y, double[] values) {
        if (x.length == 0 || x.length != y.length || x.length != values.length) {
            throw new IllegalArgumentException("expected at least one point, with x, y and a number each");
        }
        double[] columns = Arrays.stream(x).sorted().distinct().toArray();
        double[] rows = Arrays.stream(y).sorted().distinct().toArray();
        double[][] sums = new double[rows.length][columns.length];
        int[][] counts = new int[rows.length][columns.length];
        boolean[][] isThere = new boolean[rows.length][columns.length];
        for (int k = 0; k < x.length; k++) {
            int row = Arrays.binarySearch(rows, y[k]);
            int column = Arrays.binarySearch(columns, x[k]);
            isThere[row][column] = true;
            if (Double.isFinite(values[k])) {
                sums[row][column] += values[k];
                counts[row][column]++;
            }
        }
        return new Panel(
                "",
                Axis.linear(labels.x()),
                Axis.linear(labels.y()),
                false,
                List.of(tiles(labels.value(), edges(columns), edges(rows), sums, counts, isThere)));
    }

    /** What the axes and the numbers are called. */
    public record Labels(String x, String y, String value) {}

    private static Tiles tiles(
            String label, double[] across, double[] along, double[][] sums, int[][] counts, boolean[][] isThere) {
        int most = (across.length - 1) * (along.length - 1);
        double[][] tiles = new double[5][most];
        int count = 0;
        for (int row = 0; row + 1 < along.length; row++) {
            for (int column = 0; column + 1 < across.length; column++) {
                if (isThere[row][column]) {
                    tiles[0][count] = across[column];
                    tiles[1][count] = across[column + 1];
                    tiles[2][count] = along[row];
                    tiles[3][count] = along[row + 1];
                    int known = counts[row][column];
                    tiles[4][count] = known == 0 ? Double.NaN : sums[row][column] / known;
                    count++;
                }
            }
        }
        for (int k = 0; k < tiles.length; k++) {
            tiles[k] = Arrays.copyOf(tiles[k], count);
        }
        boolean hasFailed = Arrays.stream(tiles[4]).anyMatch(Double::isNaN);
        return new Tiles(
                hasFailed ? "failed" : "",
                tiles[0],
                tiles[1],
                tiles[2],
                tiles[3],
                tiles[4],
                ColourScale.around(label, tiles[4]));
    }

    private static double[] edges(double[] values) {
        int count = values.length;
        double[] edges = new double[count + 1];
        for (int k = 1; k < count; k++) {
            edges[k] = (values[k - 1] + values[k]) / 2;
        }
        edges[0] = count == 1 ? values[0] - 0.5 : 2 * values[0] - edges[1];
        edges[count] = count == 1 ? values[0] + 0.5 : 2 * values[count - 1] - edges[count - 1];
        return edges;
    }
}
