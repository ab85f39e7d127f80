package org.localmax.geometry;

/**
 * A point of a maximal alignment set.
 *
 * @param coordinates the point, d coordinates
 * @param gap by how much a vertex is better aligned with it than it is itself: max_v &lt;Ax, v&gt; - &lt;Ax, x&gt;, not
 *     negative, 0 up to the tolerance of the set
 * @param tokens vertices of which it is a combination with positive weights, as token numbers: one if it is a vertex, two if it
 *     lies inside an edge, more inside larger faces
 */
public record AlignedPoint(double[] coordinates, double gap, int[] tokens) {}
