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
            case "hull_area" -> "hull area";
            case "width" -> "width of the hull";
            case "largest_norm" -> "largest norm";
            case "mean_neighbours" -> "mean number of neighbours";
            case "smallest_margin" -> "smallest margin";
            case "ambiguous" -> "ambiguous decisions";
            case "consequential" -> "consequential decisions";
            case "residual" -> "residual r(t)";
            default -> column.replace('_', ' ');
        };
    }
}
