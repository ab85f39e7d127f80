package org.localmax.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.localmax.dynamics.State;
import org.localmax.solver.Algorithm;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;

/** A process that takes two steps and then tells how much memory it had at most. */
public final class PeakMemory {

    private static final int STEPS = 2;

    private PeakMemory() {}

    /** @param arguments the text of a step, and the name of an algorithm */
    public static void main(String[] arguments) throws IOException {
        Problem problem = Problem.of(StepCase.parse(arguments[0]));
        Algorithm algorithm = Algorithm.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        try (Stepper stepper =
                Steppers.create(problem.dynamics(), OwnStep.usual().with(algorithm))) {
            State state = problem.start();
            for (int t = 0; t < STEPS; t++) {
                state = stepper.step(state, StepListener.NONE).after();
            }
        }
        System.out.println(resident(Files.readAllLines(Path.of("/proc/self/status"))));
    }

    /** The gigabytes that a status of Linux names as the most that were resident. */
    static double resident(List<String> status) {
        for (String line : status) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e9;
            }
        }
        throw new IllegalArgumentException("the status of the process has no line VmHWM");
    }

    /**
     * The gigabytes of a process of its own, with the flags of this one.
     *
     * @throws IOException if it fails
     */
    static double ofProcess(StepCase step, String algorithm) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), PeakMemory.class.getName(), step.toString(), algorithm));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the process that takes the step failed");
            }
            return Double.parseDouble(line);
        }
    }
}
