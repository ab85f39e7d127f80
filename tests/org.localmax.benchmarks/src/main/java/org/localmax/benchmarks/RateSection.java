package org.localmax.benchmarks;

import java.util.List;
import org.localmax.solver.Algorithm;

/** Scores and maxima in double precision beside the fastest product of matrices that NumPy manages here. */
final class RateSection implements Section {

    private static final int SIZE = 2000;

    private record Row(StepCase step, Target share) {}

    private static final List<Row> ROWS = List.of(
            new Row(StepCase.hardmax(10_000, 64), Target.atLeast(0.88, 0.78)),
            new Row(StepCase.hardmax(10_000, 256), Target.atLeast(0.92, 0.85)));

    private final Peers peers;
    private final OwnAlgorithms own;
    private final Rounds rounds;
    private final Progress progress;

    RateSection(Peers peers, OwnAlgorithms own, Rounds rounds, Progress progress) {
        this.peers = peers;
        this.own = own;
        this.rounds = rounds.ofPrograms();
        this.progress = progress;
    }

    @Override
    public String title() {
        return "The rate of scores and maxima";
    }

    @Override
    public String explanation() {
        return "The whole step of hardmax by the dense algorithm in double precision, as 2 n^2 d operations, beside the "
                + "best of NumPy's products of two matrices of " + SIZE + " x " + SIZE + " in the same rounds.";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        MarkdownTable table =
                new MarkdownTable("step", "ms", "GF/s", "DGEMM peak, GF/s", "share", "goal", "floor", "reached");
        peers.numpy()
                .ifPresentOrElse(
                        numpy -> measure(selection, numpy, table),
                        () -> progress.say("rates: skipped, NumPy is not here to tell the DGEMM peak"));
        return table;
    }

    private void measure(Selection selection, Peer numpy, MarkdownTable table) {
        for (Row row : ROWS) {
            String name = "rate of " + row.step;
            if (selection.includes(name)) {
                progress.say(name);
                own.prepare(Problem.of(row.step), Algorithm.DENSE).ifPresent(dense -> {
                    try (dense) {
                        Contender product = () -> numpy.product(SIZE);
                        List<Sample> samples = rounds.measure(List.of(dense, product));
                        Sample rate = rate(2 * row.step.products(), samples.getFirst());
                        double peak = rate(2.0 * SIZE * SIZE * SIZE, samples.getLast())
                                .greatest();
                        double share = rate.median() / peak;
                        table.add(
                                row.step.toString(),
                                samples.getFirst().toString(),
                                rate.toString(),
                                Figures.of(peak),
                                Figures.percent(share),
                                Figures.percent(row.share.goal()),
                                Figures.percent(row.share.floor()),
                                row.share.reachedBy(share));
                    }
                });
            }
        }
    }

    /** GF/s. */
    private static Sample rate(double operations, Sample milliseconds) {
        double[] rates = new double[milliseconds.values().length];
        for (int round = 0; round < rates.length; round++) {
            rates[round] = operations / milliseconds.values()[round] / 1e6;
        }
        return new Sample(rates);
    }
}
