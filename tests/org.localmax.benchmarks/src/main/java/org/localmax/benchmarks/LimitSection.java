package org.localmax.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.localmax.solver.Algorithm;

/** The smallest and the largest: the time of a step of few tokens, the memory of one of many. */
final class LimitSection implements Section {

    private static final Target MILLISECONDS = Target.atMost(0.15, 0.4);
    private static final Target GIGABYTES = Target.atMost(3, 5);
    private static final StepCase SMALL = StepCase.hardmax(1000, 2);
    private static final StepCase LARGE = StepCase.localmax(0.01, 10_000_000, 2);

    private final OwnAlgorithms own;
    private final Rounds rounds;
    private final Progress progress;

    LimitSection(OwnAlgorithms own, Rounds rounds, Progress progress) {
        this.own = own;
        this.rounds = rounds;
        this.progress = progress;
    }

    @Override
    public String title() {
        return "Few tokens, many tokens";
    }

    @Override
    public String explanation() {
        return "Peak memory is what was resident at most (VmHWM) in a process of its own that takes two steps one after the"
                + " other.";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        MarkdownTable table = new MarkdownTable("what", "measured", "algorithm", "goal", "floor", "reached");
        String time = "time of " + SMALL + ", ms";
        if (selection.includes(time)) {
            progress.say(time);
            own.fastest(Problem.of(SMALL)).ifPresent(step -> {
                try (step) {
                    Sample sample = rounds.measure(List.of(step)).getFirst();
                    add(table, time, sample.toString(), step.algorithm(), MILLISECONDS, sample.median());
                }
            });
        }
        String memory = "memory of " + LARGE + ", GB";
        if (selection.includes(memory)) {
            progress.say(memory);
            own.fastest(Problem.of(StepCase.localmax(LARGE.parameter(), 100_000, LARGE.d())))
                    .ifPresent(step -> {
                        step.close();
                        addMemory(table, memory, step.algorithm());
                    });
        }
        return table;
    }

    private void addMemory(MarkdownTable table, String memory, String algorithm) {
        if (!OwnAlgorithms.suits(Algorithm.valueOf(algorithm.toUpperCase(Locale.ROOT)), LARGE)) {
            progress.say(LARGE + ": no algorithm is there");
            return;
        }
        try {
            double peak = PeakMemory.ofProcess(LARGE, algorithm);
            add(table, memory, Figures.of(peak), algorithm, GIGABYTES, peak);
        } catch (IOException e) {
            progress.say(memory + ": " + e.getMessage());
        }
    }

    private static void add(
            MarkdownTable table, String what, String measured, String algorithm, Target target, double value) {
        String goal = Figures.of(target.goal());
        table.add(what, measured, algorithm, goal, Figures.of(target.floor()), target.reachedBy(value));
    }
}
