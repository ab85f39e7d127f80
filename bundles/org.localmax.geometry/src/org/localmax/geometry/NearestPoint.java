package org.localmax.geometry;

/**
 * The point of a polytope nearest to a given one, and how far away it is.
 *
 * @param point its coordinates, d of them
 * @param distance the distance, in the norm that was asked for; 0 if the given point is in the polytope
 * @param error the distance is at most this much smaller, up to the rounding of inner products
 * @param tokens vertices of which the point is a combination with positive weights, as token numbers; empty if it is the given
 *     point itself
 */
public record NearestPoint(double[] point, double distance, double error, int[] tokens) {}
