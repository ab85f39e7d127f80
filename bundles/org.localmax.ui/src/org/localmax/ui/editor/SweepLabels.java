package org.localmax.ui.editor;

import java.util.Map;
import org.eclipse.emf.ecore.EAttribute;
import org.localmax.model.ExperimentPackage.Literals;

/** What the fields of a sweep are called. */
final class SweepLabels {

    private static final Map<EAttribute, String> LABELS = Map.ofEntries(
            Map.entry(Literals.SWEEP__DESIGN, Texts.design),
            Map.entry(Literals.SWEEP__POINTS, Texts.points),
            Map.entry(Literals.SWEEP__REPLICATES, Texts.replicates),
            Map.entry(Literals.SWEEP__SEED, Texts.seed),
            Map.entry(Literals.SWEEP__SAME_SEEDS, Texts.sameSeeds),
            Map.entry(Literals.SWEEP__CONDITION, Texts.condition),
            Map.entry(Literals.SWEEP__SECONDS_PER_RUN, Texts.secondsPerRun),
            Map.entry(Literals.SWEEP__TRAJECTORIES, Texts.trajectories),
            Map.entry(Literals.SWEEP__REFINEMENTS, Texts.refinements),
            Map.entry(Literals.SWEEP__REFINE, Texts.refine),
            Map.entry(Literals.SWEEP__REFINE_ABOVE, Texts.refineAbove));

    private SweepLabels() {}

    static String of(EAttribute attribute) {
        return LABELS.get(attribute);
    }
}
