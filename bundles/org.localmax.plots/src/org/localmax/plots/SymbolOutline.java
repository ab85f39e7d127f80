package org.localmax.plots;

/**
 * The outline of a symbol of radius 1 around the origin, y downwards; all are so large that they look alike. It is the same on the screen and
 * on paper. The corners are read, never changed.
 *
 * @param corners in order, each of two coordinates; none for a disc and a ring
 * @param hole radius of the hole of a ring; 0 for others
 */
public record SymbolOutline(double[][] corners, double hole) {

    /** How far the largest of them, the star, reaches from the origin. */
    public static final double REACH = 1.5;

    private static final double RING = 0.62;
    private static final double HALF_SIDE = 0.9;
    private static final double HALF_DIAGONAL = 1.28;
    private static final double ARM = 0.962;
    private static final double HALF_ARM = 0.368;
    private static final int POINTS_OF_STAR = 5;
    private static final double INNER_STAR = 0.63;
    private static final double[][] ROUND = {};

    /** That of a symbol. */
    public static SymbolOutline of(Symbol symbol) {
        return switch (symbol) {
            case CIRCLE -> new SymbolOutline(ROUND, 0);
            case RING -> new SymbolOutline(ROUND, RING);
            case SQUARE ->
                polygon(HALF_SIDE, HALF_SIDE, -HALF_SIDE, HALF_SIDE, -HALF_SIDE, -HALF_SIDE, HALF_SIDE, -HALF_SIDE);
            case DIAMOND -> polygon(HALF_DIAGONAL, 0, 0, HALF_DIAGONAL, -HALF_DIAGONAL, 0, 0, -HALF_DIAGONAL);
            case TRIANGLE -> polygon(0, -1.24, 1.16, 0.84, -1.16, 0.84);
            case STAR -> star();
            case CROSS -> cross();
        };
    }

    private static SymbolOutline polygon(double... coordinates) {
        double[][] corners = new double[coordinates.length / 2][];
        for (int k = 0; k < corners.length; k++) {
            corners[k] = new double[] {coordinates[2 * k], coordinates[2 * k + 1]};
        }
        return new SymbolOutline(corners, 0);
    }

    /** Points upwards with corners at two radii in turn. */
    private static SymbolOutline star() {
        double[][] corners = new double[2 * POINTS_OF_STAR][];
        for (int k = 0; k < corners.length; k++) {
            double angle = Math.PI * k / POINTS_OF_STAR;
            double radius = k % 2 == 0 ? REACH : INNER_STAR;
            corners[k] = new double[] {radius * StrictMath.sin(angle), -radius * StrictMath.cos(angle)};
        }
        return new SymbolOutline(corners, 0);
    }

    private static SymbolOutline cross() {
        double end = ARM - HALF_ARM;
        return polygon(
                ARM, end, end, ARM, 0, HALF_ARM, -end, ARM, -ARM, end, -HALF_ARM, 0, -ARM, -end, -end, -ARM, 0,
                -HALF_ARM, end, -ARM, ARM, -end, HALF_ARM, 0);
    }

    public boolean isRound() {
        return corners.length == 0;
    }

    /** Whether a point lies in the symbol grown outwards, and inwards at a hole, by so much. */
    public boolean contains(double x, double y, double grown) {
        if (isRound()) {
            double radius = Math.sqrt(x * x + y * y);
            return radius <= 1 + grown && radius >= (hole == 0 ? 0 : hole - grown);
        }
        double shrink = 1 / (1 + grown);
        boolean inside = false;
        for (int k = 0; k < corners.length; k++) {
            double[] from = corners[k];
            double[] to = corners[(k + 1) % corners.length];
            boolean crosses = from[1] > y * shrink != to[1] > y * shrink;
            if (crosses && x * shrink < from[0] + (to[0] - from[0]) * (y * shrink - from[1]) / (to[1] - from[1])) {
                inside = !inside;
            }
        }
        return inside;
    }
}
