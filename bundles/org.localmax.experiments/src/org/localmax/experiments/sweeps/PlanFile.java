package org.localmax.experiments.sweeps;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.localmax.data.DataException;

/** Reads the lines of a plan in ascending order, skipping those that are not asked for. For one thread. */
final class PlanFile implements AutoCloseable {

    private final Path file;
    private final long runs;
    private final BufferedReader reader;
    private long next;

    private PlanFile(Path file, long runs, BufferedReader reader) {
        this.file = file;
        this.runs = runs;
        this.reader = reader;
    }

    static PlanFile open(Path file, long runs) throws DataException {
        try {
            return new PlanFile(file, runs, Files.newBufferedReader(file));
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    /**
     * The runs from a number on, as many as there are but not more than asked for.
     *
     * @param from at least as great as the number after the last run read
     * @throws DataException if the plan is cut short or damaged
     */
    List<SweepRun> runs(long from, int most) throws DataException {
        List<SweepRun> found = new ArrayList<>();
        try {
            while (next < from) {
                line();
            }
            while (next < runs && found.size() < most) {
                long number = next;
                SweepRun run = SweepRun.parse(line());
                if (run.number() != number) {
                    throw DataException.at(file, number + 1, "is the run " + run.number() + "; expected " + number);
                }
                found.add(run);
            }
            return found;
        } catch (IOException e) {
            throw DataException.of(file, e);
        } catch (IllegalArgumentException e) {
            throw DataException.at(file, next, e.getMessage());
        }
    }

    private String line() throws IOException, DataException {
        String line = reader.readLine();
        if (line == null) {
            throw DataException.at(file, "has " + next + " lines; expected " + runs);
        }
        next++;
        return line;
    }

    @Override
    public void close() throws DataException {
        try {
            reader.close();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }
}
