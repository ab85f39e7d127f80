package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.localmax.analysis.Clusters;
import org.localmax.analysis.limits.Limits;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.plots.ColourScale;
import org.localmax.plots.Colouring;
import org.localmax.plots.Ink;
import org.localmax.plots.Mark;
import org.localmax.plots.Points;
import org.localmax.plots.Symbol;

/** Tokens themselves, and those of them that stand out. */
public final class TokenSymbols {

    private static final double LEADER = 11;
    private static final double AMBIGUOUS = 9;
    private static final int FEW = 200;
    private static final int MANY = 5_000;

    private TokenSymbols() {}

    /** Whether tokens are so few and large that they are drawn above the symbols of limits and leaders, which else would hide them. */
    public static boolean isAbove(Tokens tokens) {
        return tokens.count() <= FEW;
    }

    /** All alike. */
    public static List<Mark> alike(Tokens tokens, Projection projection) {
        return alike(tokens, projection, Ink.FOREGROUND);
    }

    /** The same in another colour. */
    public static List<Mark> alike(Tokens tokens, Projection projection, Ink ink) {
        return List.of(all("tokens", tokens, projection, new Colouring.Uniform(ink)));
    }

    /** Each in the colour of the cluster that it is in. */
    public static List<Mark> byCluster(Tokens tokens, Clusters clusters, Projection projection) {
        Colouring colouring = new Colouring.ByCategory(LimitColours.of(clusters));
        return List.of(all("tokens, by cluster", tokens, projection, colouring));
    }

    /** Each in the colour of the limit that it goes to. */
    public static List<Mark> byAttractor(Tokens tokens, Limits limits, Projection projection) {
        Colouring colouring = new Colouring.ByCategory(LimitColours.of(limits.clusters()));
        return List.of(all("tokens, by limit", tokens, projection, colouring));
    }

    /** S_1 and S_2. */
    public static List<Mark> bySets(Tokens tokens, Limits limits, Projection projection) {
        List<Mark> marks = new ArrayList<>();
        marks.addAll(some("S₁", tokens, limits::isInFirstSet, projection, Ink.category(0), Symbol.CIRCLE));
        marks.addAll(some("S₂", tokens, i -> !limits.isInFirstSet(i), projection, Ink.category(1), Symbol.TRIANGLE));
        return marks;
    }

    /** By |C_i| of the step that starts at the tokens. */
    public static List<Mark> byNeighbours(Step step, Projection projection) {
        double[] counts = Arrays.stream(step.counts()).asDoubleStream().toArray();
        Colouring colouring = new Colouring.ByValue(counts, ColourScale.around("|Cᵢ|", counts));
        return List.of(all("tokens", step.before().tokens(), projection, colouring));
    }

    /** Leaders, stars. */
    public static List<Mark> leaders(Tokens tokens, IntPredicate leads, Projection projection) {
        return some("leaders", tokens, leads, projection, Ink.FOREGROUND, Symbol.STAR, LEADER);
    }

    /** Tokens with an ambiguous decision in a step, rings; those with a consequential one apart. */
    public static List<Mark> ambiguous(Step step, Projection projection) {
        Tokens tokens = step.before().tokens();
        List<Mark> marks = new ArrayList<>(some(
                "ambiguous decisions",
                tokens,
                i -> step.ambiguous()[i] > step.consequential()[i] && step.consequential()[i] == 0,
                projection,
                Ink.FAINT,
                Symbol.RING,
                AMBIGUOUS));
        marks.addAll(some(
                "consequential decisions",
                tokens,
                i -> step.consequential()[i] > 0,
                projection,
                Ink.category(1),
                Symbol.RING,
                AMBIGUOUS));
        return marks;
    }

    private static Mark all(String label, Tokens tokens, Projection projection, Colouring colouring) {
        return new Points(
                label, projection.x(tokens), projection.y(tokens), colouring, Symbol.CIRCLE, size(tokens.count()));
    }

    private static List<Mark> some(
            String label, Tokens tokens, IntPredicate which, Projection projection, Ink ink, Symbol symbol) {
        return some(label, tokens, which, projection, ink, symbol, size(tokens.count()));
    }

    private static List<Mark> some(
            String label,
            Tokens tokens,
            IntPredicate which,
            Projection projection,
            Ink ink,
            Symbol symbol,
            double size) {
        int d = tokens.dimension();
        int[] found = IntStream.range(0, tokens.count()).filter(which).toArray();
        double[] x = Arrays.stream(found)
                .mapToDouble(i -> projection.x(tokens.rows(), i * d))
                .toArray();
        double[] y = Arrays.stream(found)
                .mapToDouble(i -> projection.y(tokens.rows(), i * d))
                .toArray();
        return found.length == 0
                ? List.of()
                : List.of(new Points(label, x, y, new Colouring.Uniform(ink), symbol, size));
    }

    /** The more tokens, the smaller. */
    private static double size(int count) {
        if (count <= FEW) {
            return 4.5;
        }
        return count <= MANY ? 2.5 : 1.2;
    }
}
