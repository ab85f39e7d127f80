package org.localmax.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A sweep of many small runs beside the same runs in Python. */
final class SweepSection implements Section {

    private static final String NAME = "sweep localmax n=50 d=2";
    private static final int RUNS = 100_000;
    private static final Target RATIO = Target.atLeast(8, 3);
    private static final List<String> MODULES = List.of("numpy", "numba");

    private final Path scratch;
    private final Rounds rounds;
    private final Progress progress;

    SweepSection(Path scratch, Rounds rounds, Progress progress) {
        this.scratch = scratch;
        this.rounds = rounds.ofPrograms();
        this.progress = progress;
    }

    @Override
    public String title() {
        return "A sweep of small runs";
    }

    @Override
    public String explanation() {
        return "Runs per second of " + RUNS
                + " runs of localmax, n = 50, d = 2, 100 steps, over 100 widths with 1000 seeds each, on"
                + " all cores, all in turn. Ours is the whole product, `localmax run`: it starts, draws tokens, writes plan and"
                + " results, hashes each final state, finds clusters, counts ambiguous decisions, and prepares statistics. The peers have their tokens and"
                + " their compiled code before the clock runs, and step: NumPy in batches of runs on a process a core, Numba in loops over"
                + " runs on a thread a core. The difference is the largest one in the largest norm at the end; a run in 97"
                + " is also compared by its clusters. Memory is the most that ours had resident.";
    }

    @Override
    public MarkdownTable measure(Selection selection) {
        MarkdownTable table = new MarkdownTable(
                "sweep",
                "localmax",
                "NumPy",
                "Numba",
                "ratio to the best peer",
                "goal",
                "floor",
                "reached",
                "difference",
                "memory, GB");
        if (selection.includes(NAME)) {
            progress.say(NAME);
            Path folder = scratch.resolve("sweeps");
            try {
                Files.createDirectory(folder);
                table.add(cells(folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                delete(folder);
            }
        }
        return table;
    }

    private String[] cells(Path folder) throws IOException {
        SweptProduct ours = new SweptProduct(folder);
        ours.milliseconds(); // builds the product, and makes the plan
        List<Process> processes = new ArrayList<>();
        try {
            List<Peer> peers = start(folder, ours.latest(), processes);
            List<Contender> contenders = new ArrayList<>(List.of(ours));
            contenders.addAll(peers);
            List<Sample> samples = rounds.measure(contenders);
            Optional<Sample> best = samples.stream()
                    .skip(1)
                    .min(Comparator.comparingDouble(Sample::median))
                    .map(peer -> peer.over(samples.getFirst()));
            List<String> cells = new ArrayList<>(List.of(NAME));
            for (int k = 0; k <= MODULES.size(); k++) {
                cells.add(k < samples.size() ? rate(samples.get(k)) : "—");
            }
            cells.add(best.map(Sample::toString).orElse("—"));
            cells.add(Figures.of(RATIO.goal()));
            cells.add(Figures.of(RATIO.floor()));
            cells.add(best.map(ratio -> RATIO.reachedBy(ratio.median())).orElse("—"));
            cells.add(Figures.of(
                    peers.stream().mapToDouble(Peer::difference).max().orElse(0)));
            cells.add(Figures.of(ours.memory()));
            return cells.toArray(String[]::new);
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    /** Runs per second. */
    private static String rate(Sample milliseconds) {
        return new Sample(Arrays.stream(milliseconds.values())
                        .map(time -> RUNS / time * 1e3)
                        .toArray())
                .toString();
    }

    private List<Peer> start(Path folder, Path sweep, List<Process> processes) throws IOException {
        Path script = folder.resolve("sweep_peers.py");
        try (InputStream source = SweepSection.class.getResourceAsStream("sweep_peers.py")) {
            Files.write(script, source.readAllBytes());
        }
        List<Peer> peers = new ArrayList<>();
        for (String module : MODULES) {
            Optional<String> python = Peers.pythonWith(module);
            if (python.isEmpty()) {
                progress.say("no Python here has " + module);
                continue;
            }
            Process process = new ProcessBuilder(python.get(), script.toString(), module, sweep.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            processes.add(process);
            Peer peer = new Peer(
                    module, process.inputReader(StandardCharsets.UTF_8), process.outputWriter(StandardCharsets.UTF_8));
            progress.say(peer.about());
            peers.add(peer);
        }
        return peers;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
