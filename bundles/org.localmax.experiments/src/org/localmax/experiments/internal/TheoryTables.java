package org.localmax.experiments.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.localmax.analysis.NeighbourEdges;
import org.localmax.analysis.frankwolfe.EnergySeries;
import org.localmax.analysis.frankwolfe.VertexCells;
import org.localmax.analysis.limits.Leaders;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.TheoryCheck;

/** The tables of a check of the theory, as lines of CSV. */
public final class TheoryTables {

    private TheoryTables() {}

    /**
     * The limits as a table, a row a cluster: its number, the kind of its limit, S_1 or S_2, the number of its tokens, the gap, the
     * mean, under hardmax its leaders, each with the step from which on it leads, as {@code 6@1}, and the numbers of its tokens.
     */
    public static List<String> limits(TheoryCheck.Report report) {
        Limits limits = report.limits();
        int d = limits.means().dimension();
        List<String> rows = new ArrayList<>();
        rows.add("cluster,kind,set,tokens,gap,"
                + IntStream.rangeClosed(1, d).mapToObj(k -> "x" + k).collect(Collectors.joining(","))
                + ",leaders,members");
        for (int c = 0; c < limits.clusters().count(); c++) {
            int[] members = limits.clusters().members(c);
            rows.add(c + "," + limits.kind(c).text() + "," + (limits.isVertex(c) ? "S_1" : "S_2") + ","
                    + members.length + "," + limits.gap(c) + ","
                    + coordinates(limits.means().token(c), ",")
                    + ","
                    + report.leaders().map(leaders -> births(leaders, members)).orElse("")
                    + "," + Arrays.stream(members).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
        }
        return rows;
    }

    private static String births(Leaders leaders, int[] members) {
        return Arrays.stream(members)
                .filter(i -> leaders.since(i).isPresent())
                .mapToObj(i -> i + "@" + leaders.since(i).getAsLong())
                .collect(Collectors.joining(" "));
    }

    /**
     * The cells of the vertices of conv X(0), a row a vertex, counter-clockwise in the plane: the number of its token, whether it owns
     * its cell, and up to the plane the measure (the area) and the corners of the cell, which are separated by semicolons.
     */
    public static List<String> cells(VertexCells cells, int d, CancellationCheck wanted) {
        List<String> rows = new ArrayList<>();
        rows.add("vertex,owner,measure,corners");
        int[] vertices = cells.vertices();
        for (int v = 0; v < vertices.length; v++) {
            wanted.check();
            String polygon = d > 2
                    ? ","
                    : cells.measure(v) + ","
                            + cells.corners(v).stream()
                                    .map(corner -> coordinates(corner, " "))
                                    .collect(Collectors.joining(";"));
            rows.add(vertices[v] + "," + cells.isOwner(v) + "," + polygon);
        }
        return rows;
    }

    /**
     * The energies of F1 as lines of CSV, one a state: the step, the greatest J of a token and that token, what the theorem would have J at
     * most (empty at step 0, and where step sizes are not those of the theorem), and whether 0 is in conv X^t.
     */
    public static Stream<String> energies(EnergySeries energies) {
        return Stream.concat(
                Stream.of("step,energy,token,bound,origin_in_hull"),
                energies.points()
                        .map(point -> point.t() + "," + point.greatest() + "," + point.token() + ","
                                + (point.bound().isEmpty() ? "" : point.bound().getAsDouble()) + ","
                                + point.hasOrigin()));
    }

    /** Who attended to whom as lines of CSV, one an edge. */
    public static Stream<String> neighbours(NeighbourEdges neighbours) {
        return Stream.concat(
                Stream.of("step,i,j"), neighbours.edges().map(edge -> edge.t() + "," + edge.i() + "," + edge.j()));
    }

    private static String coordinates(double[] point, String separator) {
        return Arrays.stream(point).mapToObj(Double::toString).collect(Collectors.joining(separator));
    }

    /** The Lyapunov candidates as a table, a row a step; no rows where they were not computed. */
    public static List<String> candidates(TheoryCheck.Report report) {
        List<String> rows = new ArrayList<>();
        List<LyapunovCandidate> candidates = report.candidates();
        rows.add(Stream.concat(Stream.of("step"), candidates.stream().map(LyapunovCandidate::column))
                .collect(Collectors.joining(",")));
        int count = candidates.isEmpty() ? 0 : candidates.getFirst().values().length;
        for (int index = 0; index < count; index++) {
            StringJoiner row = new StringJoiner(",");
            row.add(Long.toString(candidates.getFirst().first() + index));
            for (LyapunovCandidate candidate : candidates) {
                row.add(Double.toString(candidate.values()[index]));
            }
            rows.add(row.toString());
        }
        return rows;
    }
}
