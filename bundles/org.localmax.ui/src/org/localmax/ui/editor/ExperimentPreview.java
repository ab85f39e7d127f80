package org.localmax.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.Rule;

/**
 * What can be said of an experiment without running it.
 *
 * @param problems what keeps it from being run
 * @param tokens its tokens, unless there is something wrong with them
 */
record ExperimentPreview(List<String> problems, Optional<Tokens> tokens) {

    /** @param copy a copy of the experiment that nobody else changes */
    static ExperimentPreview of(Experiment copy, Path folder) {
        List<String> problems = Planner.problems(copy, folder).stream()
                .map(Object::toString)
                .distinct()
                .toList();
        return new ExperimentPreview(problems, tokens(copy, folder));
    }

    /** The tokens, whatever else is wrong: planned with the simplest of rules. */
    private static Optional<Tokens> tokens(Experiment copy, Path folder) {
        if (copy.getTokens() == null) {
            return Optional.empty();
        }
        Experiment simple = ExperimentFiles.newExperiment("preview");
        simple.setAlpha("1");
        simple.setTokens(EcoreUtil.copy(copy.getTokens()));
        Rule rule = ExperimentFactory.eINSTANCE.createHardmaxRule();
        rule.setName("hardmax");
        simple.getRules().add(rule);
        try {
            return Optional.of(Planner.plan(simple, folder).getFirst().tokens());
        } catch (InvalidInputException _) {
            return Optional.empty();
        }
    }
}
