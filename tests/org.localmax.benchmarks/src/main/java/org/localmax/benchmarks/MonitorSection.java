package org.localmax.benchmarks;

import java.util.List;

/** What it costs to watch a run. */
final class MonitorSection implements Section {

    private static final Target RATIO = Target.atMost(2, 3);
    private static final List<StepCase> CASES =
            List.of(StepCase.hardmax(1000, 2), StepCase.localmax(0.01, 1000, 2), StepCase.softmax(1, 1000, 2));

    private final Rounds rounds;
    private final Progress progress;

    MonitorSection(Rounds rounds, Progress progress) {
        this.rounds = rounds;
        this.progress = progress;
    }

    @Override
    public String title() {
        return "A run under the monitors";
    }

    @Override
    public String explanation() {
        return "Milliseconds of a step, on average over 100 of them, by the automatic choice of the algorithm: alone; watched"
                + " by the monitors that look at each step as it is made (H1, H3a to H3c, F1 to F5, E1 to E3); and the whole"
                + " check: everything that `localmax check` does without options and output, so also the limits, the"
                + " monitors that suppose them (H2, H3d, L1 to L4; L5 is left out at this n unless it is asked for), and"
                + " beside localmax a run of hardmax. The goal is about the ratio of watched to alone.";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        MarkdownTable table = new MarkdownTable(
                "run", "alone", "watched", "ratio", "goal", "floor", "reached", "whole check", "whole check / alone");
        for (StepCase step : CASES) {
            String name = "monitored " + step;
            if (selection.includes(name)) {
                progress.say(name);
                Problem problem = Problem.of(step);
                List<Sample> samples = rounds.measure(List.of(
                        new WatchedRun(problem, false), new WatchedRun(problem, true), new CheckedRun(problem)));
                Sample alone = samples.get(0);
                Sample watched = samples.get(1);
                Sample checked = samples.get(2);
                Sample ratio = watched.over(alone);
                table.add(
                        name,
                        alone.toString(),
                        watched.toString(),
                        ratio.toString(),
                        Figures.of(RATIO.goal()),
                        Figures.of(RATIO.floor()),
                        RATIO.reachedBy(ratio.median()),
                        checked.toString(),
                        checked.over(alone).toString());
            }
        }
        return table;
    }
}
