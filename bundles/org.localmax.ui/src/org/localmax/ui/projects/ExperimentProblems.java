package org.localmax.ui.projects;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.localmax.experiments.Planner;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;

/** Finds what keeps an experiment file from being run. */
public final class ExperimentProblems {

    private ExperimentProblems() {}

    /** All problems of a file; one with a line if the file is damaged. */
    static List<ProblemMarkers.Entry> of(IFile file) {
        Path path = file.getLocation().toPath();
        try {
            Experiment experiment = ExperimentFiles.load(path);
            return Planner.problems(experiment, path.getParent()).stream()
                    .map(problem -> new ProblemMarkers.Entry(problem.place(), problem.message(), 0))
                    .toList();
        } catch (ExperimentFormatException e) {
            return List.of(damage(e));
        }
    }

    /** The damage that a reader reported. */
    public static ProblemMarkers.Entry damage(ExperimentFormatException failure) {
        return new ProblemMarkers.Entry("", failure.fault(), failure.line().orElse(0));
    }
}
