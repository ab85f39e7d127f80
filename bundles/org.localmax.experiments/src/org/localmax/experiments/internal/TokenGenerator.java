package org.localmax.experiments.internal;

import java.util.List;
import org.localmax.dynamics.Tokens;
import org.localmax.model.BallTokens;
import org.localmax.model.BoxTokens;
import org.localmax.model.GaussianTokens;
import org.localmax.model.GeneratedTokens;
import org.localmax.model.PolygonTokens;
import org.localmax.model.SphereTokens;

/** Draws the tokens of a {@link GeneratedTokens} source: the same tokens for the same source on every machine. */
final class TokenGenerator {

    /** No generated cloud has more coordinates than an array can hold. */
    private static final long MOST_COORDINATES = Integer.MAX_VALUE - 8L;

    private TokenGenerator() {}

    /**
     * The tokens of a source.
     *
     * @throws IllegalArgumentException with a message for the user if a parameter is out of range
     */
    static Tokens generate(GeneratedTokens source) {
        RandomStream random = new RandomStream("tokens", source.getSeed());
        return switch (source) {
            case GaussianTokens gaussian -> {
                requirePositive("deviation", gaussian.getDeviation());
                yield draw(source, gaussian.getDimension(), x -> {
                    for (int k = 0; k < x.length; k++) {
                        x[k] = gaussian.getDeviation() * random.gaussian();
                    }
                });
            }
            case BallTokens ball -> {
                requirePositive("radius", ball.getRadius());
                double power = 1.0 / Math.max(1, ball.getDimension());
                yield draw(source, ball.getDimension(), x -> {
                    double radius = ball.getRadius() * StrictMath.pow(random.uniform(), power);
                    scale(random.direction(x.length), radius, x);
                });
            }
            case BoxTokens box -> {
                requirePositive("halfWidth", box.getHalfWidth());
                yield draw(source, box.getDimension(), x -> {
                    for (int k = 0; k < x.length; k++) {
                        x[k] = random.uniform(-box.getHalfWidth(), box.getHalfWidth());
                    }
                });
            }
            case SphereTokens sphere -> {
                requirePositive("radius", sphere.getRadius());
                yield draw(
                        source, sphere.getDimension(), x -> scale(random.direction(x.length), sphere.getRadius(), x));
            }
            case PolygonTokens polygon -> polygon(polygon, random);
            default ->
                throw new IllegalStateException(
                        "no generator for " + source.eClass().getName());
        };
    }

    /** Fills one token. */
    private interface Draw {
        void into(double[] x);
    }

    private static Tokens draw(GeneratedTokens source, int dimension, Draw draw) {
        if (source.getCount() < 1) {
            throw new IllegalArgumentException("count is " + source.getCount() + "; expected at least 1");
        }
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension is " + dimension + "; expected at least 1");
        }
        double[] values = new double[coordinates(source.getCount(), dimension)];
        double[] x = new double[dimension];
        for (int i = 0; i < source.getCount(); i++) {
            draw.into(x);
            System.arraycopy(x, 0, values, i * dimension, dimension);
        }
        return Tokens.ofRows(source.getCount(), dimension, values);
    }

    private static int coordinates(long count, int dimension) {
        long coordinates = count * dimension;
        if (coordinates > MOST_COORDINATES) {
            throw new IllegalArgumentException(count + " tokens in dimension " + dimension + " have " + coordinates
                    + " coordinates; expected at most " + MOST_COORDINATES);
        }
        long bytes = coordinates * Double.BYTES;
        if (bytes > Runtime.getRuntime().maxMemory()) {
            throw new IllegalArgumentException(count + " tokens in dimension " + dimension + " take "
                    + (bytes >> 20) + " MB and there are "
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB of memory; expected fewer tokens, or more memory: raise -Xmx or -XX:MaxRAMPercentage in"
                    + " eclipse.ini");
        }
        return (int) coordinates;
    }

    private static void scale(double[] direction, double radius, double[] x) {
        for (int k = 0; k < x.length; k++) {
            x[k] = radius * direction[k];
        }
    }

    /** The corners, then tokens uniform in the polygon: a triangle of the fan by its area, a point in it by folding. */
    private static Tokens polygon(PolygonTokens source, RandomStream random) {
        boolean isRegular = source.getCorners().isEmpty();
        if (source.getCount() < 0) {
            throw new IllegalArgumentException("count is " + source.getCount() + "; expected at least 0");
        }
        long count = (long) source.getCount()
                + (isRegular ? source.getSides() : source.getCorners().size());
        int coordinates = coordinates(count, 2);
        double[][] corners = isRegular ? regular(source) : corners(source);
        double[] areas = fan(corners);
        double[] values = new double[coordinates];
        for (int c = 0; c < corners.length; c++) {
            System.arraycopy(corners[c], 0, values, 2 * c, 2);
        }
        for (int i = corners.length; i < values.length / 2; i++) {
            double pick = areas[areas.length - 1] * random.uniform();
            int triangle = 0;
            while (areas[triangle] <= pick) {
                triangle++;
            }
            double u = random.uniform();
            double v = random.uniform();
            if (u + v > 1) {
                u = 1 - u;
                v = 1 - v;
            }
            for (int k = 0; k < 2; k++) {
                double origin = corners[0][k];
                values[2 * i + k] =
                        origin + u * (corners[triangle + 1][k] - origin) + v * (corners[triangle + 2][k] - origin);
            }
        }
        return Tokens.ofRows(values.length / 2, 2, values);
    }

    private static double[][] regular(PolygonTokens source) {
        requirePositive("radius", source.getRadius());
        if (source.getSides() < 3) {
            throw new IllegalArgumentException("sides is " + source.getSides() + "; expected at least 3");
        }
        double[][] corners = new double[source.getSides()][2];
        for (int c = 0; c < corners.length; c++) {
            double angle = 2 * StrictMath.PI * c / corners.length;
            corners[c][0] = source.getRadius() * StrictMath.cos(angle);
            corners[c][1] = source.getRadius() * StrictMath.sin(angle);
        }
        return corners;
    }

    private static double[][] corners(PolygonTokens source) {
        double[][] corners = TokenText.points(source.getCorners());
        if (corners.length < 3 || corners[0].length != 2) {
            throw new IllegalArgumentException("the polygon has " + corners.length + " corners of dimension "
                    + corners[0].length + "; expected at least 3 in the plane");
        }
        return corners;
    }

    /** Running areas (doubled) of the triangles of corner 0 with each edge; they and all corners must turn the same way. */
    private static double[] fan(double[][] corners) {
        int n = corners.length;
        double orientation = Math.signum(turn(corners[0], corners[1], corners[2]));
        for (int c = 0; c < n; c++) {
            requireTurn(orientation, turn(corners[c], corners[(c + 1) % n], corners[(c + 2) % n]), (c + 1) % n);
        }
        double[] areas = new double[n - 2];
        for (int c = 0; c < areas.length; c++) {
            // a star turns the same way at each corner, and yet goes round more than once
            double area = turn(corners[0], corners[c + 1], corners[c + 2]);
            requireTurn(orientation, area, c + 2);
            areas[c] = (c == 0 ? 0 : areas[c - 1]) + Math.abs(area);
        }
        if (!(areas[n - 3] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the area of the polygon overflows; expected smaller corners");
        }
        return areas;
    }

    private static void requireTurn(double orientation, double turn, int corner) {
        if (turn == 0 || Math.signum(turn) != orientation) {
            throw new IllegalArgumentException(
                    "the corners do not go round a convex polygon; expected them in order (at corner " + corner + ")");
        }
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + "; expected a number greater than 0");
        }
    }

    /** What a source draws, in words. */
    static String describe(GeneratedTokens source) {
        String cloud = switch (source) {
            case GaussianTokens gaussian -> "Gaussian tokens in dimension " + gaussian.getDimension();
            case BallTokens ball -> "tokens uniform in the " + round(ball.getDimension(), "disc", "ball");
            case BoxTokens box -> "tokens uniform in the box of dimension " + box.getDimension();
            case SphereTokens sphere -> "tokens uniform on the " + round(sphere.getDimension(), "circle", "sphere");
            case PolygonTokens polygon ->
                "tokens inside a polygon of "
                        + (polygon.getCorners().isEmpty()
                                ? polygon.getSides()
                                : polygon.getCorners().size())
                        + " corners";
            default -> source.eClass().getName();
        };
        return String.join(", ", List.of(source.getCount() + " " + cloud, "seed " + source.getSeed()));
    }

    private static String round(int dimension, String plane, String space) {
        return dimension == 2 ? plane : space + " of dimension " + dimension;
    }
}
