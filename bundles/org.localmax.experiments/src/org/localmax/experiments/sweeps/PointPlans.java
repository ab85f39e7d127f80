package org.localmax.experiments.sweeps;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunPlan;
import org.localmax.model.Experiment;
import org.localmax.model.GeneratedTokens;
import org.localmax.model.Rule;

/**
 * Makes the plans of the runs of a sweep: the experiment with the parameters of the point, one of its rules, and the seeds of the
 * replicate. Replicates differ in their tokens alone, unless the rule draws. For one thread.
 */
final class PointPlans {

    private static final String SEED = "seed";

    private final Experiment experiment;
    private final Path folder;
    private final List<SweepAxis> axes;
    private Optional<Known> last = Optional.empty();

    /** The plan of a run and what it was made of, for the next replicate. */
    private record Known(SweepRun run, Experiment experiment, RunPlan plan) {}

    /** @param folder what paths in the experiment are relative to */
    PointPlans(Experiment experiment, Path folder, List<SweepAxis> axes) {
        this.experiment = experiment;
        this.folder = folder;
        this.axes = axes;
    }

    /** The same for another thread, over a copy of the experiment of its own. */
    PointPlans over(Experiment copy) {
        return new PointPlans(copy, folder, axes);
    }

    /**
     * The plan of a run.
     *
     * @throws InvalidInputException naming what is wrong with the experiment at its point
     */
    RunPlan of(SweepRun run) throws InvalidInputException {
        Optional<Known> sibling = last.filter(known -> known.run().isReplicateOf(run) && !draws(known.experiment()));
        if (sibling.isPresent()) {
            Known known = sibling.get();
            sow(known.experiment(), run.seed());
            if (known.experiment().getTokens() instanceof GeneratedTokens
                    && !known.experiment().isExact()) {
                return known.plan()
                        .from(
                                Planner.tokens(known.experiment(), folder),
                                known.experiment().getTokens());
            }
            return known.plan();
        }
        Experiment one = at(run);
        RunPlan plan = Planner.plan(one, folder).getFirst();
        last = Optional.of(new Known(run, one, plan));
        return plan;
    }

    /** After how many seconds a run is stopped; 0 for never. */
    double secondsPerRun() {
        return experiment.getSweep().getSecondsPerRun();
    }

    /** Whether the rule draws from a seed of its own, or seeds matter beyond tokens in doubles. */
    private static boolean draws(Experiment one) {
        return one.isExact() || seed(one.getRules().getFirst()).isPresent();
    }

    /** The experiment of a run: one rule, no sweep. */
    Experiment at(SweepRun run) throws InvalidInputException {
        Experiment one = EcoreUtil.copy(experiment);
        one.setSweep(null);
        for (SweepAxis axis : axes) {
            String value = run.values().get(axis.name());
            try {
                axis.parameter().ifPresent(path -> path.set(one, axis.setting(value)));
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException("axis \"" + axis.name() + "\": " + e.getMessage());
            }
        }
        one.getRules().removeIf(rule -> !run.rule().equals(rule.getName()));
        sow(one, run.seed());
        return one;
    }

    /** Sets all seeds; an axis may vary one of them nevertheless. */
    private void sow(Experiment one, long seed) {
        if (one.getTokens() instanceof GeneratedTokens generated && !isVaried("tokens." + SEED)) {
            generated.setSeed(seed);
        }
        for (Rule rule : one.getRules()) {
            if (!isVaried(rule.getName() + "." + SEED) && !isVaried("rules." + SEED)) {
                seed(rule).ifPresent(feature -> rule.eSet(feature, seed));
            }
        }
    }

    private static Optional<EStructuralFeature> seed(Rule rule) {
        return Optional.ofNullable(rule.eClass().getEStructuralFeature(SEED));
    }

    private boolean isVaried(String path) {
        return axes.stream()
                .anyMatch(axis -> axis.parameter()
                        .filter(parameter -> parameter.toString().equals(path))
                        .isPresent());
    }
}
