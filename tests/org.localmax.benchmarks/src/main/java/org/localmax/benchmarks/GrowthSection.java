package org.localmax.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** How the time of a step grows with the number of tokens. */
final class GrowthSection implements Section {

    private static final Target EXPONENT = Target.atMost(1.1, 1.2);
    private static final List<Integer> COUNTS = List.of(100_000, 1_000_000, 10_000_000);
    private static final List<Double> STRIPS = List.of(0.01, 0.25);

    private final OwnAlgorithms own;
    private final Rounds rounds;
    private final Progress progress;

    GrowthSection(OwnAlgorithms own, Rounds rounds, Progress progress) {
        this.own = own;
        this.rounds = rounds;
        this.progress = progress;
    }

    @Override
    public String title() {
        return "The growth with n";
    }

    @Override
    public String explanation() {
        return "Milliseconds of a step of localmax in the plane for three n, and the exponent p of the power n^p that fits"
                + " them best.";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        MarkdownTable table = new MarkdownTable(
                "step", "n = 1e5", "n = 1e6", "n = 1e7", "algorithm", "p", "goal", "floor", "reached");
        for (double strip : STRIPS) {
            String name = "growth of localmax strip=" + strip + " d=2";
            if (selection.includes(name)) {
                progress.say(name);
                List<OwnStep> steps = new ArrayList<>();
                try {
                    for (int count : COUNTS) {
                        own.fastest(Problem.of(StepCase.localmax(strip, count, 2)))
                                .ifPresent(steps::add);
                    }
                    if (steps.size() == COUNTS.size()) {
                        table.add(cells(name, steps));
                    }
                } finally {
                    steps.forEach(OwnStep::close);
                }
            }
        }
        return table;
    }

    private String[] cells(String name, List<OwnStep> steps) {
        List<Sample> samples = rounds.measure(steps);
        Sample exponent = exponent(samples, COUNTS);
        List<String> cells = new ArrayList<>(List.of(name));
        samples.forEach(sample -> cells.add(sample.toString()));
        cells.add(String.join(
                ", ", steps.stream().map(OwnStep::algorithm).distinct().toList()));
        cells.add(exponent.toString());
        cells.add(Figures.of(EXPONENT.goal()));
        cells.add(Figures.of(EXPONENT.floor()));
        cells.add(EXPONENT.reachedBy(exponent.median()));
        return cells.toArray(String[]::new);
    }

    /** The slope of log time over log n by least squares, round by round; the n, two or three, are equally far apart in log n. */
    static Sample exponent(List<Sample> samples, List<Integer> counts) {
        double[] logarithms = samples.getLast().over(samples.getFirst()).values();
        double distance = Math.log((double) counts.getLast() / counts.getFirst());
        for (int round = 0; round < logarithms.length; round++) {
            logarithms[round] = Math.log(logarithms[round]) / distance;
        }
        return new Sample(logarithms);
    }
}
