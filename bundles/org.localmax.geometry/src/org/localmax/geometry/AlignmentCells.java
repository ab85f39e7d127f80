package org.localmax.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * The cells C(v) = {x in K : &lt;Bx, v&gt; = max over y in K of &lt;Bx, y&gt;} of the vertices v of a polytope, B symmetric
 * positive definite (Alcalde, Geshkovski and Ruiz-Balet, arXiv 2508.09628): a token in the cell of v moves towards v under
 * Frank-Wolfe and hardmax dynamics.
 *
 * <p>They are convex, have disjoint interiors and cover K. Since |x - v|_B^2 - &lt;Bv, v&gt; is |x|_B^2 - 2 &lt;Bx, v&gt;, they
 * are the power diagram of the vertices with weights &lt;Bv, v&gt; in the B-norm. On the line and in the plane they are known by
 * their corners; in every dimension it is known which vertices own their cells, that is lie in them and in no other.
 */
public final class AlignmentCells {

    private static final double SAME_WEIGHT = 1e-12;

    private final Interaction interaction;
    private final Polytope polytope;
    private final int[] vertices;
    private final ExactScaling scaling;
    private final boolean[] isOwner;

    private AlignmentCells(Interaction interaction, Polytope polytope, CancellationCheck wanted) {
        this.interaction = interaction;
        this.polytope = polytope;
        vertices = polytope.vertices();
        scaling = ExactScaling.of(polytope.corners());
        isOwner = new boolean[vertices.length];
        for (int v = 0; v < vertices.length; v++) {
            wanted.check();
            isOwner[v] = isBestAligned(v);
        }
    }

    /** The cells of the vertices of a polytope. */
    public static AlignmentCells of(Interaction b, Polytope k) {
        return of(b, k, CancellationCheck.NONE);
    }

    /**
     * The same, unless it is cancelled.
     *
     * @throws IllegalArgumentException if B is not symmetric positive definite
     */
    public static AlignmentCells of(Interaction b, Polytope k, CancellationCheck wanted) {
        b.requireDimension(k.tokens().dimension());
        InteractionNorm.of(b);
        return new AlignmentCells(b, k, wanted);
    }

    /** A vertex is the only maximiser of &lt;Bv, y&gt; if it is better than those at the other ends of its edges. */
    private boolean isBestAligned(int position) {
        int vertex = vertices[position];
        int[] others = polytope.knowsFaces() ? polytope.neighbours(vertex) : vertices;
        return Arrays.stream(others)
                .filter(other -> other != vertex)
                .allMatch(other -> AlignmentGain.sign(interaction, polytope.tokens(), vertex, other) < 0);
    }

    /** The vertices that have cells, in the order of the polytope, as token numbers. A new array. */
    public int[] vertices() {
        return vertices.clone();
    }

    /**
     * Whether a vertex owns its cell: &lt;Bv, w - v&gt; &lt; 0 for every other vertex w, exactly for the stored coordinates. Only
     * then a token there is stationary.
     *
     * @param position which of the {@link #vertices}, from 0
     */
    public boolean isOwner(int position) {
        return isOwner[position];
    }

    /** Whether every vertex owns its cell, as theorem 4.2 of the paper assumes. */
    public boolean areAllOwned() {
        for (boolean owns : isOwner) {
            if (!owns) {
                return false;
            }
        }
        return true;
    }

    /** The weight &lt;Bv, v&gt; of a vertex in the power diagram. */
    public double weight(int position) {
        return scaling.unscaled(scaledWeight(position), 2);
    }

    private double scaledWeight(int position) {
        double[] v = scaling.tokens().token(position);
        return Vectors.dot(applied(v), 0, v, 0, v.length);
    }

    private double[] applied(double[] x) {
        double[] product = new double[x.length];
        interaction.apply(x, 0, product);
        return product;
    }

    /** Whether the cells are those of the Voronoi diagram in the B-norm: all weights are equal, to 12 digits. */
    public boolean isVoronoi() {
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int v = 0; v < vertices.length; v++) {
            least = Math.min(least, scaledWeight(v));
            greatest = Math.max(greatest, scaledWeight(v));
        }
        return greatest - least <= SAME_WEIGHT * greatest;
    }

    /**
     * The vertices whose cells a point of K is in, as token numbers: more than one on a common boundary.
     *
     * @param tolerance up to which scores count as equal, relative to |Bx| times the largest |v|
     */
    public int[] cellsOf(double[] point, double tolerance) {
        Polytope.requireDimension(polytope.tokens(), point);
        double[] direction = applied(point);
        double largest = polytope.corners().largestNorm();
        return polytope.supporting(direction, tolerance * Vectors.norm(direction, 0, point.length) * largest);
    }

    /**
     * The corners of a cell, one array a point: counter-clockwise in the plane, two ends on the line, fewer than that where the
     * cell has no interior, none if it is empty.
     *
     * @param position which of the {@link #vertices}, from 0
     * @throws UnsupportedOperationException if the dimension is more than 2
     */
    public List<double[]> corners(int position) {
        return scaledCorners(position).stream()
                .map(corner -> ExactScaling.times(corner, scaling.exponent()))
                .toList();
    }

    /**
     * The length of a cell on the line, its area in the plane.
     *
     * @throws UnsupportedOperationException if the dimension is more than 2
     */
    public double measure(int position) {
        List<double[]> corners = scaledCorners(position);
        int d = scaling.tokens().dimension();
        double measure = 0;
        if (d == 1 && corners.size() == 2) {
            measure = Math.abs(corners.getLast()[0] - corners.getFirst()[0]);
        } else if (d == 2) {
            for (int k = 1; k < corners.size() - 1; k++) {
                measure += area(corners.getFirst(), corners.get(k), corners.get(k + 1));
            }
        }
        return scaling.unscaled(measure, d);
    }

    private static double area(double[] a, double[] b, double[] c) {
        return ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2;
    }

    /** K clipped by the half-spaces of the edges at the vertex: Bx in its normal cone. */
    private List<double[]> scaledCorners(int position) {
        Tokens x = scaling.tokens();
        if (x.dimension() > 2) {
            throw new UnsupportedOperationException("the corners of cells in dimension " + x.dimension()
                    + " are not known; they are for dimensions up to 2");
        }
        List<double[]> ring = new ArrayList<>();
        for (int v = 0; v < x.count(); v++) {
            ring.add(x.token(v));
        }
        int before = (position + x.count() - 1) % x.count();
        int after = (position + 1) % x.count();
        return clip(clip(ring, inwards(position, before)), inwards(position, after));
    }

    private double[] inwards(int position, int other) {
        double[] difference = scaling.tokens().token(position);
        for (int k = 0; k < difference.length; k++) {
            difference[k] -= scaling.tokens().get(other, k);
        }
        return applied(difference);
    }

    /** The part of a convex ring where &lt;n, x&gt; is not negative (Sutherland and Hodgman, CACM 17, 1974). */
    private static List<double[]> clip(List<double[]> ring, double[] normal) {
        List<double[]> kept = new ArrayList<>();
        for (int k = 0; k < ring.size(); k++) {
            double[] a = ring.get(k);
            double[] b = ring.get((k + 1) % ring.size());
            double above = Vectors.dot(normal, 0, a, 0, a.length);
            double next = Vectors.dot(normal, 0, b, 0, b.length);
            if (above >= 0) {
                add(kept, a);
            }
            boolean isEdge = k + 1 < ring.size() || ring.size() > 2; // a segment has no way back
            if (isEdge && (above > 0 && next < 0 || above < 0 && next > 0)) {
                add(kept, between(a, b, above / (above - next)));
            }
        }
        if (kept.size() > 1 && Arrays.equals(kept.getFirst(), kept.getLast())) {
            kept.removeLast();
        }
        return kept;
    }

    private static void add(List<double[]> ring, double[] corner) {
        if (ring.isEmpty() || !Arrays.equals(ring.getLast(), corner)) {
            ring.add(corner);
        }
    }

    private static double[] between(double[] a, double[] b, double share) {
        double[] point = new double[a.length];
        for (int k = 0; k < point.length; k++) {
            point[k] = Math.fma(share, b[k], (1 - share) * a[k]);
        }
        return point;
    }
}
