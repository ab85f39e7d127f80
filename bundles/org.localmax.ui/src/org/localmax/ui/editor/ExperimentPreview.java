package org.localmax.ui.editor;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.Problem;
import org.localmax.experiments.sweeps.Sweeps;
import org.localmax.model.Experiment;
import org.localmax.plots.Panel;
import org.localmax.ui.run.TokenPreview;

/**
 * What can be said of an experiment without running it.
 *
 * @param problems what keeps it from being run
 * @param tokens its tokens, unless there is something wrong with them
 * @param plane the same as a panel, if they are in the plane or on a line
 * @param runs how many runs a sweep has, in words; empty without one
 */
record ExperimentPreview(List<Problem> problems, Optional<Tokens> tokens, Optional<Panel> plane, String runs) {

    private static final int PLANE = 2;

    /** Before the first look. */
    static final ExperimentPreview NONE = new ExperimentPreview(List.of(), Optional.empty(), Optional.empty(), "");

    /** @param copy a copy of the experiment that nobody else changes */
    static ExperimentPreview of(Experiment copy, Path folder) {
        List<Problem> problems = Planner.problems(copy, folder);
        Optional<Tokens> tokens = tokens(copy, folder);
        return new ExperimentPreview(
                problems,
                tokens,
                tokens.filter(found -> found.dimension() <= PLANE).map(TokenPreview::of),
                runs(copy, folder, problems));
    }

    private static String runs(Experiment copy, Path folder, List<Problem> problems) {
        if (!Sweeps.has(copy)) {
            return "";
        }
        try {
            Sweeps sweeps = Sweeps.of(copy, folder, problems);
            String runs = NumberFormat.getIntegerInstance(Locale.ROOT).format(sweeps.mostRuns());
            return Texts.name(copy.getSweep().getCondition() == null ? Texts.runs : Texts.atMostRuns, runs, sweeps);
        } catch (InvalidInputException e) {
            return Texts.name(Texts.noRuns, e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static Optional<Tokens> tokens(Experiment copy, Path folder) {
        try {
            return Optional.of(Planner.tokens(copy, folder));
        } catch (InvalidInputException _) {
            return Optional.empty();
        }
    }
}
