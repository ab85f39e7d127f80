package org.localmax.benchmarks;

import java.util.List;
import java.util.Optional;
import org.localmax.solver.Algorithm;

/** The algorithms that do not look at all pairs beside a step that does. */
final class DenseSection implements Section {

    /**
     * @param dense the step that is taken over all pairs: the same, or one of fewer tokens, whose time is scaled by the
     *     number of pairs
     */
    private record Row(StepCase step, StepCase dense, Target ratio) {

        /** How many times the pairs of the dense step are the pairs of the step. */
        double scale() {
            return step.pairs() / dense.pairs();
        }
    }

    private static final int MILLION = 1_000_000;
    private static final int MEASURED = 100_000;

    private static final List<Row> ROWS = List.of(
            new Row(
                    StepCase.localmax(0.01, MILLION, 2),
                    StepCase.localmax(0.01, MEASURED, 2),
                    Target.atLeast(2000, 500)),
            new Row(
                    StepCase.localmax(0.25, MILLION, 2),
                    StepCase.localmax(0.25, MEASURED, 2),
                    Target.atLeast(700, 200)),
            new Row(StepCase.hardmax(MILLION, 3), StepCase.hardmax(MEASURED, 3), Target.atLeast(1000, 400)),
            new Row(StepCase.softmax(1, MEASURED, 2), StepCase.softmax(1, MEASURED, 2), Target.atLeast(50, 10)),
            new Row(StepCase.softmax(100, MEASURED, 2), StepCase.softmax(100, MEASURED, 2), Target.atLeast(200, 100)));

    private final OwnAlgorithms own;
    private final Rounds rounds;
    private final Progress progress;

    DenseSection(OwnAlgorithms own, Rounds rounds, Progress progress) {
        this.own = own;
        this.rounds = rounds;
        this.progress = progress;
    }

    @Override
    public String title() {
        return "A step beside our own kernels over all pairs";
    }

    @Override
    public String explanation() {
        return "Milliseconds, the two in turn, each the mean of as many steps as take a quarter of a second. All pairs: our dense kernels with all their bounds off, on as many threads."
                + " The score of every pair is taken; a selective rule then looks again at those tiles of keys whose"
                + " greatest score reaches the threshold, softmax weighs every pair. (The dense algorithm of the product"
                + " leaves out in the plane and in space what bounds exclude, and is faster than this.) Where all pairs"
                + " were timed on fewer tokens, the time is extrapolated: multiplied by the ratio of the numbers of pairs."
                + " Certified softmax has an error of at most 1e-12 of the largest norm; the other algorithms are exact,"
                + " to the last bit.";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        MarkdownTable table =
                new MarkdownTable("step", "localmax", "algorithm", "all pairs", "ratio", "goal", "floor", "reached");
        for (Row row : ROWS) {
            String name = "dense beside " + row.step;
            if (selection.includes(name)) {
                progress.say(name);
                Problem problem = Problem.of(row.step);
                fast(problem).ifPresent(fast -> {
                    try (fast) {
                        try (OwnStep dense = OwnStep.overAllPairs(Problem.of(row.dense))) {
                            table.add(cells(row, fast, dense));
                        }
                    }
                });
            }
        }
        return table;
    }

    private Optional<OwnStep> fast(Problem problem) {
        if (problem.step().rule() == StepCase.Rule.SOFTMAX) {
            return own.prepare(problem.certified(), Algorithm.CERTIFIED);
        }
        return own.fastest(problem);
    }

    private String[] cells(Row row, OwnStep fast, OwnStep dense) {
        List<Sample> samples = rounds.measure(List.of(fast, dense));
        Sample all = samples.getLast().times(row.scale());
        Sample ratio = all.over(samples.getFirst());
        boolean measured = row.dense.equals(row.step);
        return new String[] {
            row.step.toString(),
            samples.getFirst().toString(),
            fast.algorithm(),
            all + (measured ? "" : " (extrapolated from n = " + row.dense.n() + ")"),
            ratio.toString(),
            Figures.of(row.ratio.goal()),
            Figures.of(row.ratio.floor()),
            row.ratio.reachedBy(ratio.median())
        };
    }
}
