package org.localmax.ui.projects;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IFile;
import org.localmax.experiments.Planner;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;

/** Finds what keeps an experiment file from being run. */
public final class ExperimentProblems {

    private static final Pattern LINE = Pattern.compile(":(\\d+): (.*)", Pattern.DOTALL);

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
            return List.of(damage(path, e));
        }
    }

    /** The damage that a reader reported, without the name of the file. */
    public static ProblemMarkers.Entry damage(Path path, ExperimentFormatException failure) {
        String message = failure.getMessage();
        String rest = message.startsWith(path.toString())
                ? message.substring(path.toString().length())
                : ": " + message;
        Matcher matcher = LINE.matcher(rest);
        if (matcher.matches()) {
            return new ProblemMarkers.Entry("", matcher.group(2), Integer.parseInt(matcher.group(1)));
        }
        return new ProblemMarkers.Entry("", rest.replaceFirst("^: ", ""), 0);
    }
}
