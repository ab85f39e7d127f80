package org.localmax.geometry;

/**
 * A face of a polytope: the points at which some linear function is largest, or the whole polytope.
 *
 * <p>It is the convex hull of its vertices; those of a polygon come in the order of its boundary, and if the polygon is a
 * facet in space, counter-clockwise as seen from outside.
 */
public final class Face {

    private final int dimension;
    private final int[] vertices;

    Face(int dimension, int... vertices) {
        this.dimension = dimension;
        this.vertices = vertices;
    }

    /** The dimension of its affine hull: 0 for a vertex, 1 for an edge, 2 for a polygon, 3 for a body. */
    public int dimension() {
        return dimension;
    }

    /** Its vertices as token numbers. A new array. */
    public int[] vertices() {
        return vertices.clone();
    }
}
