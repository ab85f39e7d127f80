package org.localmax.experiments.sweeps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.localmax.analysis.Observer;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.Problem;
import org.localmax.experiments.RunPlan;
import org.localmax.model.Experiment;
import org.localmax.model.Rule;

/**
 * The sweep of an experiment, read and found to be sound: each value of each axis was tried before anything runs.
 */
public final class Sweeps {

    /** So many values of an axis are tried, spread over all. */
    private static final int TRIED = 500;

    private final Experiment experiment;
    private final Path folder;
    private final SweepDesign design;
    private final Optional<PointFormula> condition;
    private final SweepColumns columns;

    private Sweeps(
            Experiment experiment,
            Path folder,
            SweepDesign design,
            Optional<PointFormula> condition,
            List<String> observables) {
        this.experiment = experiment;
        this.folder = folder;
        this.design = design;
        this.condition = condition;
        columns = new SweepColumns(design.axes().stream().map(SweepAxis::name).toList(), observables);
    }

    /** Whether an experiment has a sweep. */
    public static boolean has(Experiment experiment) {
        return experiment.getSweep() != null;
    }

    /**
     * The sweep of an experiment.
     *
     * @param folder what paths in it are relative to
     * @throws InvalidInputException naming every problem, by its axis, if there is any
     */
    public static Sweeps of(Experiment experiment, Path folder) throws InvalidInputException {
        return of(experiment, folder, Planner.problems(experiment, folder));
    }

    /**
     * The sweep of an experiment that has been planned.
     *
     * @param known what keeps the experiment itself from being run
     * @throws InvalidInputException naming these and every other problem, if there is any
     */
    public static Sweeps of(Experiment experiment, Path folder, List<Problem> known) throws InvalidInputException {
        List<Problem> problems = new ArrayList<>(known);
        SweepReader reader = new SweepReader(experiment, folder);
        Optional<SweepDesign> design = reader.design();
        Optional<PointFormula> condition = design.flatMap(reader::condition);
        problems.addAll(reader.problems());
        if (design.isEmpty() || !problems.isEmpty()) {
            throw new InvalidInputException(
                    problems.stream().map(Problem::toString).toList());
        }
        return new Sweeps(experiment, folder, design.get(), condition, tried(experiment, folder, design.get()));
    }

    /** What keeps the sweep of an experiment from being run; empty if nothing does. */
    public static List<Problem> problems(Experiment experiment, Path folder) {
        SweepReader reader = new SweepReader(experiment, folder);
        Optional<SweepDesign> design = reader.design();
        design.ifPresent(reader::condition);
        return List.copyOf(reader.problems());
    }

    /** What an axis of an experiment can vary, as its parameter is written: {@code alpha}, {@code tokens.count}, {@code strip.delta}. */
    public static List<String> parameters(Experiment experiment) {
        return ParameterPath.all(experiment);
    }

    /** Tries each axis while the others have the values of the first point; tells the columns of the observables. */
    private static List<String> tried(Experiment experiment, Path folder, SweepDesign design)
            throws InvalidInputException {
        PointPlans plans = new PointPlans(experiment, folder, design.axes());
        Set<String> observables = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        List<String> first = design.point(0);
        Set<List<String>> points = new LinkedHashSet<>(List.of(first));
        for (SweepAxis axis : design.axes()) {
            addPoints(points, first, design, axis);
        }
        for (List<String> point : points) {
            for (Rule rule : experiment.getRules()) {
                SweepRun run = SweepRun.of("", 0, 0, names(design), point, rule.getName(), 0, 1);
                try {
                    RunPlan plan = plans.of(run);
                    List<String> columns = Observer.columns(
                            plan.observables(), plan.formulas(), plan.tokens().dimension());
                    observables.addAll(columns.subList(1, columns.size()));
                } catch (InvalidInputException e) {
                    problems.add(changed(design, first, point) + e.getMessage());
                }
            }
            if (problems.size() >= 10) {
                break;
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(List.copyOf(new LinkedHashSet<>(problems)));
        }
        return List.copyOf(observables);
    }

    private static void addPoints(Set<List<String>> points, List<String> first, SweepDesign design, SweepAxis axis) {
        if (axis.values() instanceof SweepAxis.Values.Derived
                || axis.parameter().isEmpty()) {
            return;
        }
        int index = design.axes().indexOf(axis);
        int tried = Math.min(TRIED, axis.count());
        for (int k = 0; k < tried; k++) {
            List<String> point = new ArrayList<>(first);
            point.set(index, axis.value((int) ((long) k * (axis.count() - 1) / Math.max(1, tried - 1))));
            points.add(design.completed(point));
        }
    }

    /** Which axis a problem is due to. */
    private static String changed(SweepDesign design, List<String> first, List<String> point) {
        for (int a = 0; a < point.size(); a++) {
            if (!point.get(a).equals(first.get(a))) {
                return "axis \"" + design.axes().get(a).name() + "\" at " + point.get(a) + ": ";
            }
        }
        return "";
    }

    private static List<String> names(SweepDesign design) {
        return design.axes().stream().map(SweepAxis::name).toList();
    }

    /** The columns of the results. */
    public SweepColumns columns() {
        return columns;
    }

    /** The axes, in the order of their columns. */
    List<SweepAxis> axes() {
        return design.axes();
    }

    Experiment experiment() {
        return experiment;
    }

    Path folder() {
        return folder;
    }

    /** How many runs there are at most: as many as there are without a condition. */
    public long mostRuns() {
        return Math.multiplyExact(
                Math.multiplyExact(design.count(), (long) experiment.getRules().size()),
                (long) experiment.getSweep().getReplicates());
    }

    /** How often cells are halved at most, each time in a level of its own. */
    public int refinements() {
        return PhasePlane.isPlane(experiment) ? experiment.getSweep().getRefinements() : 0;
    }

    /** The runs, given the hash of the experiment with its files. */
    SweepPlan plan(String hash) {
        return new SweepPlan(
                hash,
                design,
                condition,
                experiment.getRules().stream().map(Rule::getName).toList(),
                experiment.getSweep().getReplicates(),
                new Seeds(
                        experiment.getName(),
                        experiment.getSweep().getSeed(),
                        experiment.getSweep().isSameSeeds()));
    }

    /** The axes in words. */
    @Override
    public String toString() {
        return design.axes().stream()
                .map(axis -> axis.name() + " (" + axis.count() + ")")
                .collect(Collectors.joining(" x "));
    }
}
