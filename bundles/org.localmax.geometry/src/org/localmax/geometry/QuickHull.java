package org.localmax.geometry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.localmax.dynamics.CancellationCheck;

/**
 * The boundary of a hull in space as triangles, by quickhull (Barber, Dobkin and Huhdanpaa, ACM Transactions on Mathematical
 * Software 22, 1996) with an exact predicate: a point replaces the triangles that it sees strictly from outside. These form a
 * disc, since seen from the point they are the whole polytope, and none of the new triangles is degenerate, since a point is
 * not in line with the edge of a triangle that it sees. Triangles in one plane are left apart.
 */
final class QuickHull {

    private static final int NONE = -1;

    private final double[] x;
    private final CancellationCheck wanted;
    private final int[] nextBeyond;

    /** For each point the new triangle whose horizon edge starts there. */
    private final Triangle[] starting;

    private final ArrayDeque<Triangle> open = new ArrayDeque<>();
    private int looks;
    private int extensions;

    private QuickHull(double[] x, CancellationCheck wanted) {
        this.x = x;
        this.wanted = wanted;
        nextBeyond = new int[x.length / 3];
        starting = new Triangle[x.length / 3];
    }

    /**
     * The triangles.
     *
     * @param x n x 3 coordinates, row by row
     * @param points the points, as numbers of rows
     * @param simplex four of them that do not lie in one plane
     */
    static List<Triangle> of(double[] x, int[] points, int[] simplex, CancellationCheck wanted) {
        QuickHull hull = new QuickHull(x, wanted);
        Triangle[] sides = hull.tetrahedron(simplex);
        for (int point : points) {
            hull.assign(point, sides);
        }
        hull.open(sides);
        Triangle last = sides[0];
        while (!hull.open.isEmpty()) {
            Triangle triangle = hull.open.pop();
            if (!triangle.isGone()) {
                last = hull.extend(triangle);
            }
        }
        return connected(last);
    }

    private static List<Triangle> connected(Triangle start) {
        List<Triangle> all = new ArrayList<>();
        start.setFacet(0);
        all.add(start);
        for (int at = 0; at < all.size(); at++) {
            for (int k = 0; k < 3; k++) {
                Triangle neighbour = all.get(at).across(k);
                if (neighbour.facet() < 0) {
                    neighbour.setFacet(0);
                    all.add(neighbour);
                }
            }
        }
        return all;
    }

    private Triangle[] tetrahedron(int[] simplex) {
        boolean above = Orientation.side(x, simplex[0], simplex[1], simplex[2], simplex[3]) > 0;
        int a = simplex[0];
        int b = above ? simplex[2] : simplex[1];
        int c = above ? simplex[1] : simplex[2];
        int d = simplex[3]; // below abc
        Triangle[] sides = {
            new Triangle(x, a, b, c), new Triangle(x, b, a, d), new Triangle(x, c, b, d), new Triangle(x, a, c, d)
        };
        for (int k = 0; k < 3; k++) {
            sides[0].join(k, sides[k + 1], 0);
            sides[k + 1].join(2, sides[1 + (k + 1) % 3], 1);
        }
        return sides;
    }

    private void open(Triangle[] triangles) {
        for (Triangle triangle : triangles) {
            if (triangle.firstBeyond() != NONE) {
                open.push(triangle);
            }
        }
    }

    private void assign(int point, Triangle[] triangles) {
        InnerOctagon.checkNowAndThen(looks++, wanted);
        for (Triangle triangle : triangles) {
            if (triangle.side(point) > 0) {
                triangle.addBeyond(point, nextBeyond);
                return;
            }
        }
    }

    /** Makes the farthest point beyond a triangle a corner, and gives a triangle that it is a corner of. */
    private Triangle extend(Triangle triangle) {
        int apex = triangle.farthest();
        List<Triangle> seen = new ArrayList<>();
        List<Triangle> fan = new ArrayList<>();
        ArrayDeque<Triangle> toVisit = new ArrayDeque<>();
        int stamp = extensions++;
        triangle.isSeenFrom(apex, stamp);
        triangle.remove();
        toVisit.push(triangle);
        while (!toVisit.isEmpty()) {
            Triangle visited = toVisit.pop();
            seen.add(visited);
            for (int k = 0; k < 3; k++) {
                Triangle neighbour = visited.across(k);
                if (neighbour.isGone()) {
                    continue;
                }
                if (neighbour.isSeenFrom(apex, stamp)) {
                    neighbour.remove();
                    toVisit.push(neighbour);
                } else {
                    fan.add(raise(visited.corner(k), visited.corner(k + 1), apex, neighbour));
                }
            }
        }
        for (Triangle triangleAtApex : fan) {
            triangleAtApex.join(1, starting[triangleAtApex.corner(1)], 2);
        }
        Triangle[] raised = fan.toArray(Triangle[]::new);
        hand(seen, raised, apex);
        open(raised);
        return raised[0];
    }

    private Triangle raise(int from, int to, int apex, Triangle outer) {
        Triangle raised = new Triangle(x, from, to, apex);
        raised.join(0, outer, outer.edgeFrom(to));
        starting[from] = raised;
        return raised;
    }

    /** Hands the points beyond triangles that are gone to new ones, or drops those that are now inside. */
    private void hand(List<Triangle> seen, Triangle[] fan, int apex) {
        for (Triangle old : seen) {
            int point = old.firstBeyond();
            while (point != NONE) {
                int next = nextBeyond[point];
                if (point != apex) {
                    assign(point, fan);
                }
                point = next;
            }
            old.letGo();
        }
    }

    /**
     * Four points that do not lie in a plane, or as many as there are that span all of them: one, two on a line, three in a plane.
     * They are far apart where possible, so that few points are left outside.
     *
     * @param x n x 3 coordinates, row by row
     * @param points the points, as numbers of rows, no two of them coincident
     */
    static int[] simplex(double[] x, int[] points, CancellationCheck wanted) {
        int[] simplex = {points[0], NONE, NONE, NONE};
        for (int at : points) {
            simplex[0] = x[3 * at] < x[3 * simplex[0]] ? at : simplex[0];
        }
        for (int size = 1; size < 4; size++) {
            int next = farthestOutside(x, points, simplex, size, wanted);
            if (next == NONE) {
                return Arrays.copyOf(simplex, size);
            }
            simplex[size] = next;
        }
        return simplex;
    }

    private static int farthestOutside(double[] x, int[] points, int[] simplex, int size, CancellationCheck wanted) {
        int farthest = points[0];
        double largest = -1;
        for (int at = 0; at < points.length; at++) {
            InnerOctagon.checkNowAndThen(at, wanted);
            double extent = extent(x, simplex, size, points[at]);
            if (extent > largest) {
                largest = extent;
                farthest = points[at];
            }
        }
        if (isOutside(x, simplex, size, farthest)) {
            return farthest;
        }
        for (int at = 0; at < points.length; at++) {
            InnerOctagon.checkNowAndThen(at << 4, wanted);
            if (isOutside(x, simplex, size, points[at])) {
                return points[at];
            }
        }
        return NONE;
    }

    /** The length, area or volume of the simplex with one more point, up to a factor and rounding. */
    private static double extent(double[] x, int[] simplex, int size, int point) {
        int a = simplex[0];
        if (size == 3) {
            return Math.abs(new Triangle(x, a, simplex[1], simplex[2]).height(point));
        }
        double extent = 0;
        if (size == 1) {
            for (int k = 0; k < 3; k++) {
                extent += Math.abs(x[3 * point + k] - x[3 * a + k]);
            }
            return extent;
        }
        Triangle triangle = new Triangle(x, a, simplex[1], point);
        for (int k = 0; k < 3; k++) {
            extent += Math.abs(triangle.normal(k));
        }
        return extent;
    }

    private static boolean isOutside(double[] x, int[] simplex, int size, int point) {
        return switch (size) {
            case 1 -> point != simplex[0];
            case 2 -> !Orientation.areCollinear(x, simplex[0], simplex[1], point);
            default -> Orientation.side(x, simplex[0], simplex[1], simplex[2], point) != 0;
        };
    }
}
