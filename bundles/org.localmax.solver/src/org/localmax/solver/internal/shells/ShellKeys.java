package org.localmax.solver.internal.shells;

import java.util.Arrays;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.internal.Keys;

/**
 * The keys of a configuration in dimension 1 to 3, coordinate by coordinate, in shells around their mean, the outermost
 * first, cut into tiles. What is far from the mean has the great scores, so that few tiles need to be looked at: by the
 * inequality of Cauchy and Schwarz a score is at most &lt;q, c&gt; + |q| r, where r is the greatest distance of a key of the
 * tile from the centre c. The line is treated as part of the plane.
 */
final class ShellKeys {

    /** Keys looked at together. */
    static final int LANES = 4;

    private static final int LEAST_TILE = 64;
    private static final int GREATEST_TILE = 512;

    /**
     * On the rounding slack of {@link #bound}, with u the unit roundoff and |x| &lt;= |c| + r: the score itself errs by c_3
     * |q| |x|, &lt;q, c&gt; by c_3 |q| |c|, the distance r and the norm |q| by less than 6 u each, and the three operations
     * that put the bound together by 3 u |q| (|c| + r). That is below 24 u |q| (|c| + r).
     */
    private static final double SLACK = 32 * Vectors.UNIT_ROUNDOFF;

    /** Underflow adds at most half the least positive number in each of the operations above, to r and |q|, too. */
    private static final double UNDERFLOW = 32 * Double.MIN_VALUE;

    private static final int SHELLS = 256;

    private final Keys keys;
    private final boolean bounded;
    private final int dimension;
    /** The place where each tile starts, and where the last one ends. */
    private final int[] starts;

    private final int[] key;
    private final double[][] coordinates;
    private final double[] centre;
    private final double[] reach;

    /**
     * Orders the keys.
     *
     * @param padded whether the last four are filled up with copies of the last key, or else with NaN, which no
     *     comparison finds
     * @param bounded whether {@link #bound} tells anything
     */
    ShellKeys(Keys keys, boolean padded, boolean bounded) {
        this.keys = keys;
        this.bounded = bounded;
        int n = keys.count();
        dimension = Math.max(2, keys.dimension());
        if (n > Integer.MAX_VALUE - GREATEST_TILE) {
            throw new IllegalArgumentException(
                    "there are " + n + " distinct tokens; expected at most " + (Integer.MAX_VALUE - GREATEST_TILE));
        }
        starts = starts(n);
        centre = new double[dimension];
        double[] distances = new double[n];
        key = order(distances);
        coordinates = new double[dimension][starts[tiles()]];
        for (int k = 0; k < keys.dimension(); k++) {
            double[] line = coordinates[k];
            for (int at = 0; at < n; at++) {
                line[at] = keys.rows()[key[at] * keys.dimension() + k];
            }
            Arrays.fill(line, n, line.length, padded ? line[n - 1] : Double.NaN);
        }
        reach = reach(distances);
    }

    /**
     * The first tiles are short, since few keys are far from the mean. The others have about the square root of 20 n keys:
     * a tile costs as much again as 40 pairs, and the tile with the maximum is looked at twice.
     */
    private static int[] starts(int n) {
        int longest = LEAST_TILE;
        while (longest < GREATEST_TILE && (long) longest * longest < 10L * n) {
            longest *= 2;
        }
        int[] starts = new int[5 + n / longest];
        int tile = 0;
        while (starts[tile] < n) {
            int length = Math.clamp(starts[tile], LEAST_TILE, longest);
            starts[++tile] = Math.min(starts[tile - 1] + length, (n + LANES - 1) / LANES * LANES);
        }
        return Arrays.copyOf(starts, tile + 1);
    }

    /** Keys by shells around the mean, the outermost first, and then by number. */
    private int[] order(double[] distances) {
        int d = keys.dimension();
        int n = keys.count();
        double[] rows = keys.rows();
        double share = 1.0 / n;
        for (int k = 0; k < d; k++) {
            double sum = 0;
            for (int at = k; at < rows.length; at += d) {
                sum = Math.fma(rows[at], share, sum);
            }
            centre[k] = sum;
        }
        double greatest = 0;
        for (int j = 0; j < n; j++) {
            distances[j] = Vectors.distance(rows, j * d, centre, 0, d);
            greatest = distances[j] > greatest ? distances[j] : greatest;
        }
        int[] ends = new int[SHELLS + 1];
        for (double distance : distances) {
            ends[shell(distance, greatest) + 1]++;
        }
        for (int shell = 0; shell < SHELLS; shell++) {
            ends[shell + 1] += ends[shell];
        }
        int[] order = new int[n];
        for (int j = 0; j < n; j++) {
            order[ends[shell(distances[j], greatest)]++] = j;
        }
        return order;
    }

    /** The shell at a distance: 32 while it halves, and one ball inside of them all. */
    private static int shell(double distance, double greatest) {
        int bits = Float.floatToRawIntBits((float) greatest) - Float.floatToRawIntBits((float) distance);
        return Math.min(bits >> 18, SHELLS - 1);
    }

    private double[] reach(double[] distances) {
        double ofCentre = Vectors.norm(centre, 0, dimension);
        double[] radii = new double[tiles()];
        double radius = 0;
        for (int tile = radii.length - 1; tile >= 0; tile--) {
            for (int at = start(tile); at < Math.min(end(tile), key.length); at++) {
                double distance = distances[key[at]];
                radius = distance > radius ? distance : radius;
            }
            radii[tile] = radius + SLACK * (ofCentre + radius) + UNDERFLOW;
        }
        return radii;
    }

    /** The number of keys, those that fill up the last four not counted. */
    int count() {
        return key.length;
    }

    /** Whether bounds may leave tiles out; or else they are infinite. */
    boolean isBounded() {
        return bounded;
    }

    /** The dimension of the coordinates: 2 or 3. */
    int dimension() {
        return dimension;
    }

    int tiles() {
        return starts.length - 1;
    }

    /** The first place of a tile. */
    int start(int tile) {
        return starts[tile];
    }

    /** The place after the last one of a tile; a multiple of four, and not all places of the last tile are keys. */
    int end(int tile) {
        return starts[tile + 1];
    }

    /** The number of places in the longest tile. */
    int longestTile() {
        int longest = 0;
        for (int tile = 0; tile < tiles(); tile++) {
            longest = Math.max(longest, end(tile) - start(tile));
        }
        return longest;
    }

    /** Coordinate k of all keys. */
    double[] coordinate(int k) {
        return coordinates[k];
    }

    /** The key at a place. */
    int key(int place) {
        return key[place];
    }

    /**
     * What the scores of a query that are computed of a tile's keys do not exceed; it does not rise from tile to tile.
     *
     * @param ofCentre the query's score of the centre
     * @param queryNorm |q|
     */
    double bound(int tile, double ofCentre, double queryNorm) {
        return bounded ? ofCentre + queryNorm * reach[tile] + UNDERFLOW * (1 + reach[tile]) : Double.POSITIVE_INFINITY;
    }

    /** The score of the centre. */
    double ofCentre(double[] query) {
        return Vectors.dot(query, 0, centre, 0, dimension);
    }
}
