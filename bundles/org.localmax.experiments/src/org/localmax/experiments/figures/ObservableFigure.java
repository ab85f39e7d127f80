package org.localmax.experiments.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.ObservableTable;
import org.localmax.experiments.RecordedRun;
import org.localmax.plots.Figure;
import org.localmax.plots.Panel;
import org.localmax.plots.figures.ObservablePanel;

/** Columns of observables.csv over t, one panel each. */
final class ObservableFigure {

    private static final int MOST = 4;

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("mean_neighbours", "mean |Cᵢ|"),
            Map.entry("hull_area", "area of conv X"),
            Map.entry("hull_volume", "volume of conv X"),
            Map.entry("largest_norm", "max |xᵢ|"),
            Map.entry("residual", "residual r"),
            Map.entry("diameter", "diam X"),
            Map.entry("ambiguous", "ambiguous decisions"),
            Map.entry("consequential", "consequential decisions"),
            Map.entry("hull_vertices", "vertices of conv X"));

    private ObservableFigure() {}

    static Figure of(RecordedRun run, FigureRequest request) throws DataException, InvalidInputException {
        ObservableTable table = run.capsule().observables();
        List<ObservableTable.Column> chosen = request.observables().isEmpty()
                ? table.columns().stream()
                        .filter(ObservableFigure::isThere)
                        .limit(MOST)
                        .toList()
                : chosen(run, table, request.observables());
        if (chosen.isEmpty()) {
            throw new InvalidInputException(run.capsule().folder()
                    + ": no observable was recorded; expected some, as a run with --observables default has them");
        }
        List<Panel> panels = new ArrayList<>();
        for (ObservableTable.Column column : chosen) {
            panels.add(ObservablePanel.of(symbol(column.name()), table.steps(), column.values()));
        }
        String caption = RunCaption.join(RunCaption.over(run), RunCaption.settled(run), RunCaption.decisions(run));
        return new Figure("", panels, panels.size() == 1 ? 1 : 2, caption);
    }

    private static boolean isThere(ObservableTable.Column column) {
        for (double value : column.values()) {
            if (Double.isFinite(value)) {
                return true;
            }
        }
        return false;
    }

    private static List<ObservableTable.Column> chosen(RecordedRun run, ObservableTable table, List<String> names)
            throws InvalidInputException {
        if (names.size() > MOST) {
            throw new InvalidInputException(
                    "a figure has at most " + MOST + " observables, not " + names.size() + "; expected fewer");
        }
        List<ObservableTable.Column> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(table.columns().stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(run.capsule().folder() + ": there is no observable "
                            + name + "; expected some of "
                            + table.columns().stream()
                                    .map(ObservableTable.Column::name)
                                    .toList())));
        }
        return chosen;
    }

    private static String symbol(String column) {
        return SYMBOLS.getOrDefault(column, column.replace('_', ' '));
    }
}
