package org.localmax.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** All sections, with what was compared where: to a stream while they are made, and to a file. */
final class Comparison {

    private final BenchOptions options;
    private final PrintStream out;
    private final Progress progress;

    Comparison(BenchOptions options, PrintStream out, Progress progress) {
        this.options = options;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Measures and writes.
     *
     * @param scratch a folder for temporary files
     * @throws PeerException if a peer is unfit for a comparison
     */
    void write(Path scratch) throws IOException {
        try (Peers peers = Peers.start(scratch)) {
            StringBuilder text = new StringBuilder();
            add(text, heading(peers));
            OwnAlgorithms own = new OwnAlgorithms(progress);
            Rounds rounds = options.rounds();
            for (Section section : List.of(
                    new PeerSection(peers, own, rounds, progress),
                    new RateSection(peers, own, rounds, progress),
                    new DenseSection(own, rounds, progress),
                    new GrowthSection(own, rounds, progress),
                    new LimitSection(own, rounds, progress),
                    new MonitorSection(rounds, progress),
                    new HullSection(rounds, progress),
                    new SweepSection(scratch, rounds, progress),
                    new StartSection(scratch, rounds, progress),
                    new ThreadSection(own, rounds, progress))) {
                MarkdownTable table = section.measure(options.selection());
                if (!table.isEmpty()) {
                    add(text, "\n## " + section.title() + "\n\n" + section.explanation() + "\n\n" + table);
                }
            }
            Files.writeString(options.output(), text);
        }
    }

    private void add(StringBuilder text, String part) {
        out.print(part);
        text.append(part);
    }

    private String heading(Peers peers) {
        StringBuilder heading = new StringBuilder("# Measured by ./localmax bench --peers\n\n");
        heading.append("On ").append(LocalDate.now()).append(", revision ").append(revision());
        heading.append(", ")
                .append(options.rounds().count())
                .append(" rounds (")
                .append(options.rounds().fewest())
                .append(" where one takes more than 40 s).\n\n");
        Machine.description().forEach(line -> heading.append("- ").append(line).append('\n'));
        peers.descriptions().forEach(line -> heading.append("- ").append(line).append('\n'));
        return heading.toString();
    }

    private static String revision() {
        return System.getProperty("localmax.revision", "unknown");
    }
}
