package org.localmax.geometry;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.localmax.dynamics.Tokens;

/**
 * The hull by its definition, in exact decimal arithmetic: p and q are joined by an edge if every other token lies to
 * the left of pq, or on it between them. O(n^3).
 */
final class ExactHull {

    private ExactHull() {}

    /** The vertices counter-clockwise from the lowest of the leftmost. */
    static int[] vertices(Tokens x) {
        int[] points = distinct(x);
        TreeMap<Integer, Integer> edges = new TreeMap<>();
        for (int p : points) {
            for (int q : points) {
                if (p != q && Arrays.stream(points).allMatch(r -> r == p || r == q || supports(x, p, q, r))) {
                    edges.put(p, q);
                }
            }
        }
        int start = Arrays.stream(points)
                .boxed()
                .min(Comparator.<Integer>comparingDouble(i -> x.get(i, 0) + 0.0).thenComparing(i -> x.get(i, 1) + 0.0))
                .orElseThrow();
        if (edges.isEmpty()) {
            return new int[] {start};
        }
        return IntStream.iterate(start, edges::get).limit(edges.size()).toArray();
    }

    private static int[] distinct(Tokens x) {
        return IntStream.range(0, x.count())
                .filter(i -> IntStream.range(0, i).noneMatch(j -> x.coincide(i, j)))
                .toArray();
    }

    private static boolean supports(Tokens x, int p, int q, int r) {
        int side = cross(x, p, q, r).signum();
        return side > 0 || side == 0 && isBetween(x, p, q, r, 0) && isBetween(x, p, q, r, 1);
    }

    private static boolean isBetween(Tokens x, int p, int q, int r, int k) {
        return Math.min(x.get(p, k), x.get(q, k)) <= x.get(r, k) && x.get(r, k) <= Math.max(x.get(p, k), x.get(q, k));
    }

    /** The area of the polygon with these corners. */
    static double area(Tokens x, int[] ring) {
        BigDecimal twice = BigDecimal.ZERO;
        for (int v = 1; v < ring.length - 1; v++) {
            twice = twice.add(cross(x, ring[0], ring[v], ring[v + 1]));
        }
        return twice.divide(BigDecimal.TWO).doubleValue();
    }

    private static BigDecimal cross(Tokens x, int a, int b, int c) {
        return difference(x, b, a, 0)
                .multiply(difference(x, c, a, 1))
                .subtract(difference(x, b, a, 1).multiply(difference(x, c, a, 0)));
    }

    private static BigDecimal difference(Tokens x, int i, int j, int k) {
        return new BigDecimal(x.get(i, k)).subtract(new BigDecimal(x.get(j, k)));
    }
}
