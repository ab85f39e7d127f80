package org.localmax.analysis.frankwolfe;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * The two times of theorems 5.2 and 5.4 of arXiv 2508.09628 for softmax with A = I and constant gamma. T1 = floor(log(tau/m) /
 * log(1 - gamma)) is when the tokens that begin inside are near the vertices of their cells, with m = min_j |x_j - v_sigma(j)| over those,
 * tau = min(c_0 / (2 |v_i - v_j|), sqrt(2 c_0) / 2, (1 - gamma) m) and c_0 the alignment gap of the vertices. T2 is the first t at which
 * a token is farther than eps from its vertex after it has been within eps; eps is a quarter of the least distance of two vertices.
 */
public final class Plateau {

    private static final double QUARTER = 0.25;

    private final Tokens start;
    private final int[] targets;
    private final int[] interior;
    private final double eps;
    private final double tau;
    private final OptionalLong t1;
    private final boolean[] wasNear;
    private OptionalLong near = OptionalLong.empty();
    private OptionalLong t2 = OptionalLong.empty();
    private int leaver = -1;

    /**
     * The plateau of a configuration.
     *
     * @param cells those of its vertices, all of which own theirs
     * @param targets the vertex of each token; none is on a face
     * @param gamma the constant step size, below 1
     */
    public Plateau(VertexCells cells, int[] targets, Tokens start, double gamma) {
        this.start = start;
        this.targets = targets.clone();
        int[] vertices = cells.vertices();
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int v = 0; v < vertices.length; v++) {
            for (int w = 0; w < v; w++) {
                double apart = distance(start, vertices[v], vertices[w]);
                least = Math.min(least, apart);
                greatest = Math.max(greatest, apart);
            }
        }
        eps = QUARTER * least;
        interior = IntStream.range(0, start.count())
                .filter(i -> !start.coincide(i, targets[i]))
                .toArray();
        double m = Arrays.stream(interior)
                .mapToDouble(i -> distance(start, i, targets[i]))
                .min()
                .orElse(0);
        double c0 = cells.gap();
        tau = Math.min(Math.min(c0 / (2 * greatest), Math.sqrt(2 * c0) / 2), (1 - gamma) * m);
        t1 = interior.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.floor(StrictMath.log(tau / m) / StrictMath.log(1 - gamma)));
        wasNear = new boolean[start.count()];
        see(0, start);
    }

    private static double distance(Tokens x, int i, int j) {
        int d = x.dimension();
        return Vectors.distance(x.rows(), i * d, x.rows(), j * d, d);
    }

    /** Looks at X^t; states come in their order. */
    public void see(long t, Tokens x) {
        if (near.isEmpty() && Arrays.stream(interior).allMatch(i -> fromVertex(x, i) <= tau)) {
            near = OptionalLong.of(t);
        }
        for (int i = 0; t2.isEmpty() && i < targets.length; i++) {
            double away = fromVertex(x, i);
            if (wasNear[i] && away > eps) {
                t2 = OptionalLong.of(t);
                leaver = i;
            }
            wasNear[i] |= away <= eps;
        }
    }

    private double fromVertex(Tokens x, int i) {
        int d = x.dimension();
        return Vectors.distance(x.rows(), i * d, start.rows(), targets[i] * d, d);
    }

    /** T1; empty if every token begins at a vertex. */
    public OptionalLong t1() {
        return t1;
    }

    /** The first t at which all tokens that began inside were within tau of their vertices, if they were. */
    public OptionalLong near() {
        return near;
    }

    /** T2, if it has come. */
    public OptionalLong t2() {
        return t2;
    }

    /** The token that left its vertex at T2; -1 if none did. */
    public int leaver() {
        return leaver;
    }

    /** The distance tau of T1. */
    public double tau() {
        return tau;
    }

    /** The distance eps of T2. */
    public double eps() {
        return eps;
    }
}
