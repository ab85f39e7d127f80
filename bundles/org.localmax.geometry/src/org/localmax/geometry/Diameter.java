package org.localmax.geometry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * The Euclidean diameter diam X = max_ij |x_i - x_j|, exact up to the rounding of one distance.
 *
 * <p>On the line it is the length of the interval. In the plane it is attained at two antipodal vertices of the hull
 * (Shamos 1978; Toussaint's rotating calipers), O(n log n). In a few more dimensions all pairs of boxes compete, in many all
 * pairs of tokens, less those that are known to fall short of a distance already found: O(n^2 d) at worst, as when all tokens
 * lie on a sphere of high dimension.
 */
public final class Diameter {

    /** How many tokens are compared with one at a time. */
    private static final int BLOCK = 64;

    /** About so many squares of coordinates lie between two checks: a few milliseconds. */
    private static final int DISTANCES_A_CHECK = 1 << 22;

    /** In this many dimensions at most boxes tell enough of their tokens. */
    private static final int MOST_BOX_DIMENSIONS = 4;

    private Diameter() {}

    /** The diameter of tokens, in units of the coordinates; 0 if they all coincide. */
    public static double of(Tokens tokens) {
        return of(tokens, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public static double of(Tokens tokens, CancellationCheck wanted) {
        return switch (tokens.dimension()) {
            case 1 -> Extent.width(tokens);
            case 2 -> of(PlanarHull.of(tokens, wanted), wanted);
            default ->
                tokens.dimension() <= MOST_BOX_DIMENSIONS
                        ? FarthestTokens.distance(tokens, acrossFrom(tokens, 0, wanted), wanted)
                        : ofPairs(tokens, wanted);
        };
    }

    /** The diameter of the tokens of a hull, in time proportional to the number of its vertices. */
    public static double of(PlanarHull hull) {
        return of(hull, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public static double of(PlanarHull hull, CancellationCheck wanted) {
        Tokens x = hull.corners();
        int count = x.count();
        double largest = 0;
        for (int a = 0, j = 1 % count; a < count; a++) {
            InnerOctagon.checkNowAndThen(a, wanted);
            int b = (a + 1) % count;
            largest = farther(x, a, b, j, largest);
            // climb to the vertex farthest from the line ab; the one after it counts where an edge is parallel
            boolean climbing = count > 2;
            while (climbing) {
                int next = (j + 1) % count;
                largest = farther(x, a, b, next, largest);
                climbing = hull.cross(a, b, j, next).signum() > 0;
                j = climbing ? next : j;
            }
        }
        return largest;
    }

    private static double farther(Tokens x, int a, int b, int c, double largest) {
        return Math.max(largest, Math.max(distance(x, a, c), distance(x, b, c)));
    }

    private static double ofPairs(Tokens x, CancellationCheck wanted) {
        double[] centroid = centroid(x);
        double[] radius = new double[x.count()];
        for (int i = 0; i < radius.length; i++) {
            radius[i] = Vectors.distance(x.rows(), i * x.dimension(), centroid, 0, x.dimension());
        }
        int[] outermost = IntStream.range(0, radius.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -radius[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        // computed radii and distances are off by this factor at most
        double rounding = 1 + 4 * Vectors.chainError(x.dimension() + 4);
        int rowsACheck = Math.max(1, DISTANCES_A_CHECK / (BLOCK * x.dimension()));
        wanted.check();
        double largest = acrossFrom(x, outermost[0], wanted);
        for (int start = 0; start < outermost.length; start += BLOCK) {
            double outer = radius[outermost[start]];
            int[] block = Arrays.copyOfRange(outermost, start, Math.min(start + BLOCK, outermost.length));
            double[] columns = columns(x, block);
            for (int a = 0; a < start + block.length && (radius[outermost[a]] + outer) * rounding > largest; a++) {
                if (a % rowsACheck == 0) {
                    wanted.check();
                }
                largest = Math.max(largest, farthest(x, outermost[a], columns));
            }
        }
        return largest;
    }

    /** The coordinates of a block of tokens, all first ones, then all second ones; padded with the block's first token. */
    private static double[] columns(Tokens x, int[] block) {
        double[] columns = new double[BLOCK * x.dimension()];
        for (int k = 0; k < x.dimension(); k++) {
            for (int m = 0; m < BLOCK; m++) {
                columns[k * BLOCK + m] = x.get(block[m < block.length ? m : 0], k);
            }
        }
        return columns;
    }

    /** The largest distance of token i from those of a block: the operations of Vectors.distance, side by side. */
    private static double farthest(Tokens x, int i, double[] columns) {
        double[] sums = new double[BLOCK];
        for (int k = 0; k < x.dimension(); k++) {
            double coordinate = x.get(i, k);
            int column = k * BLOCK;
            for (int m = 0; m < BLOCK; m++) {
                double difference = coordinate - columns[column + m];
                sums[m] = Math.fma(difference, difference, sums[m]);
            }
        }
        double largest = 0;
        for (double sum : sums) {
            largest = Math.max(largest, sum);
        }
        return Math.sqrt(largest);
    }

    private static double[] centroid(Tokens x) {
        double[] centroid = new double[x.dimension()];
        for (int i = 0; i < x.count(); i++) {
            for (int k = 0; k < centroid.length; k++) {
                centroid[k] += x.get(i, k) / x.count();
            }
        }
        return centroid;
    }

    /** A distance that is often the diameter: from a token to the farthest, and from there to the farthest again. */
    private static double acrossFrom(Tokens x, int start, CancellationCheck wanted) {
        double largest = 0;
        int from = start;
        for (int sweep = 0; sweep < 3; sweep++) {
            int farthest = from;
            for (int j = 0; j < x.count(); j++) {
                InnerOctagon.checkNowAndThen(j, wanted);
                double distance = distance(x, from, j);
                if (distance > largest) {
                    largest = distance;
                    farthest = j;
                }
            }
            from = farthest;
        }
        return largest;
    }

    private static double distance(Tokens x, int i, int j) {
        int d = x.dimension();
        return Vectors.distance(x.rows(), i * d, x.rows(), j * d, d);
    }
}
