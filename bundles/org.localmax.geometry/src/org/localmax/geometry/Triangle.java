package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.Vectors;

/**
 * A triangle of the boundary of a hull in space while it grows: its corners counter-clockwise as seen from outside, the
 * triangles across its edges, and the points known to lie beyond its plane.
 */
final class Triangle {

    private static final int NONE = -1;

    private final double[] x;
    private final int[] corners;
    private final double[] normal = new double[3];
    private final double[] normalSize = new double[3];

    /** Across the edge from corner k to corner k + 1. */
    private final Triangle[] across = new Triangle[3];

    private int firstBeyond = NONE;
    private int farthest = NONE;
    private double farthestHeight;
    private int stamp = NONE;
    private boolean seen;
    private boolean gone;
    private int facet = NONE;

    /**
     * A triangle.
     *
     * @param x n x 3 coordinates, row by row
     */
    Triangle(double[] x, int a, int b, int c) {
        this.x = x;
        corners = new int[] {a, b, c};
        for (int k = 0; k < 3; k++) {
            int l = (k + 1) % 3;
            int m = (k + 2) % 3;
            double left = difference(b, a, l) * difference(c, a, m);
            double right = difference(b, a, m) * difference(c, a, l);
            normal[k] = left - right;
            normalSize[k] = Math.abs(left) + Math.abs(right);
        }
    }

    private double difference(int i, int j, int k) {
        return x[3 * i + k] - x[3 * j + k];
    }

    int corner(int k) {
        return corners[k % 3];
    }

    Triangle across(int k) {
        return across[k];
    }

    /** Lets two triangles know of each other: this one's edge k is the other's edge l, run through the other way. */
    void join(int k, Triangle other, int l) {
        across[k] = other;
        other.across[l] = this;
    }

    /** The number of the edge that starts at a corner. */
    int edgeFrom(int point) {
        int k = 0;
        while (corners[k] != point) {
            k++;
        }
        return k;
    }

    /** Component k of (b - a) x (c - a), which points outside. */
    double normal(int k) {
        return normal[k];
    }

    /** Twice its area. */
    double doubleArea() {
        return Vectors.norm(normal, 0, 3);
    }

    /** The height of a point above the plane, times twice the area; rounded. */
    double height(int point) {
        double height = 0;
        for (int k = 0; k < 3; k++) {
            height += difference(point, corners[0], k) * normal[k];
        }
        return height;
    }

    /** A bound on what rounding does to {@link #height}. */
    double heightError(int point) {
        double sizes = 0;
        double along = 1;
        for (int k = 0; k < 3; k++) {
            double size = Math.abs(difference(point, corners[0], k));
            sizes += size * normalSize[k];
            along += size;
        }
        return Orientation.SPACE_ERROR * sizes + Orientation.UNDERFLOW * along;
    }

    /** The exact sign of the height: positive outside, 0 in the plane. */
    int side(int point) {
        double height = height(point);
        double error = heightError(point);
        if (height > error || -height > error) {
            return height > 0 ? 1 : -1;
        }
        return Orientation.side(x, corners[0], corners[1], corners[2], point);
    }

    /** Adds a point that lies beyond the plane to the list of those. */
    void addBeyond(int point, int[] nextBeyond) {
        double height = height(point);
        if (firstBeyond == NONE || height > farthestHeight) {
            farthest = point;
            farthestHeight = height;
        }
        nextBeyond[point] = firstBeyond;
        firstBeyond = point;
    }

    /** The first of the list of points beyond, negative if there is none. */
    int firstBeyond() {
        return firstBeyond;
    }

    /** The farthest of the points beyond, up to rounding. */
    int farthest() {
        return farthest;
    }

    /** Whether a point sees the triangle from outside; looked at once for every stamp, one a point. */
    boolean isSeenFrom(int point, int newStamp) {
        if (stamp != newStamp) {
            stamp = newStamp;
            seen = side(point) > 0;
        }
        return seen;
    }

    boolean isGone() {
        return gone;
    }

    void remove() {
        gone = true;
    }

    /** Forgets its neighbours, which could not be collected otherwise. */
    void letGo() {
        Arrays.fill(across, this);
    }

    /** The number of the facet that it is part of, negative while it is not known. */
    int facet() {
        return facet;
    }

    void setFacet(int number) {
        facet = number;
    }

    /** Whether the triangle across an edge lies in the same plane. */
    boolean isCoplanar(int k) {
        Triangle other = across[k];
        return side(other.corner(other.edgeFrom(corner(k + 1)) + 2)) == 0;
    }
}
