package org.localmax.experiments.sweeps;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.localmax.data.Checksums;
import org.localmax.data.DataException;
import org.localmax.data.ResultFile;
import org.localmax.data.TextTable;
import org.localmax.dynamics.CancellationCheck;

/** Puts the parts of a sweep together. */
public final class SweepResults {

    /** The table of all runs. */
    public static final String FILE = "results.csv.gz";

    private SweepResults() {}

    /** The parts that are missing or damaged. */
    public static List<Integer> missing(SweepFolder folder, CancellationCheck wanted) throws DataException {
        List<Integer> missing = new ArrayList<>();
        for (int part = 0; part < folder.parts(); part++) {
            wanted.check();
            if (rows(folder, part).isEmpty()) {
                missing.add(part);
            }
        }
        return missing;
    }

    /** The rows of a part; empty if it is missing or damaged. */
    static Optional<List<String>> rows(SweepFolder folder, int part) throws DataException {
        return part(folder, part).map(PartFile.Part::rows);
    }

    /** A part; empty if it is missing or damaged, or the file of its states is missing. */
    static Optional<PartFile.Part> part(SweepFolder folder, int part) throws DataException {
        return PartFile.read(folder.part(part), heading(folder), folder.count(part))
                .filter(found -> found.trajectories().isPresent() == folder.hasTrajectories())
                .filter(_ -> !folder.hasTrajectories() || Files.isRegularFile(folder.trajectories(part)));
    }

    /** The same; empty also if the file of its states is damaged. */
    static Optional<PartFile.Part> intactPart(SweepFolder folder, int part, CancellationCheck wanted)
            throws DataException {
        Optional<PartFile.Part> found = part(folder, part);
        if (found.isPresent() && found.get().trajectories().isPresent()) {
            String hash = Checksums.sha256(folder.trajectories(part), wanted);
            return found.filter(_ -> found.get().trajectories().get().equals(hash));
        }
        return found;
    }

    static String heading(SweepFolder folder) {
        return TextTable.line(folder.columns().names());
    }

    /**
     * Writes the rows of all runs, in the order of the plan, into one table, and beside it {@linkplain SweepStatistics what they say};
     * the same parts give the same bytes.
     *
     * @return the table
     * @throws DataException if a part is missing or damaged, or the table cannot be written
     */
    public static Path merge(SweepFolder folder, CancellationCheck wanted) throws DataException {
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<?> statistics = beside.submit(() -> {
                SweepStatistics.write(folder, wanted);
                return folder;
            });
            Path table = writeTable(folder, wanted);
            await(statistics);
            return table;
        }
    }

    private static void await(Future<?> statistics) throws DataException {
        try {
            statistics.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case DataException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static Path writeTable(SweepFolder folder, CancellationCheck wanted) throws DataException {
        Path table = folder.folder().resolve(FILE);
        try (ResultFile result = ResultFile.stage(table, true)) {
            try (OutputStream out = Files.newOutputStream(result.path());
                    Writer writer =
                            new OutputStreamWriter(new GZIPOutputStream(out, 1 << 16), StandardCharsets.UTF_8)) {
                writer.write(heading(folder) + "\n");
                for (int part = 0; part < folder.parts(); part++) {
                    wanted.check();
                    write(folder, part, writer);
                }
            }
            result.publish();
        } catch (IOException e) {
            throw DataException.of(table, e);
        }
        return table;
    }

    private static void write(SweepFolder folder, int part, Writer writer) throws IOException, DataException {
        for (String row : requiredRows(folder, part)) {
            writer.write(row);
            writer.write('\n');
        }
    }

    /** The rows of a part that should be there. */
    static List<String> requiredRows(SweepFolder folder, int part) throws DataException {
        return rows(folder, part)
                .orElseThrow(
                        () -> DataException.at(
                                folder.part(part),
                                "is missing or damaged; expected all parts: the same run with --resume makes those that are not there"));
    }
}
