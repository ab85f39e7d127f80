package org.localmax.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A sweep of many small runs beside the same runs in Python. */
final class SweepSection implements Section {

    private static final String STEPS = "sweep localmax n=50 d=2: steps alone";
    private static final String WHOLE = "sweep localmax n=50 d=2: whole programs";
    private static final int RUNS = 100_000;
    /** One in so many runs is stepped where steps are timed alone. */
    private static final int EVERY = 10;

    private static final int MOST_ROUNDS = 3;
    private static final int WARM_UP = 3;
    private static final Target RATIO = Target.atLeast(8, 3);
    private static final List<String> MODULES = List.of("numpy", "numba");

    private final Path scratch;
    private final Rounds rounds;
    private final Progress progress;

    SweepSection(Path scratch, Rounds rounds, Progress progress) {
        this.scratch = scratch;
        this.rounds = rounds.ofPrograms().atMost(MOST_ROUNDS);
        this.progress = progress;
    }

    @Override
    public String title() {
        return "A sweep of small runs";
    }

    @Override
    public String explanation() {
        return "Runs per second of " + RUNS
                + " runs of localmax, n = 50, d = 2, 100 steps, over 100 widths with 1000 seeds each, on all cores, all in turn;"
                + " everyone takes every step of every run. Steps alone: one run in " + EVERY
                + ", from tokens that are there to those after the last step, all code compiled before: ours by the solver in a"
                + " process that is warm, NumPy in batches of runs on a process a core, Numba in loops over runs on a thread a"
                + " core. The difference is the largest of a coordinate. Whole programs: from the start of the process to its"
                + " end, compilation in it included for both. Ours is `localmax run`: it starts, draws and writes the plan, steps,"
                + " hashes each final state, finds clusters and observables, counts ambiguous decisions, and writes results and"
                + " statistics with their intervals. Numba is given our plan, draws the same tokens, steps, finds the clusters, and"
                + " writes a table of these and the largest norms, in which the difference is; NumPy, slower in its steps alone, is"
                + " left out. Memory is the most that ours had resident.";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        MarkdownTable table = new MarkdownTable(
                "runs a second",
                "localmax",
                "NumPy",
                "Numba",
                "ratio to the best peer",
                "goal",
                "floor",
                "reached",
                "difference",
                "memory, GB");
        if (selection.includes(STEPS) || selection.includes(WHOLE)) {
            Path folder = scratch.resolve("sweeps");
            try {
                Files.createDirectory(folder);
                SweepScript script = new SweepScript(folder);
                SweptProduct ours = new SweptProduct(folder, SweptProduct.SEEDS);
                ours.milliseconds(); // builds the product, and makes plan and results
                if (selection.includes(STEPS)) {
                    progress.say(STEPS);
                    table.add(steps(script, folder, ours.latest()));
                }
                if (selection.includes(WHOLE)) {
                    progress.say(WHOLE);
                    table.add(whole(script, folder, ours));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return table;
    }

    private String[] whole(SweepScript script, Path folder, SweptProduct ours) {
        Optional<String> python = Peers.pythonWith("numba");
        Path table = folder.resolve("table.csv.gz");
        List<Contender> contenders = new ArrayList<>(List.of(ours));
        python.ifPresent(program -> contenders.add(() -> {
            long start = System.nanoTime();
            script.run(program, "whole", ours.latest().toString(), table.toString());
            return (System.nanoTime() - start) / 1e6;
        }));
        List<Sample> samples = rounds.measure(contenders);
        double difference = python.map(program ->
                        script.run(program, "difference", ours.latest().toString(), table.toString()))
                .map(Double::parseDouble)
                .orElse(Double.NaN);
        List<Optional<Sample>> times =
                List.of(Optional.of(samples.getFirst()), Optional.empty(), python.map(_ -> samples.getLast()));
        return cells(WHOLE, times, RUNS, difference, Figures.of(ours.memory()));
    }

    private String[] steps(SweepScript script, Path folder, Path sweep) throws IOException {
        List<Process> processes = new ArrayList<>();
        try {
            List<Optional<Peer>> asked = new ArrayList<>();
            for (String module : MODULES) {
                asked.add(start(script, module, sweep, processes));
            }
            List<Peer> peers = asked.stream().flatMap(Optional::stream).toList();
            if (peers.isEmpty()) {
                return cells(STEPS, List.of(Optional.empty(), Optional.empty(), Optional.empty()), 1, Double.NaN, "—");
            }
            Path file = folder.resolve("tokens");
            peers.getFirst().start(file);
            OwnRuns ours = new OwnRuns(RawDoubles.read(file));
            List<Contender> contenders = new ArrayList<>(List.of(ours));
            contenders.addAll(peers);
            for (int k = 0; k < WARM_UP; k++) {
                ours.milliseconds();
            }
            peers.forEach(Contender::milliseconds); // compiled before, so that once is enough
            List<Sample> samples = rounds.measure(contenders);
            double difference = 0;
            for (Peer peer : peers) {
                peer.difference(); // from the results of the product
                peer.save(file);
                difference = Math.max(difference, RawDoubles.greatestDifference(ours.ends(), RawDoubles.read(file)));
            }
            List<Optional<Sample>> times = new ArrayList<>(List.of(Optional.of(samples.getFirst())));
            asked.forEach(peer -> times.add(peer.map(one -> samples.get(1 + peers.indexOf(one)))));
            return cells(STEPS, times, ours.count(), difference, "—");
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    /** @param times ours, then those of the peers that took part */
    private static String[] cells(
            String name, List<Optional<Sample>> times, int runs, double difference, String memory) {
        Optional<Sample> best = times.stream()
                .skip(1)
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Sample::median))
                .map(peer -> peer.over(times.getFirst().orElseThrow()));
        List<String> cells = new ArrayList<>(List.of(name));
        times.forEach(time -> cells.add(time.map(sample -> rate(sample, runs)).orElse("—")));
        cells.add(best.map(Sample::toString).orElse("—"));
        cells.add(Figures.of(RATIO.goal()));
        cells.add(Figures.of(RATIO.floor()));
        cells.add(best.map(ratio -> RATIO.reachedBy(ratio.median())).orElse("—"));
        cells.add(Double.isNaN(difference) ? "—" : Figures.of(difference));
        cells.add(memory);
        return cells.toArray(String[]::new);
    }

    /** Runs per second. */
    private static String rate(Sample milliseconds, int runs) {
        return new Sample(Arrays.stream(milliseconds.values())
                        .map(time -> runs / time * 1e3)
                        .toArray())
                .toString();
    }

    private Optional<Peer> start(SweepScript script, String module, Path sweep, List<Process> processes)
            throws IOException {
        Optional<String> python = Peers.pythonWith(module);
        if (python.isEmpty()) {
            progress.say("no Python here has " + module);
            return Optional.empty();
        }
        Process process = script.start(python.get(), module, sweep.toString(), Integer.toString(EVERY));
        processes.add(process);
        Peer peer = new Peer(
                module, process.inputReader(StandardCharsets.UTF_8), process.outputWriter(StandardCharsets.UTF_8));
        progress.say(peer.about());
        return Optional.of(peer);
    }
}
