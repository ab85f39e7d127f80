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
        return "Milliseconds of a step, on average over 100 of them, by the automatic choice of the algorithm: alone, and with"
                + " every monitor of the theory looking at each.";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        MarkdownTable table = new MarkdownTable("run", "alone", "watched", "ratio", "goal", "floor", "reached");
        for (StepCase step : CASES) {
            String name = "monitored " + step;
            if (selection.includes(name)) {
                progress.say(name);
                Problem problem = Problem.of(step);
                List<Sample> samples =
                        rounds.measure(List.of(new WatchedRun(problem, false), new WatchedRun(problem, true)));
                Sample ratio = samples.getLast().over(samples.getFirst());
                table.add(
                        name,
                        samples.getFirst().toString(),
                        samples.getLast().toString(),
                        ratio.toString(),
                        Figures.of(RATIO.goal()),
                        Figures.of(RATIO.floor()),
                        RATIO.reachedBy(ratio.median()));
            }
        }
        return table;
    }
}
