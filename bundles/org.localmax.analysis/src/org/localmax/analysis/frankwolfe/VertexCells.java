package org.localmax.analysis.frankwolfe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.AlignmentCells;
import org.localmax.geometry.Polytope;

/**
 * The cells of the vertices of conv X^0 as a run with a tie tolerance meets them: a vertex owns its cell firmly, and a token is off
 * the faces between cells, if no score comes within four times the tolerance of the best one.
 */
public final class VertexCells {

    private final Interaction b;
    private final Tokens start;
    private final AlignmentCells cells;
    private final int[] vertices;
    private final double[] gaps;
    private final double[] conditions;
    private final double relativeTolerance;
    private final CancellationCheck wanted;

    /**
     * The cells of a configuration.
     *
     * @param b B, symmetric positive definite
     * @param tieTolerance that of the run
     */
    public VertexCells(Interaction b, Tokens start, double tieTolerance, CancellationCheck wanted) {
        this.b = b;
        this.start = start;
        this.wanted = wanted;
        Polytope hull = Polytope.of(start, wanted);
        cells = AlignmentCells.of(b, hull, wanted);
        vertices = cells.vertices();
        relativeTolerance = 4 * tieTolerance + 64 * start.dimension() * Vectors.UNIT_ROUNDOFF;
        gaps = new double[vertices.length];
        conditions = new double[vertices.length];
        for (int v = 0; v < vertices.length; v++) {
            wanted.check();
            measure(v, hull.knowsFaces() ? hull.neighbours(vertices[v]) : vertices);
        }
    }

    /** On the way to a vertex that is not adjacent the ratios lie between those of adjacent ones. */
    private void measure(int position, int[] others) {
        int d = start.dimension();
        int v = vertices[position] * d;
        double[] query = query(vertices[position]);
        double own = Vectors.dot(query, 0, start.rows(), v, d);
        gaps[position] = Double.POSITIVE_INFINITY;
        for (int other : others) {
            if (other != vertices[position]) {
                double gap = own - Vectors.dot(query, 0, start.rows(), other * d, d);
                double away = Vectors.distance(start.rows(), v, start.rows(), other * d, d);
                gaps[position] = Math.min(gaps[position], gap);
                conditions[position] =
                        Math.max(conditions[position], gap > 0 ? Vectors.norm(query, 0, d) * away / gap : 0);
            }
        }
    }

    private double[] query(int token) {
        double[] query = new double[start.dimension()];
        b.apply(start.rows(), token * query.length, query);
        return query;
    }

    /** The vertices, as token numbers: a new array. */
    public int[] vertices() {
        return vertices.clone();
    }

    /** Whether the vertex at a position owns its cell, exactly for the stored coordinates. */
    public boolean isOwner(int position) {
        return cells.isOwner(position);
    }

    /** Whether it does by more than the tolerance. */
    public boolean isFirmOwner(int position) {
        double scale = Vectors.norm(query(vertices[position]), 0, start.dimension()) * start.largestNorm();
        return isOwner(position) && gaps[position] > relativeTolerance * scale;
    }

    /**
     * The corners of the cell of the vertex at a position, one array a point: counter-clockwise in the plane, two ends on the line.
     *
     * @throws UnsupportedOperationException if the dimension is more than 2
     */
    public List<double[]> corners(int position) {
        return cells.corners(position);
    }

    /**
     * The area of that cell in the plane, its length on the line.
     *
     * @throws UnsupportedOperationException if the dimension is more than 2
     */
    public double measure(int position) {
        return cells.measure(position);
    }

    /** The vertices that own their cells by more than the tolerance, as token numbers. */
    public int[] firmOwners() {
        return IntStream.range(0, vertices.length)
                .filter(this::isFirmOwner)
                .map(v -> vertices[v])
                .toArray();
    }

    /** The vertices that do not, as token numbers, ascending. */
    public int[] others() {
        return IntStream.range(0, vertices.length)
                .filter(v -> !isFirmOwner(v))
                .map(v -> vertices[v])
                .sorted()
                .toArray();
    }

    /** Whether the cells are those of the Voronoi diagram: all &lt;Bv, v&gt; are equal. */
    public boolean areVoronoi() {
        return cells.isVoronoi();
    }

    /** The alignment gap c_0: &lt;Bv, v&gt; is at least &lt;Bv, w&gt; + c_0 for all vertices; not positive if one does not own its cell. */
    public double gap() {
        return Arrays.stream(gaps).min().orElseThrow();
    }

    /** How far from its firm owner a point of K may be whose score ties with the owner's, in units of tol max_j |x_j|. */
    public double condition() {
        return IntStream.range(0, vertices.length)
                .filter(this::isFirmOwner)
                .mapToDouble(v -> conditions[v])
                .max()
                .orElse(0);
    }

    /** The vertex sigma(i) whose cell each token is in, as token numbers; -1 on a face, within the tolerance. */
    public int[] targets() {
        int[] targets = new int[start.count()];
        for (int i = 0; i < targets.length; i++) {
            wanted.check();
            int[] found = cells.cellsOf(start.token(i), relativeTolerance);
            targets[i] = found.length == 1 ? found[0] : -1;
        }
        return targets;
    }
}
