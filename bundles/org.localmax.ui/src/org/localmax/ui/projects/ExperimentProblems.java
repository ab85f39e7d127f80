package org.localmax.ui.projects;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.experiments.Planner;
import org.localmax.experiments.Problem;
import org.localmax.experiments.sweeps.Sweeps;
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
            List<Problem> problems = new ArrayList<>(Planner.problems(experiment, path.getParent()));
            if (Sweeps.has(experiment)) {
                problems.addAll(Sweeps.problems(experiment, path.getParent()));
            }
            return problems.stream()
                    .map(problem -> entry(experiment, path.getParent(), problem))
                    .toList();
        } catch (ExperimentFormatException e) {
            return List.of(damage(e));
        }
    }

    /** Files are named as the experiment does, so that lines stay short. */
    private static ProblemMarkers.Entry entry(Experiment experiment, Path folder, Problem problem) {
        EStructuralFeature feature = problem.feature();
        return new ProblemMarkers.Entry(
                problem.place(),
                problem.message().replace(folder + File.separator, ""),
                0,
                EcoreUtil.getRelativeURIFragmentPath(experiment, problem.element()),
                feature == null ? "" : feature.getName());
    }

    /** The damage that a reader reported. */
    public static ProblemMarkers.Entry damage(ExperimentFormatException failure) {
        return new ProblemMarkers.Entry("", failure.fault(), failure.line().orElse(0), "", "");
    }
}
