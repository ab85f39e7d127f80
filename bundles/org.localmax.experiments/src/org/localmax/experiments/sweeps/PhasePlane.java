package org.localmax.experiments.sweeps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.data.DataException;
import org.localmax.data.Numbers;
import org.localmax.data.ResultFile;
import org.localmax.data.TextTable;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.model.Axis;
import org.localmax.model.ColumnAxis;
import org.localmax.model.Design;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.FormulaAxis;
import org.localmax.model.RangeAxis;

/**
 * The plane of the two ranges of a sweep, cut into cells. Level 0 is the sweep itself; where neighbours differ, cells are quartered, and the
 * points of the quarters are the sweep of the next level, a folder {@code levels/N} of the same kind. So each level has an immutable plan.
 */
public final class PhasePlane {

    /** The cells: which runs stand for them, and what these came to. */
    public static final String FILE = "cells.csv";

    private static final String LEVELS = "levels";

    private final SweepFolder root;
    private final Experiment experiment;
    private final RangeAxis horizontal;
    private final RangeAxis vertical;

    private PhasePlane(SweepFolder root, Experiment experiment, RangeAxis horizontal, RangeAxis vertical) {
        this.root = root;
        this.experiment = experiment;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** The plane of a sweep; empty if it has other axes than two ranges and what follows from them. */
    public static Optional<PhasePlane> of(SweepFolder root) throws DataException, InvalidInputException {
        Experiment experiment = root.experiment();
        List<RangeAxis> ranges = ranges(experiment);
        return isPlane(experiment)
                ? Optional.of(new PhasePlane(root, experiment, ranges.get(0), ranges.get(1)))
                : Optional.empty();
    }

    private static List<RangeAxis> ranges(Experiment experiment) {
        return experiment.getSweep().getAxes().stream()
                .filter(RangeAxis.class::isInstance)
                .map(RangeAxis.class::cast)
                .toList();
    }

    /** Whether the sweep of an experiment goes over all combinations of two ranges. */
    static boolean isPlane(Experiment experiment) {
        boolean hasOthers = experiment.getSweep().getAxes().stream()
                .anyMatch(axis -> !(axis instanceof RangeAxis) && !(axis instanceof FormulaAxis));
        return experiment.getSweep().getDesign() == Design.FACTORIAL
                && !hasOthers
                && ranges(experiment).size() == 2;
    }

    private static PhaseScale scale(RangeAxis axis) {
        return axis.isLogarithmic() ? PhaseScale.LOGARITHMIC : PhaseScale.LINEAR;
    }

    /**
     * The sweep that is to be run next: the last level begun that is not complete, or the one after it; empty if there is nothing to
     * halve any more.
     *
     * @throws DataException if results cannot be read or written
     */
    public Optional<SweepFolder> next(CancellationCheck wanted) throws DataException, InvalidInputException {
        List<SweepFolder> levels = levels();
        SweepFolder last = levels.getLast();
        if (levels.size() > 1 && !SweepResults.missing(last, wanted).isEmpty()) {
            return Optional.of(last);
        }
        if (levels.size() > experiment.getSweep().getRefinements()) {
            return Optional.empty();
        }
        List<PhaseCell> halved = halved(valued(levels, wanted), levels.size() - 1);
        return halved.isEmpty() ? Optional.empty() : Optional.of(create(levels.size(), halved, wanted));
    }

    /** The levels that are there. */
    private List<SweepFolder> levels() throws DataException {
        List<SweepFolder> levels = new ArrayList<>(List.of(root));
        while (SweepFolder.isSweep(level(levels.size()))) {
            levels.add(SweepFolder.open(level(levels.size())));
        }
        return levels;
    }

    private Path level(int number) {
        return root.folder().resolve(LEVELS).resolve(Integer.toString(number));
    }

    /** The quarters of the cells of the last level that differ from a neighbour, of any level. */
    private List<PhaseCell> halved(List<Valued> cells, int level) {
        double above = experiment.getSweep().getRefineAbove();
        List<PhaseCell> quarters = new ArrayList<>();
        for (Valued cell : cells) {
            boolean isAtBoundary = cell.cell().level() == level
                    && cells.stream()
                            .anyMatch(other -> other.rule().equals(cell.rule())
                                    && Math.abs(other.value() - cell.value()) > above
                                    && other.cell().touches(cell.cell()));
            boolean isNew = quarters.stream()
                    .noneMatch(quarter -> quarter.left() == cell.cell().left()
                            && quarter.bottom() == cell.cell().bottom());
            if (isAtBoundary && isNew) {
                quarters.addAll(cell.cell().quarters(scale(horizontal), scale(vertical), quarters.size()));
            }
        }
        return quarters;
    }

    private SweepFolder create(int level, List<PhaseCell> cells, CancellationCheck wanted)
            throws DataException, InvalidInputException {
        String points = LEVELS + "/" + level + ".csv";
        List<String> lines = new ArrayList<>();
        lines.add(TextTable.line(List.of(horizontal.getName(), vertical.getName(), "left", "right", "bottom", "top")));
        for (PhaseCell cell : cells) {
            lines.add(TextTable.line(List.of(
                    SweepAxis.text(cell.x()),
                    SweepAxis.text(cell.y()),
                    Double.toString(cell.left()),
                    Double.toString(cell.right()),
                    Double.toString(cell.bottom()),
                    Double.toString(cell.top()))));
        }
        Path file = root.folder().resolve(points);
        try (ResultFile result = ResultFile.stage(file, true)) {
            Files.write(result.path(), lines);
            result.publish();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
        Experiment next = EcoreUtil.copy(experiment);
        next.getSweep().setRefinements(0);
        next.getSweep().setCondition(null);
        List<Axis> axes = next.getSweep().getAxes();
        for (int a = 0; a < axes.size(); a++) {
            if (axes.get(a) instanceof RangeAxis range) {
                axes.set(a, column(range, points));
            }
        }
        // shards may get here at once
        return SweepFolder.share(Sweeps.of(next, root.folder()), level(level), root.parts(), wanted);
    }

    private static ColumnAxis column(RangeAxis range, String points) {
        ColumnAxis column = ExperimentFactory.eINSTANCE.createColumnAxis();
        column.setName(range.getName());
        column.setParameter(range.getParameter());
        column.setPattern(range.getPattern());
        column.setPath(points);
        return column;
    }

    /** A cell and what the runs of a rule came to at its point. */
    private record Valued(PhaseCell cell, String rule, String folder, RunGroup group, double value) {}

    /** All cells of the levels that are complete, with their runs; those that were halved are left out. */
    private List<Valued> valued(List<SweepFolder> levels, CancellationCheck wanted) throws DataException {
        List<Valued> all = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            SweepFolder folder = levels.get(level);
            if (level > 0 && !SweepResults.missing(folder, wanted).isEmpty()) {
                break;
            }
            List<PhaseCell> cells = cells(level);
            if (level > 0) {
                all.removeIf(old -> cells.stream().anyMatch(quarter -> isWithin(quarter, old.cell())));
            }
            String name = level == 0 ? "." : LEVELS + "/" + level;
            SweepStatistics.groups(folder, wanted, group -> {
                PhaseCell cell = cells.get(Integer.parseInt(group.point()));
                double value = group.statistics(experiment.getSweep().getRefine())
                        .map(statistics -> statistics.mean())
                        .orElse(Double.NaN);
                all.add(new Valued(cell, group.common().getLast(), name, group, value));
            });
        }
        return all;
    }

    private static boolean isWithin(PhaseCell quarter, PhaseCell cell) {
        return cell.left() <= quarter.left()
                && quarter.right() <= cell.right()
                && cell.bottom() <= quarter.bottom()
                && quarter.top() <= cell.top();
    }

    /** The cells of a level by the numbers of their points. */
    private List<PhaseCell> cells(int level) throws DataException {
        return level == 0 ? grid() : read(level);
    }

    /** As the first axis varies slowest. */
    private List<PhaseCell> grid() {
        double[] x = values(horizontal);
        double[] y = values(vertical);
        double[] across = scale(horizontal).edges(x);
        double[] along = scale(vertical).edges(y);
        List<PhaseCell> cells = new ArrayList<>();
        for (int column = 0; column < x.length; column++) {
            for (int row = 0; row < y.length; row++) {
                cells.add(new PhaseCell(
                        0,
                        cells.size(),
                        x[column],
                        y[row],
                        across[column],
                        across[column + 1],
                        along[row],
                        along[row + 1]));
            }
        }
        return cells;
    }

    private static double[] values(RangeAxis axis) {
        SweepAxis range = new SweepAxis(
                axis.getName(),
                Optional.empty(),
                SweepAxis.VALUE,
                new SweepAxis.Values.Between(axis.getFrom(), axis.getTo(), axis.getCount(), axis.isLogarithmic()));
        double[] values = new double[range.count()];
        for (int k = 0; k < values.length; k++) {
            values[k] = Numbers.parse(range.value(k));
        }
        return values;
    }

    private List<PhaseCell> read(int level) throws DataException {
        TextTable table = TextTable.read(root.folder().resolve(LEVELS).resolve(level + ".csv"));
        List<PhaseCell> cells = new ArrayList<>();
        for (List<String> row : table.rows()) {
            double[] numbers = row.stream().mapToDouble(Numbers::parse).toArray();
            cells.add(new PhaseCell(
                    level, cells.size(), numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]));
        }
        return cells;
    }

    /**
     * Writes the cells of all complete levels beside the results: a row for each cell and rule.
     *
     * @return the table
     */
    public Path write(CancellationCheck wanted) throws DataException {
        List<String> lines = new ArrayList<>();
        lines.add(TextTable.line(List.of(
                "level",
                horizontal.getName(),
                vertical.getName(),
                "left",
                "right",
                "bottom",
                "top",
                SweepColumns.RULE,
                "runs",
                "failed",
                experiment.getSweep().getRefine() + "_mean",
                "folder",
                "numbers")));
        for (Valued cell : valued(levels(), wanted)) {
            lines.add(TextTable.line(row(cell)));
        }
        Path file = root.folder().resolve(FILE);
        try (ResultFile result = ResultFile.stage(file, true)) {
            Files.write(result.path(), lines);
            result.publish();
            return file;
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    private static List<String> row(Valued valued) {
        PhaseCell cell = valued.cell();
        return List.of(
                Integer.toString(cell.level()),
                SweepAxis.text(cell.x()),
                SweepAxis.text(cell.y()),
                Double.toString(cell.left()),
                Double.toString(cell.right()),
                Double.toString(cell.bottom()),
                Double.toString(cell.top()),
                valued.rule(),
                Integer.toString(valued.group().count()),
                Integer.toString(valued.group().count() - valued.group().count(Outcome.DONE)),
                Double.isNaN(valued.value()) ? "" : Double.toString(valued.value()),
                valued.folder(),
                valued.group().numbers());
    }
}
