package org.localmax.experiments.sweeps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.localmax.data.DataException;
import org.localmax.data.TextTable;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;

/**
 * Runs a shard of a sweep: what is there is left as it is, what is missing or damaged is run. Small runs are made side by side, one a
 * thread; large ones one after the other, each on all threads. The results are the same bytes in any case.
 */
public final class SweepRunner {

    /** Runs with at least so many pairs of coordinates a step are worth all threads. */
    private static final double LARGE = 2e7;

    /** How long rows may wait before they are handed to the system. */
    private static final long NANOS_HELD = 100_000_000;

    private final SweepFolder folder;
    private final Shard shard;
    private final int threads;
    private final SweepListener listener;
    private final List<String> names;
    private final String heading;
    private final AtomicLong found = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    private SweepRunner(SweepFolder folder, Shard shard, int threads, SweepListener listener) {
        this.folder = folder;
        this.shard = shard;
        this.threads = threads;
        this.listener = listener;
        names = folder.columns().names();
        heading = TextTable.line(names);
    }

    /**
     * Runs what is missing of a shard.
     *
     * @throws DataException if results cannot be written, or another process writes them
     * @throws InvalidInputException if the experiment in the folder cannot be run
     * @throws CancellationException if the listener cancels; what was finished stays
     */
    public static SweepTally run(SweepFolder folder, Shard shard, int threads, SweepListener listener)
            throws DataException, InvalidInputException {
        SweepRunner runner = new SweepRunner(folder, shard, threads, listener);
        folder.requireIntact(CancellationCheck.of(listener::isCancelled));
        runner.run();
        return runner.tally();
    }

    private SweepTally tally() {
        long first = folder.firstRun(shard.first(folder.parts()));
        long end = Math.min(folder.runs(), folder.firstRun(shard.end(folder.parts())));
        return new SweepTally(end - first, found.get(), done.get(), failed.get());
    }

    private void run() throws DataException, InvalidInputException {
        int workers = isLarge() ? 1 : threads;
        AtomicInteger next = new AtomicInteger(shard.first(folder.parts()));
        Callable<Optional<Exception>> worker = () -> {
            try (PlanFile plan = folder.plan()) {
                PointPlans plans = folder.plans();
                int part = next.getAndIncrement();
                while (part < shard.end(folder.parts()) && !listener.isStopping()) {
                    run(part, plan, plans, threads / workers);
                    part = next.getAndIncrement();
                }
                return Optional.empty();
            } catch (DataException | InvalidInputException | CancellationException e) {
                next.set(folder.parts()); // nobody begins another
                return Optional.of(e);
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<Optional<Exception>>> all = new ArrayList<>();
            for (int k = 0; k < workers; k++) {
                all.add(pool.submit(worker));
            }
            for (Future<Optional<Exception>> one : all) {
                rethrow(one);
            }
        }
    }

    private static void rethrow(Future<Optional<Exception>> worker) throws DataException, InvalidInputException {
        try {
            Optional<Exception> failure = worker.get();
            switch (failure.orElse(null)) {
                case null -> {}
                case DataException e -> throw e;
                case InvalidInputException e -> throw e;
                case CancellationException e -> throw e;
                default -> throw new IllegalStateException(failure.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Whether the first run of the shard is worth all threads. */
    private boolean isLarge() throws DataException, InvalidInputException {
        try (PlanFile plan = folder.plan()) {
            List<SweepRun> first = plan.runs(folder.firstRun(shard.first(folder.parts())), 1);
            if (first.isEmpty()) {
                return false;
            }
            RunPlan run = folder.plans().of(first.getFirst());
            double n = run.tokens().count();
            return n * n * run.tokens().dimension() >= LARGE;
        }
    }

    private void run(int part, PlanFile plan, PointPlans plans, int threadsARun)
            throws DataException, InvalidInputException {
        int count = (int) Math.min(folder.runsAPart(), folder.runs() - folder.firstRun(part));
        Optional<List<String>> rows = PartFile.rows(folder.part(part), heading, count);
        if (rows.isPresent()) {
            find(rows.get());
            return;
        }
        try (PartJournal journal = PartJournal.open(folder.journal(part))) {
            find(journal.rows());
            List<SweepRun> runs = plan.runs(folder.firstRun(part), count);
            SweptRun one = new SweptRun(
                    new RunOptions(threadsARun, false), plans.secondsPerRun(), listener::isCancelled);
            run(runs.subList(journal.count(), count), journal, plans, one);
            if (journal.count() == count) {
                PartFile.write(folder.part(part), heading, journal.rows());
                journal.delete();
            }
        }
    }

    private void run(List<SweepRun> runs, PartJournal journal, PointPlans plans, SweptRun one) throws DataException {
        List<String> held = new ArrayList<>();
        long since = System.nanoTime();
        try {
            for (SweepRun run : runs) {
                if (listener.isStopping()) {
                    return;
                }
                Outcome outcome = outcome(run, plans, one);
                held.add(row(outcome, run));
                done.incrementAndGet();
                if (!outcome.isDone()) {
                    failed.incrementAndGet();
                }
                listener.ran(!outcome.isDone());
                if (System.nanoTime() - since > NANOS_HELD) {
                    journal.add(held);
                    held.clear();
                    since = System.nanoTime();
                }
            }
        } finally {
            journal.add(held);
        }
    }

    private static Outcome outcome(SweepRun run, PointPlans plans, SweptRun one) {
        try {
            return one.of(plans.of(run), SweptRun.Recorder.NONE);
        } catch (InvalidInputException e) {
            return new Outcome.Failed(e.getMessage().strip().replaceAll("\\s+", " "));
        }
    }

    private String row(Outcome outcome, SweepRun run) {
        Map<String, String> cells = outcome.cells(run);
        return TextTable.line(
                names.stream().map(name -> cells.getOrDefault(name, "")).toList());
    }

    /** Counts rows that were there. */
    private void find(List<String> rows) {
        int status = names.indexOf(SweepColumns.STATUS);
        long bad = rows.stream()
                .filter(row -> !TextTable.texts(row).get(status).equals(Outcome.DONE))
                .count();
        found.addAndGet(rows.size());
        failed.addAndGet(bad);
        listener.found(rows.size());
    }
}
