package org.localmax.plots.figures;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.Limits;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.MaximalAlignment;
import org.localmax.plots.Colouring;
import org.localmax.plots.Ink;
import org.localmax.plots.Mark;
import org.localmax.plots.Points;
import org.localmax.plots.Symbol;

/** What the limits of a run are: vertices of K, points of S(K), limits outside S(K). */
public final class LimitSymbols {

    private static final double VERTEX = 8;
    private static final double ALIGNED = 7.5;
    private static final double OUTSIDE = 9;

    private LimitSymbols() {}

    /** The vertices of K, squares. */
    public static List<Mark> vertices(Limits limits, Projection projection) {
        return some("vertices of K", limits, limits::isVertex, projection, Ink.category(0), Symbol.SQUARE, VERTEX);
    }

    /** The points of S(K), diamonds. */
    public static List<Mark> aligned(MaximalAlignment set, Projection projection) {
        double[][] points =
                set.points().stream().map(point -> point.coordinates()).toArray(double[][]::new);
        return points.length == 0
                ? List.of()
                : List.of(points("S(K)", Tokens.of(points), projection, Ink.category(4), Symbol.DIAMOND, ALIGNED));
    }

    /** Limits outside S(K), crosses. */
    public static List<Mark> outside(Limits limits, Projection projection) {
        return some(
                "limits outside S(K)",
                limits,
                cluster -> limits.kind(cluster) == LimitKind.OUTSIDE_S,
                projection,
                Ink.category(1),
                Symbol.CROSS,
                OUTSIDE);
    }

    private static List<Mark> some(
            String label,
            Limits limits,
            IntPredicate which,
            Projection projection,
            Ink ink,
            Symbol symbol,
            double size) {
        double[][] found = IntStream.range(0, limits.clusters().count())
                .filter(which)
                .mapToObj(limits.means()::token)
                .toArray(double[][]::new);
        return found.length == 0 ? List.of() : List.of(points(label, Tokens.of(found), projection, ink, symbol, size));
    }

    private static Points points(
            String label, Tokens tokens, Projection projection, Ink ink, Symbol symbol, double size) {
        return new Points(label, projection.x(tokens), projection.y(tokens), new Colouring.Uniform(ink), symbol, size);
    }
}
