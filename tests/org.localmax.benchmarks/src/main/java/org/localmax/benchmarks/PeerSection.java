package org.localmax.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our steps beside those of NumPy, Numba and PyTorch. */
final class PeerSection implements Section {

    /** The results of two programs that differ by more than this are not those of one step. */
    private static final double TOLERANCE = 1e-9;

    private record Row(StepCase step, Target ratio) {}

    private static final int N = 10_000;

    private static final List<Row> ROWS = List.of(
            new Row(StepCase.hardmax(N, 2), Target.atLeast(10, 7)),
            new Row(StepCase.hardmax(N, 16), Target.atLeast(8, 6)),
            new Row(StepCase.hardmax(N, 64), Target.atLeast(8, 5.5)),
            new Row(StepCase.hardmax(N, 256), Target.atLeast(6, 4)),
            new Row(StepCase.localmax(0.01, N, 2), Target.atLeast(5, 3)),
            new Row(StepCase.localmax(0.01, N, 64), Target.atLeast(3, 2)),
            new Row(StepCase.softmax(1, N, 2), Target.atLeast(4, 2.5)),
            new Row(StepCase.softmax(1, N, 16), Target.atLeast(4, 2.9)),
            new Row(StepCase.softmax(0.125, N, 64), Target.atLeast(2.5, 2)),
            new Row(StepCase.softmax(0.125, N, 256), Target.atLeast(1.8, 1.35)));

    private final Peers peers;
    private final OwnAlgorithms own;
    private final Rounds rounds;
    private final Progress progress;

    PeerSection(Peers peers, OwnAlgorithms own, Rounds rounds, Progress progress) {
        this.peers = peers;
        this.own = own;
        this.rounds = rounds.ofPrograms();
        this.progress = progress;
    }

    @Override
    public String title() {
        return "A step beside other programs";
    }

    @Override
    public String explanation() {
        return "Milliseconds of one step, each measurement the mean of as many as take a quarter of a second: the median of the "
                + "rounds, with the least and the greatest. All work in turn, "
                + "round by round, each after a pause in which the threads of the one before come to rest. The algorithm is the fastest exact one; \"automatic\" is what runs when none is named. "
                + "NumPy and PyTorch work in chunks of 256 rows, Numba in loops over all pairs for d = 2, unless another way "
                + "was faster and is named. The ratio is the best peer's time over ours, round by round. The last column is the largest difference "
                + "between a coordinate of ours and of a peer.";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        List<String> headings = new ArrayList<>(List.of("step", "localmax", "algorithm", "automatic"));
        headings.addAll(Peers.titles());
        headings.addAll(List.of("ratio to the best peer", "goal", "floor", "reached", "difference"));
        MarkdownTable table = new MarkdownTable(headings.toArray(String[]::new));
        for (Row row : ROWS) {
            if (selection.includes(row.step.toString())) {
                progress.say(row.step.toString());
                Problem problem = Problem.of(row.step);
                own.fastest(problem).ifPresent(ours -> {
                    try (ours;
                            OwnStep automatic = new OwnStep(problem, OwnStep.usual())) {
                        table.add(cells(row, problem, ours, automatic));
                    }
                });
            }
        }
        return table;
    }

    private String[] cells(Row row, Problem problem, OwnStep ours, OwnStep automatic) {
        Map<Peer, String> ways = prepare(problem);
        List<Contender> contenders = new ArrayList<>(List.of(ours, automatic));
        contenders.addAll(ways.keySet());
        List<Sample> samples = rounds.measure(contenders);

        Map<String, String> columns = new LinkedHashMap<>();
        Peers.titles().forEach(title -> columns.put(title, "—"));
        Optional<Sample> best = Optional.empty();
        double difference = 0;
        int next = 2;
        for (Map.Entry<Peer, String> way : ways.entrySet()) {
            Sample sample = samples.get(next++);
            columns.put(way.getKey().name(), sample + (way.getValue().isEmpty() ? "" : ", " + way.getValue()));
            if (best.isEmpty() || sample.median() < best.get().median()) {
                best = Optional.of(sample);
            }
            difference = Math.max(
                    difference,
                    RawDoubles.greatestDifference(ours.last().after().tokens().rows(), peers.result(way.getKey())));
        }
        Optional<Sample> ratio = best.map(peer -> peer.over(samples.getFirst()));

        List<String> cells = new ArrayList<>(List.of(
                row.step.toString(),
                samples.getFirst().toString(),
                ours.algorithm(),
                samples.get(1).toString()));
        cells.addAll(columns.values());
        cells.add(ratio.map(Sample::toString).orElse("—"));
        cells.add(Figures.of(row.ratio.goal()));
        cells.add(Figures.of(row.ratio.floor()));
        cells.add(ratio.map(values -> row.ratio.reachedBy(values.median())).orElse("—"));
        cells.add(ways.isEmpty() ? "—" : difference(difference));
        return cells.toArray(String[]::new);
    }

    /** Gets the peers ready; those that fail are left out, and said. */
    private Map<Peer, String> prepare(Problem problem) {
        Map<Peer, String> ways = new LinkedHashMap<>();
        peers.take(problem);
        for (Peer peer : peers.all()) {
            try {
                ways.put(peer, peer.step(problem.step(), problem.ruleParameter()));
            } catch (PeerException e) {
                progress.say(problem.step() + ": " + e.getMessage());
            }
        }
        return ways;
    }

    private static String difference(double difference) {
        return difference <= TOLERANCE ? Figures.of(difference) : "**" + Figures.of(difference) + "**";
    }
}
