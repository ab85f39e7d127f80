package org.localmax.geometry;

import java.util.List;
import org.localmax.dynamics.Tokens;

/** The convex hull of tokens on the line: the interval from the least to the greatest coordinate. */
public final class LinearHull implements Polytope {

    private final Tokens tokens;
    private final int lowest;
    private final int highest;

    private LinearHull(Tokens tokens, int lowest, int highest) {
        this.tokens = tokens;
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * The hull of tokens; O(n).
     *
     * @param tokens n x 1
     * @throws IllegalArgumentException if the dimension is not 1
     */
    public static LinearHull of(Tokens tokens) {
        if (tokens.dimension() != 1) {
            throw new IllegalArgumentException(
                    "the tokens have dimension " + tokens.dimension() + "; expected 1 for a hull on the line");
        }
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < tokens.count(); i++) {
            lowest = tokens.get(i, 0) < tokens.get(lowest, 0) ? i : lowest;
            highest = tokens.get(i, 0) > tokens.get(highest, 0) ? i : highest;
        }
        return new LinearHull(tokens, lowest, highest);
    }

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public int[] vertices() {
        return lowest == highest ? new int[] {lowest} : new int[] {lowest, highest};
    }

    @Override
    public int affineDimension() {
        return lowest == highest ? 0 : 1;
    }

    /** The least coordinate. */
    public double least() {
        return tokens.get(lowest, 0);
    }

    /** The greatest coordinate. */
    public double greatest() {
        return tokens.get(highest, 0);
    }

    /** The length of the interval, in units of the coordinates. */
    public double length() {
        return greatest() - least();
    }

    @Override
    public boolean contains(double[] point, double tolerance) {
        Polytope.requireDimension(tokens, point);
        return Math.max(least() - point[0], point[0] - greatest()) <= tolerance;
    }

    @Override
    public boolean knowsFaces() {
        return true;
    }

    @Override
    public List<Face> faces() {
        return lowest == highest
                ? List.of(new Face(0, lowest))
                : List.of(new Face(0, lowest), new Face(0, highest), new Face(1, lowest, highest));
    }

    @Override
    public int[] neighbours(int vertex) {
        return lowest == highest ? new int[0] : new int[] {vertex == lowest ? highest : lowest};
    }
}
