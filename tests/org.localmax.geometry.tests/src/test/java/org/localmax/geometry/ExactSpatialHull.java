package org.localmax.geometry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.localmax.dynamics.Tokens;

/**
 * The hull in space by its definition, in exact decimal arithmetic: a plane through three points holds a facet if no others
 * lie on both sides of it, and the facet is the hull in the plane of the points there. O(n^4).
 */
final class ExactSpatialHull {

    private final Tokens x;
    private final int[] points;
    private final Set<List<Integer>> facets = new HashSet<>();
    private final Set<Integer> vertices = new TreeSet<>();
    private int affineDimension;
    private BigDecimal sixVolumes = BigDecimal.ZERO;

    ExactSpatialHull(Tokens x) {
        this.x = x;
        points = IntStream.range(0, x.count())
                .filter(i -> IntStream.range(0, i).noneMatch(j -> x.coincide(i, j)))
                .toArray();
        for (int a : points) {
            for (int b : points) {
                for (int c : points) {
                    if (a < b && b < c && !isOnLine(a, b, c)) {
                        affineDimension = Math.max(affineDimension, 2);
                        examine(a, b, c);
                    }
                }
            }
        }
        if (affineDimension == 0) {
            affineDimension = Math.min(points.length - 1, 1);
            ends();
        }
    }

    private void ends() {
        for (int drop = 0; drop < 3; drop++) {
            int[] two = ExactHull.vertices(shadow(points, drop));
            if (two.length == 2 || points.length == 1) {
                Arrays.stream(two).forEach(v -> vertices.add(points[v]));
                return;
            }
        }
    }

    private void examine(int a, int b, int c) {
        int[] signs =
                Arrays.stream(points).map(p -> determinant(a, b, c, p).signum()).toArray();
        boolean above = Arrays.stream(signs).anyMatch(s -> s > 0);
        boolean below = Arrays.stream(signs).anyMatch(s -> s < 0);
        if (above || below) {
            affineDimension = 3;
        }
        if (above && below) {
            return;
        }
        int[] inPlane = IntStream.range(0, points.length)
                .filter(i -> signs[i] == 0)
                .map(i -> points[i])
                .toArray();
        int drop = 0;
        while (cross(a, b, c, drop).signum() == 0) {
            drop++;
        }
        int[] ring = Arrays.stream(ExactHull.vertices(shadow(inPlane, drop)))
                .map(v -> inPlane[v])
                .toArray();
        List<Integer> facet =
                new ArrayList<>(Arrays.stream(ring).boxed().sorted().toList());
        vertices.addAll(facet);
        if (facets.add(facet)) {
            for (int k = 1; k < ring.length - 1; k++) {
                sixVolumes = sixVolumes.add(
                        determinant(ring[0], ring[k], ring[k + 1], points[0]).abs());
            }
        }
    }

    private Tokens shadow(int[] of, int drop) {
        return Tokens.of(Arrays.stream(of)
                .mapToObj(i -> new double[] {x.get(i, (drop + 1) % 3), x.get(i, (drop + 2) % 3)})
                .toArray(double[][]::new));
    }

    private boolean isOnLine(int a, int b, int c) {
        return IntStream.range(0, 3).allMatch(k -> cross(a, b, c, k).signum() == 0);
    }

    private BigDecimal cross(int a, int b, int c, int k) {
        int l = (k + 1) % 3;
        int m = (k + 2) % 3;
        return difference(b, a, l)
                .multiply(difference(c, a, m))
                .subtract(difference(b, a, m).multiply(difference(c, a, l)));
    }

    private BigDecimal determinant(int a, int b, int c, int p) {
        return IntStream.range(0, 3)
                .mapToObj(k -> cross(a, b, c, k).multiply(difference(p, a, k)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal difference(int i, int j, int k) {
        return new BigDecimal(x.get(i, k)).subtract(new BigDecimal(x.get(j, k)));
    }

    int affineDimension() {
        return affineDimension;
    }

    int[] vertices() {
        return vertices.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Each by its vertices in ascending order. */
    Set<List<Integer>> facets() {
        return Collections.unmodifiableSet(facets);
    }

    /** The volume as that of the tetrahedra from the first token, which is in the hull, to the facets. */
    double volume() {
        return sixVolumes.divide(BigDecimal.valueOf(6), MathContext.DECIMAL64).doubleValue();
    }
}
