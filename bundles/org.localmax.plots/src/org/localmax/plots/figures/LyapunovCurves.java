package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.plots.Axis;
import org.localmax.plots.Colouring;
import org.localmax.plots.Curve;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.Points;
import org.localmax.plots.Symbol;

/** Functions that might never increase over t, each as a share of its first value, with a symbol where one increases. */
public final class LyapunovCurves {

    /** Colour and dash of a candidate are those of its place here, whichever others there are. */
    private static final List<String> COLUMNS = List.of(
            "adjoint",
            "truncated",
            "all_pairs",
            "neighbours",
            "negative_energy",
            "diameter",
            "perimeter",
            "largest_norm",
            "area",
            "width");

    private static final List<Symbol> SYMBOLS =
            List.of(Symbol.CIRCLE, Symbol.SQUARE, Symbol.DIAMOND, Symbol.STAR, Symbol.CROSS, Symbol.RING);

    /** Each curve has about so many symbols, none where another one has its own, so that curves on each other are seen. */
    private static final int SYMBOLS_A_CURVE = 4;

    private static final double SYMBOL_SIZE = 4.5;

    /** Of more increases of one candidate some are marked, evenly chosen. */
    public static final int MOST_INCREASES = 40;

    private LyapunovCurves() {}

    /**
     * The curves.
     *
     * @param candidates at least one
     * @param rounding an increase of less, as a share of the greatest value, is the work of rounding
     */
    public static Panel of(List<LyapunovCandidate> candidates, double rounding) {
        List<Mark> marks = new ArrayList<>();
        List<Mark> symbols = new ArrayList<>();
        for (int c = 0; c < candidates.size(); c++) {
            LyapunovCandidate candidate = candidates.get(c);
            double[] values = candidate.values();
            double[] steps = new double[values.length];
            double[] shares = new double[values.length];
            double unit = values[0] == 0 ? 1 : Math.abs(values[0]);
            for (int k = 0; k < values.length; k++) {
                steps[k] = candidate.first() + k;
                shares[k] = values[k] / unit;
            }
            int category = category(candidate);
            marks.add(Curve.of(symbols(candidate), steps, shares, Line.category(category)));
            marks.add(places(candidate, steps, shares, c, candidates.size()));
            increases(candidate, steps, shares, rounding, category, symbols);
        }
        marks.addAll(symbols);
        return new Panel("", Axis.whole("t"), Axis.linear("share of the first value"), false, marks);
    }

    private static int category(LyapunovCandidate candidate) {
        int known = COLUMNS.indexOf(candidate.column());
        return known < 0 ? COLUMNS.size() : known;
    }

    /** Symbols on a curve, which begin later for each. */
    private static Mark places(LyapunovCandidate candidate, double[] steps, double[] shares, int number, int count) {
        int category = category(candidate);
        double distance = Math.max(1, (double) steps.length / SYMBOLS_A_CURVE);
        List<Integer> found = new ArrayList<>();
        for (double at = distance * (number + 0.5) / count; at < steps.length; at += distance) {
            found.add((int) at);
        }
        return new Points(
                symbols(candidate),
                found.stream().mapToDouble(k -> steps[k]).toArray(),
                found.stream().mapToDouble(k -> shares[k]).toArray(),
                new Colouring.Uniform(Ink.category(category)),
                SYMBOLS.get(category % SYMBOLS.size()),
                SYMBOL_SIZE);
    }

    /** The name of a candidate with the symbols of the papers. */
    private static String symbols(LyapunovCandidate candidate) {
        return switch (candidate.column()) {
            case "adjoint" -> "V, adjoint";
            case "truncated" -> "Σ min(|xᵢ − xⱼ|², δ²)";
            case "all_pairs" -> "Σ |xᵢ − xⱼ|²";
            case "neighbours" -> "Σ |xᵢ − xⱼ|², j in Cᵢ";
            case "negative_energy" -> "−Σ ⟨Axᵢ, xᵢ⟩";
            case "largest_norm" -> "max |xᵢ|";
            default -> candidate.name().replace(" of the hull", "");
        };
    }

    private static void increases(
            LyapunovCandidate candidate,
            double[] steps,
            double[] shares,
            double rounding,
            int category,
            List<Mark> symbols) {
        double greatest = 0;
        for (double share : shares) {
            greatest = Math.max(greatest, Math.abs(share));
        }
        List<Integer> found = new ArrayList<>();
        for (int k = 0; k + 1 < shares.length; k++) {
            if (candidate.increases() > 0 && shares[k + 1] - shares[k] > rounding * greatest) {
                found.add(k + 1);
            }
        }
        int stride = Math.ceilDiv(found.size(), MOST_INCREASES);
        List<Integer> shown = IntStream.range(0, found.size())
                .filter(k -> k % Math.max(1, stride) == 0)
                .mapToObj(found::get)
                .toList();
        if (!found.isEmpty()) {
            symbols.add(new Points(
                    symbols.isEmpty() ? "increases" : "",
                    shown.stream().mapToDouble(k -> steps[k]).toArray(),
                    shown.stream().mapToDouble(k -> shares[k]).toArray(),
                    new Colouring.Uniform(Ink.category(category)),
                    Symbol.TRIANGLE,
                    5));
        }
    }
}
