package org.localmax.ui.plots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The unbroken pieces of a series: where its values can be drawn on the axis. */
record SeriesRuns(List<Piece> pieces) {

    /** Consecutive drawable values. */
    record Piece(double[] steps, double[] values) {}

    /** Those of the values themselves: all that are finite. */
    static SeriesRuns of(StepSeries series) {
        return of(series.steps(), series.values());
    }

    /** Those of the decimal logarithms: of all values that are finite and positive. */
    static SeriesRuns ofLogarithms(StepSeries series) {
        return of(
                series.steps(),
                Arrays.stream(series.values())
                        .map(value -> value > 0 ? Math.log10(value) : Double.NaN)
                        .toArray());
    }

    private static SeriesRuns of(double[] steps, double[] values) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int k = 0; k <= values.length; k++) {
            boolean drawable = k < values.length && Double.isFinite(values[k]);
            if (!drawable) {
                if (k > start) {
                    pieces.add(new Piece(Arrays.copyOfRange(steps, start, k), Arrays.copyOfRange(values, start, k)));
                }
                start = k + 1;
            }
        }
        return new SeriesRuns(pieces);
    }

    /** How many values are drawn. */
    int count() {
        return pieces.stream().mapToInt(piece -> piece.steps().length).sum();
    }
}
