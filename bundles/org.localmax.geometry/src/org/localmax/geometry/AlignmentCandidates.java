package org.localmax.geometry;

import java.util.Arrays;
import java.util.function.Consumer;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * The points that can be in the maximal alignment set of a polytope: those of its faces that are nearest to the origin in the
 * A-norm.
 *
 * <p>Where the faces are not known, sets of affinely independent vertices stand for them: the projections of the origin onto
 * their affine hulls that are combinations of all of them with positive weights. They are enough, since a point x of S in the
 * relative interior of a face F is by Caratheodory's theorem such a combination of affinely independent vertices of F, and
 * since &lt;Ax, y&gt; is constant on F it is A-orthogonal to their affine hull, which makes it the projection. There may be more
 * candidates than faces; the gap rules out those that are not in S.
 */
final class AlignmentCandidates {

    /** The most sets of vertices that are tried. */
    private static final double MOST_SETS = 1 << 20;

    private static final int SETS_A_CHECK = 1 << 12;

    /** A gap at one vertex may differ by rounding from that over all of them. */
    private static final double SAFETY = 2;

    private final Interaction interaction;
    private final Polytope polytope;
    private final int[] vertices;
    private final Tokens corners;
    /** In coordinates where the A-norm is Euclidean, of moderate size. */
    private final double[] mapped;

    private final int[] sorted;
    private final int[] positions;
    private final CancellationCheck wanted;
    private int seen;

    /**
     * The candidates of a polytope.
     *
     * @param corners its vertices, scaled to coordinates of moderate size
     */
    AlignmentCandidates(Interaction a, Polytope polytope, Tokens corners, CancellationCheck wanted) {
        interaction = a;
        this.polytope = polytope;
        this.corners = corners;
        this.wanted = wanted;
        vertices = polytope.vertices();
        double[] rows = InteractionNorm.of(a).toEuclidean(corners).rows();
        mapped = ExactScaling.times(rows, -ExactScaling.unitExponent(rows));
        Integer[] order = new Integer[vertices.length];
        Arrays.setAll(order, v -> v);
        Arrays.sort(order, (v, w) -> Integer.compare(vertices[v], vertices[w]));
        positions = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        sorted = Arrays.stream(positions).map(v -> vertices[v]).toArray();
    }

    /** Whether there are few enough sets of vertices to try them all. */
    boolean areFew() {
        int most = Math.min(vertices.length, corners.dimension() + 1);
        double sets = 1;
        double all = 0;
        for (int size = 1; size <= most; size++) {
            sets = sets * (vertices.length - size + 1) / size;
            all += sets;
        }
        return all <= MOST_SETS;
    }

    /**
     * Tells of all candidates, from the vertices to combinations of more and more of them, that may have a gap up to the
     * one allowed.
     *
     * @param complete whether of all of them, or of the vertices and the origin only
     */
    void forEach(boolean complete, double allowed, Consumer<AlignedPoint> told) {
        if (polytope.knowsFaces()) {
            for (Face face : polytope.faces()) {
                tell(nearest(positionsOf(face.vertices())), allowed, told);
            }
            return;
        }
        int[] all = new int[vertices.length];
        Arrays.setAll(all, v -> v);
        for (int v : all) {
            tell(new Combination(new int[] {v}, new double[] {1}), allowed, told);
        }
        if (polytope.contains(new double[corners.dimension()], 0)) {
            tell(nearest(all), allowed, told);
        }
        for (int size = 2; complete && size <= Math.min(vertices.length, corners.dimension() + 1); size++) {
            trySets(new int[size], 0, 0, allowed, told);
        }
    }

    private record Combination(int[] positions, double[] weights) {}

    private int[] positionsOf(int[] tokens) {
        return Arrays.stream(tokens)
                .map(token -> positions[Arrays.binarySearch(sorted, token)])
                .toArray();
    }

    private Combination nearest(int[] of) {
        int d = corners.dimension();
        double[] rows = new double[of.length * d];
        for (int m = 0; m < of.length; m++) {
            System.arraycopy(mapped, of[m] * d, rows, m * d, d);
        }
        MinimumNormPoint least = MinimumNormPoint.of(rows, d);
        return new Combination(Arrays.stream(least.corral()).map(m -> of[m]).toArray(), least.weights());
    }

    private void trySets(int[] set, int size, int from, double allowed, Consumer<AlignedPoint> told) {
        if (size == set.length) {
            double[] weights = AffineProjection.weights(mapped, corners.dimension(), set);
            if (Arrays.stream(weights).allMatch(weight -> weight > 0)) {
                tell(new Combination(set.clone(), weights), allowed, told);
            }
            return;
        }
        for (int v = from; v <= vertices.length - (set.length - size); v++) {
            set[size] = v;
            trySets(set, size + 1, v + 1, allowed, told);
        }
    }

    private void tell(Combination combination, double allowed, Consumer<AlignedPoint> told) {
        if (seen++ % SETS_A_CHECK == 0) {
            wanted.check();
        }
        double[] x = point(combination);
        if (polytope.knowsFaces() && isBetterNearby(x, combination.positions[0], SAFETY * allowed)) {
            return;
        }
        wanted.check();
        double gap = Math.max(0, MaximalAlignment.gap(interaction, corners, x));
        int[] tokens =
                Arrays.stream(combination.positions).map(v -> vertices[v]).toArray();
        told.accept(new AlignedPoint(x, gap, tokens));
    }

    private double[] point(Combination combination) {
        double[] x = new double[corners.dimension()];
        if (combination.positions.length > 1 && isOrigin(combination)) {
            return x;
        }
        for (int m = 0; m < combination.positions.length; m++) {
            for (int k = 0; k < x.length; k++) {
                x[k] = Math.fma(combination.weights[m], corners.get(combination.positions[m], k), x[k]);
            }
        }
        return x;
    }

    /** Whether a combination is the origin up to rounding. */
    private boolean isOrigin(Combination combination) {
        int d = corners.dimension();
        double[] sum = new double[d];
        double size = 0;
        for (int m = 0; m < combination.positions.length; m++) {
            int row = combination.positions[m] * d;
            for (int k = 0; k < d; k++) {
                sum[k] = Math.fma(combination.weights[m], mapped[row + k], sum[k]);
            }
            size = Math.max(size, Vectors.norm(mapped, row, d));
        }
        return Vectors.norm(sum, 0, d) <= 16 * Vectors.chainError(d + 4) * size;
    }

    /** Whether an edge leads from a vertex of the combination to one that is better aligned: most candidates end here. */
    private boolean isBetterNearby(double[] x, int position, double allowed) {
        double[] product = new double[x.length];
        interaction.apply(x, 0, product);
        for (int neighbour : positionsOf(polytope.neighbours(vertices[position]))) {
            double gain = 0;
            for (int k = 0; k < x.length; k++) {
                gain = Math.fma(product[k], corners.get(neighbour, k) - corners.get(position, k), gain);
            }
            if (gain > allowed) {
                return true;
            }
        }
        return false;
    }
}
