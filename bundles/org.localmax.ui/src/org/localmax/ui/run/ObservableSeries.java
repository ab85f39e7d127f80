package org.localmax.ui.run;

import java.util.List;
import org.localmax.experiments.ObservableTable;
import org.localmax.ui.plots.StepSeries;

/** The observables of a run as they are plotted. */
final class ObservableSeries {

    private ObservableSeries() {}

    static List<StepSeries> of(ObservableTable table) {
        return table.columns().stream()
                .map(column -> new StepSeries(
                        column.name(),
                        label(column.name()),
                        table.steps(),
                        column.values(),
                        isLogarithmic(column.name())))
                .toList();
    }

    private static boolean isLogarithmic(String column) {
        return column.equals("residual") || column.equals("smallest_margin");
    }

    private static String label(String column) {
        return switch (column) {
            case "hull_area" -> Texts.hullArea;
            case "width" -> Texts.hullWidth;
            case "largest_norm" -> Texts.largestNorm;
            case "mean_neighbours" -> Texts.meanNeighbours;
            case "smallest_margin" -> Texts.smallestMargin;
            case "ambiguous" -> Texts.ambiguousDecisions;
            case "consequential" -> Texts.consequentialDecisions;
            case "residual" -> Texts.residual;
            default -> column.replace('_', ' ');
        };
    }
}
