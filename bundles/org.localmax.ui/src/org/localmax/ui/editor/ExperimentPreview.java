package org.localmax.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.model.Experiment;
import org.localmax.plots.Panel;
import org.localmax.ui.run.TokenPreview;

/**
 * What can be said of an experiment without running it.
 *
 * @param problems what keeps it from being run
 * @param tokens its tokens, unless there is something wrong with them
 * @param plane the same as a panel
 */
record ExperimentPreview(List<String> problems, Optional<Tokens> tokens, Optional<Panel> plane) {

    /** @param copy a copy of the experiment that nobody else changes */
    static ExperimentPreview of(Experiment copy, Path folder) {
        List<String> problems =
                Planner.problems(copy, folder).stream().map(Object::toString).toList();
        Optional<Tokens> tokens = tokens(copy, folder);
        return new ExperimentPreview(problems, tokens, tokens.map(TokenPreview::of));
    }

    private static Optional<Tokens> tokens(Experiment copy, Path folder) {
        try {
            return Optional.of(Planner.tokens(copy, folder));
        } catch (InvalidInputException _) {
            return Optional.empty();
        }
    }
}
