package org.localmax.analysis.monitors;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.localmax.analysis.frankwolfe.VertexCells;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * F2: a vertex of conv X(0) that owns its cell is stationary. Its mean is its own point to the last bit, until followers come within the
 * tie tolerance: each of these is nearer than tol R times the {@linkplain VertexCells#condition condition} of the cells, and pulls it no
 * farther than that.
 */
final class OwnerMonitor implements Monitor {

    private static final int MOST_NAMED = 8;

    private final Excess excess = new Excess(Statement.OWNERS);
    private final VertexCells cells;
    private final Tokens start;
    private final int[] owners;
    private final double allowed;

    OwnerMonitor(VertexCells cells, Tokens start, double tieTolerance) {
        this.cells = cells;
        this.start = start;
        owners = cells.firmOwners();
        allowed = ofTies(cells, start, tieTolerance);
    }

    /** How far followers within the tie tolerance may pull the owners of cells. */
    static double ofTies(VertexCells cells, Tokens start, double tieTolerance) {
        return (64 * Vectors.UNIT_ROUNDOFF + 2 * start.count() * tieTolerance * cells.condition())
                * start.largestNorm();
    }

    @Override
    public Statement statement() {
        return Statement.OWNERS;
    }

    @Override
    public void see(Step step) {
        double[] after = step.after().tokens().rows();
        int d = start.dimension();
        double farthest = 0;
        int[] token = {};
        for (int owner : owners) {
            double moved = Vectors.distance(after, owner * d, start.rows(), owner * d, d);
            token = moved > farthest ? new int[] {owner} : token;
            farthest = Math.max(farthest, moved);
        }
        excess.add(step.before().t(), farthest, allowed, token);
    }

    @Override
    public Finding finding() {
        int[] vertices = cells.vertices();
        String who = owners.length + " of " + vertices.length + " vertices own their cells"
                + named(vertices, v -> !cells.isOwner(v), " do not")
                + named(vertices, v -> cells.isOwner(v) && !cells.isFirmOwner(v), " do by no more than the tolerance")
                + "; the cells are " + (cells.areVoronoi() ? "" : "not ") + "those of the Voronoi diagram; ";
        return excess.finding(who + "no owner moved", who + "an owner moved");
    }

    /** For example ", tokens [3, 5] do not". */
    private static String named(int[] vertices, IntPredicate wanted, String what) {
        int[] tokens = IntStream.range(0, vertices.length)
                .filter(wanted)
                .map(v -> vertices[v])
                .sorted()
                .toArray();
        int[] first = Arrays.copyOf(tokens, Math.min(tokens.length, MOST_NAMED));
        String others = tokens.length > first.length ? " and " + (tokens.length - first.length) + " more" : "";
        return tokens.length == 0 ? "" : ", tokens " + Arrays.toString(first) + others + what;
    }
}
