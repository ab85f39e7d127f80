package org.localmax.experiments.sweeps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.localmax.data.Checksums;
import org.localmax.data.DataException;
import org.localmax.data.ResultFile;
import org.localmax.data.TextTable;
import org.localmax.data.TrajectorySpool;
import org.localmax.dynamics.State;
import org.localmax.experiments.RecordedSteps;
import org.localmax.experiments.RunPlan;

/** The recorded states of the runs of a part while it is run, beside its journal; of no use to others until the part is complete. */
sealed interface PartTrajectories extends AutoCloseable {

    /**
     * Those of a part, as far as its journal goes; the journal is cut where they end.
     *
     * @throws DataException if they cannot be written
     */
    static PartTrajectories of(SweepFolder folder, int part, PartJournal journal) throws DataException {
        if (!folder.hasTrajectories()) {
            return new None();
        }
        List<String> names = folder.columns().names();
        List<Long> runs = journal.rows().stream()
                .map(TextTable::texts)
                .filter(cells -> cells.get(names.indexOf(SweepColumns.STATUS)).equals(Outcome.DONE))
                .map(cells -> Long.parseLong(cells.get(names.indexOf(SweepColumns.RUN))))
                .toList();
        TrajectorySpool spool = TrajectorySpool.open(folder.spool(part), runs);
        if (spool.count() < runs.size()) {
            journal.cut((int) (runs.get(spool.count()) - folder.firstRun(part)));
        }
        return new Kept(spool, folder.trajectories(part));
    }

    /** Deletes what gathered for a part that is complete, if it is still there. */
    static void discard(SweepFolder folder, int part) throws DataException {
        try {
            Files.deleteIfExists(folder.spool(part));
        } catch (IOException e) {
            throw DataException.of(folder.spool(part), e);
        }
    }

    /** What hears the states of the next run. */
    SweptRun.Recorder begin(RunPlan plan);

    /** The run is done. */
    void end(SweepRun run, RunPlan plan) throws DataException;

    /**
     * Puts them all into their file, which appears whole or not at all.
     *
     * @return its SHA-256, if there is one
     */
    Optional<String> publish() throws DataException;

    /** Deletes what gathered. */
    void delete() throws DataException;

    @Override
    void close() throws DataException;

    /** Nothing is kept. */
    record None() implements PartTrajectories {

        @Override
        public SweptRun.Recorder begin(RunPlan plan) {
            return SweptRun.Recorder.NONE;
        }

        @Override
        public void end(SweepRun run, RunPlan plan) {}

        @Override
        public Optional<String> publish() {
            return Optional.empty();
        }

        @Override
        public void delete() {}

        @Override
        public void close() {}
    }

    /** All recorded states are kept. */
    record Kept(TrajectorySpool spool, Path file) implements PartTrajectories {

        @Override
        public SweptRun.Recorder begin(RunPlan plan) {
            spool.begin();
            RecordedSteps recorded = plan.recordedSteps();
            AtomicLong t = new AtomicLong(); // states come one after the other, from 0 on
            return state -> {
                if (recorded.contains(t.getAndIncrement())) {
                    record(state.get());
                }
            };
        }

        private void record(State state) {
            try {
                spool.record(state.t(), state.tokens());
            } catch (IOException e) {
                throw new UncheckedIOException(e); // a run throws nothing else
            }
        }

        @Override
        public void end(SweepRun run, RunPlan plan) throws DataException {
            spool.end(run.number(), plan.tokens().count(), plan.tokens().dimension());
        }

        @Override
        public Optional<String> publish() throws DataException {
            try (ResultFile result = ResultFile.stage(file, true)) {
                spool.write(result.path());
                String hash = Checksums.sha256(result.path());
                result.publish();
                return Optional.of(hash);
            }
        }

        @Override
        public void delete() throws DataException {
            spool.delete();
        }

        @Override
        public void close() throws DataException {
            spool.close();
        }
    }
}
