package org.localmax.experiments.sweeps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.localmax.data.DataException;
import org.localmax.data.TextTable;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Problem;
import org.localmax.model.Axis;
import org.localmax.model.ColumnAxis;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentPackage;
import org.localmax.model.FormulaAxis;
import org.localmax.model.ListAxis;
import org.localmax.model.RangeAxis;
import org.localmax.model.Sweep;

/** Reads the sweep of an experiment, and in doing so finds all that is wrong with it, named by the axis. */
final class SweepReader {

    private static final ExperimentPackage MODEL = ExperimentPackage.eINSTANCE;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final int MOST_REFINEMENTS = 10;
    private static final int MOST_REPLICATES = 10_000_000;

    private final Experiment experiment;
    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();

    /** @param folder what paths in the experiment are relative to */
    SweepReader(Experiment experiment, Path folder) {
        this.experiment = experiment;
        this.folder = folder;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The axes and their points; empty, with the problems noted, if they cannot be read. */
    Optional<SweepDesign> design() {
        Sweep sweep = experiment.getSweep();
        List<SweepAxis> axes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Axis axis : sweep.getAxes()) {
            read(axis, null, label(axis), () -> axis(axis, axes, names)).ifPresent(axes::add);
        }
        read(sweep, MODEL.getSweep_Replicates(), "sweep", () -> {
            require(
                    sweep.getReplicates() >= 1 && sweep.getReplicates() <= MOST_REPLICATES,
                    "replicates is " + sweep.getReplicates() + "; expected 1.." + MOST_REPLICATES);
            return true;
        });
        read(sweep, MODEL.getSweep_Refinements(), "sweep", () -> {
            require(
                    sweep.getRefinements() >= 0 && sweep.getRefinements() <= MOST_REFINEMENTS,
                    "refinements is " + sweep.getRefinements() + "; expected 0.." + MOST_REFINEMENTS);
            require(
                    sweep.getRefinements() == 0 || PhasePlane.isPlane(experiment),
                    "cells are refined in the plane of two ranges; expected two axes of that kind, and all combinations");
            return true;
        });
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return read(sweep, null, "sweep", () -> new SweepDesign(axes, sampling(sweep)));
    }

    private SweepAxis axis(Axis axis, List<SweepAxis> before, Set<String> names) throws InvalidInputException {
        String name = axis.getName();
        require(
                name != null && NAME.matcher(name).matches(),
                "the name is '" + name + "'; expected letters, digits and underscores, a letter first");
        require(!SweepColumns.isTaken(name), "the name is that of a column of the results; expected another");
        require(names.add(name), "the name is used twice; expected each axis to have its own");
        Optional<ParameterPath> parameter = Optional.ofNullable(axis.getParameter())
                .filter(text -> !text.isBlank())
                .map(ParameterPath::parse);
        if (parameter.isPresent()) {
            parameter.get().requireIn(experiment);
            for (SweepAxis other : before) {
                require(
                        !other.parameter().equals(parameter),
                        "varies '" + parameter.get() + "' as the axis '" + other.name()
                                + "' does; expected another parameter");
            }
        }
        String pattern = axis.getPattern() == null ? SweepAxis.VALUE : axis.getPattern();
        require(
                pattern.contains(SweepAxis.VALUE),
                "the pattern '" + pattern + "' does not use the value; expected one with {}");
        return new SweepAxis(name, parameter, pattern, values(axis, before));
    }

    private SweepAxis.Values values(Axis axis, List<SweepAxis> before) throws InvalidInputException {
        return switch (axis) {
            case ListAxis list -> listed(list);
            case RangeAxis range -> between(range);
            case FormulaAxis formula ->
                new SweepAxis.Values.Derived(new PointFormula(
                        formula.getFormula(),
                        before.stream().map(SweepAxis::name).toList()));
            case ColumnAxis column -> column(column);
            default ->
                throw new IllegalStateException(
                        "no reading for " + axis.eClass().getName());
        };
    }

    private static SweepAxis.Values listed(ListAxis list) {
        String text = list.getValues() == null ? "" : list.getValues().strip();
        require(!text.isEmpty(), "has no values; expected some, separated by blanks");
        return new SweepAxis.Values.Listed(List.of(text.split("\\s+")));
    }

    private static SweepAxis.Values between(RangeAxis range) {
        require(
                Double.isFinite(range.getFrom()) && Double.isFinite(range.getTo()),
                "goes from " + range.getFrom() + " to " + range.getTo() + "; expected finite numbers");
        require(
                range.getCount() >= 1,
                "count is " + range.getCount() + ", so that the range is empty; expected at least 1");
        require(
                range.getCount() == 1 || range.getFrom() < range.getTo(),
                "goes from " + range.getFrom() + " to " + range.getTo()
                        + ", which is empty; expected the lesser number first");
        require(
                !range.isLogarithmic() || range.getFrom() > 0,
                "is logarithmic from " + range.getFrom() + "; expected a number greater than 0");
        return new SweepAxis.Values.Between(range.getFrom(), range.getTo(), range.getCount(), range.isLogarithmic());
    }

    private SweepAxis.Values column(ColumnAxis column) throws InvalidInputException {
        require(
                column.getPath() != null && !column.getPath().isBlank(),
                "has no path; expected that of a CSV file with a header");
        String name = column.getColumn() == null ? column.getName() : column.getColumn();
        try {
            List<String> texts =
                    TextTable.read(folder.resolve(column.getPath())).column(name);
            require(!texts.isEmpty(), "has no rows in " + column.getPath() + "; expected some");
            return new SweepAxis.Values.Column(column.getPath(), texts);
        } catch (DataException e) {
            throw new InvalidInputException(e.getMessage());
        }
    }

    private SweepDesign.Sampling sampling(Sweep sweep) {
        return switch (sweep.getDesign()) {
            case FACTORIAL -> new SweepDesign.Sampling.Factorial();
            case LATIN_HYPERCUBE -> new SweepDesign.Sampling.LatinHypercube(points(sweep), sweep.getSeed());
            case SOBOL -> new SweepDesign.Sampling.Sobol(points(sweep));
        };
    }

    private static int points(Sweep sweep) {
        require(
                sweep.getPoints() >= 1 && sweep.getPoints() <= SweepDesign.MOST_POINTS,
                "points is " + sweep.getPoints() + "; expected 1.." + SweepDesign.MOST_POINTS);
        return sweep.getPoints();
    }

    /** Which points are run; empty if all are. */
    Optional<PointFormula> condition(SweepDesign design) {
        String text = experiment.getSweep().getCondition();
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return read(
                experiment.getSweep(),
                MODEL.getSweep_Condition(),
                "sweep, condition",
                () -> new PointFormula(
                        text, design.axes().stream().map(SweepAxis::name).toList()));
    }

    static String label(Axis axis) {
        return "axis \"" + axis.getName() + "\"";
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** What is read from an element. */
    private interface Reading<T> {
        T get() throws InvalidInputException;
    }

    private <T> Optional<T> read(EObject element, EStructuralFeature feature, String place, Reading<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException | ArithmeticException | InvalidInputException e) {
            problems.add(new Problem(element, feature, place, e.getMessage()));
            return Optional.empty();
        }
    }
}
