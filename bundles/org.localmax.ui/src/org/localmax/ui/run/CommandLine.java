package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.localmax.data.ShellWord;
import org.localmax.experiments.figures.FigureKind;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.ShownPlane;
import org.localmax.experiments.figures.ShownStep.At;
import org.localmax.experiments.figures.TokenLayer;

/** What the window does, as a line for a terminal. */
public final class CommandLine {

    private static final String PROGRAM = "localmax ";

    private CommandLine() {}

    /** Runs an experiment into a folder beside which the terminal is. */
    public static String run(Path experiment) {
        String file = experiment.getFileName().toString();
        String name = file.substring(0, file.lastIndexOf('.'));
        return PROGRAM + "run " + ShellWord.of(experiment) + " --output " + ShellWord.of(Path.of(name));
    }

    /** Draws a figure of a run. */
    static String plot(Path capsule, FigureKind kind, FigureRequest request) {
        String layers = request.layers().stream().sorted().map(TokenLayer::text).collect(Collectors.joining(","));
        String tokens = request.tokens().stream().map(String::valueOf).collect(Collectors.joining(","));
        return PROGRAM + "plot " + ShellWord.of(capsule)
                + " --figure " + kind.text()
                + (request.step() instanceof At at ? " --step " + at.t() : "")
                + " --layers " + (layers.isEmpty() ? "none" : layers)
                + " --colour " + request.colours().text()
                + projection(request.plane())
                + (tokens.isEmpty() ? "" : " --tokens " + tokens);
    }

    private static String projection(ShownPlane plane) {
        return plane instanceof ShownPlane.Natural ? "" : " --projection '" + plane.text() + "'";
    }
}
