package org.localmax.ui.fixes;

import java.util.List;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentPackage.Literals;

/** For an experiment without a step size, or with several of them. */
final class StepSizeFixes {

    private static final List<EStructuralFeature> ALL = List.of(
            Literals.EXPERIMENT__ALPHA,
            Literals.EXPERIMENT__GAMMA,
            Literals.EXPERIMENT__TIME_STEP,
            Literals.EXPERIMENT__ALPHA_MATRIX,
            Literals.EXPERIMENT__GAMMA_MATRIX);

    private static final String USUAL = "1";

    private StepSizeFixes() {}

    static List<Fix> of(MarkedProblem problem) {
        Experiment experiment = problem.experiment();
        List<EStructuralFeature> given =
                ALL.stream().filter(feature -> experiment.eGet(feature) != null).toList();
        boolean isTheFault = problem.feature().filter(ALL::contains).isPresent();
        if (problem.element() != experiment || !isTheFault || given.size() == 1) {
            return List.of();
        }
        return given.isEmpty()
                ? List.of(Fix.Edit.set(
                        Texts.name(Texts.setTo, Literals.EXPERIMENT__ALPHA.getName(), USUAL),
                        problem,
                        experiment,
                        Literals.EXPERIMENT__ALPHA,
                        USUAL))
                : given.stream().map(kept -> keep(kept, given)).toList();
    }

    private static Fix keep(EStructuralFeature kept, List<EStructuralFeature> given) {
        return new Fix.Edit(
                Texts.name(Texts.keepOnly, kept.getName()),
                "",
                Literals.EXPERIMENT,
                experiment -> given.stream().filter(other -> other != kept).forEach(experiment::eUnset));
    }
}
