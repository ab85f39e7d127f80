package org.localmax.benchmarks;

import java.util.List;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.Steppers;

/** How much faster a step is on all processors than on one. */
final class ThreadSection implements Section {

    private static final List<StepCase> STEPS =
            List.of(StepCase.hardmax(5000, 8), StepCase.localmax(0.01, 5000, 8), StepCase.softmax(1, 5000, 8));

    private final OwnAlgorithms own;
    private final Rounds rounds;
    private final Progress progress;

    ThreadSection(OwnAlgorithms own, Rounds rounds, Progress progress) {
        this.own = own;
        this.rounds = rounds;
        this.progress = progress;
    }

    @Override
    public String title() {
        return "The gain by threads";
    }

    @Override
    public String explanation() {
        return "Milliseconds of one step by the automatic choice of the algorithm, on one thread and on "
                + Steppers.availableThreads() + ".";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        MarkdownTable table = new MarkdownTable("step", "1 thread", "all threads", "ratio");
        for (StepCase step : STEPS) {
            String name = "threads on " + step;
            if (selection.includes(name)) {
                progress.say(name);
                Problem problem = Problem.of(step);
                own.prepare(problem, SolverOptions.of(1))
                        .ifPresent(single -> own.prepare(problem, OwnStep.usual())
                                .ifPresent(all -> {
                                    try (single;
                                            all) {
                                        List<Sample> samples = rounds.measure(List.of(single, all));
                                        table.add(
                                                step.toString(),
                                                samples.getFirst().toString(),
                                                samples.getLast().toString(),
                                                samples.getFirst()
                                                        .over(samples.getLast())
                                                        .toString());
                                    }
                                }));
            }
        }
        return table;
    }
}
