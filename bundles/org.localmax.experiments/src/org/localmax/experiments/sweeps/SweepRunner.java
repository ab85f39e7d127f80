package org.localmax.experiments.sweeps;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
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

    /** How often it is looked whether another process has ended. */
    private static final long NANOS_BETWEEN_LOOKS = 200_000_000;

    private final SweepFolder folder;
    private final Shard shard;
    private final int threads;
    private final SweepListener listener;
    private final List<String> names;
    private final String heading;
    /** Parts that another process was seen to run. */
    private final Queue<Integer> elsewhere = new ConcurrentLinkedQueue<>();

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
     * Runs what is missing of a shard. What another process runs meanwhile is waited for, and run if that process ends without it.
     *
     * @throws DataException if results cannot be written
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

    /** How many runs a shard has. */
    public static long runs(SweepFolder folder, Shard shard) {
        long first = folder.firstRun(shard.first(folder.parts()));
        return Math.min(folder.runs(), folder.firstRun(shard.end(folder.parts()))) - first;
    }

    private SweepTally tally() {
        return new SweepTally(runs(folder, shard), found.get(), done.get(), failed.get());
    }

    private void run() throws DataException, InvalidInputException {
        PointPlans tried = folder.plans();
        int workers = isLarge(tried) ? 1 : threads;
        AtomicInteger next = new AtomicInteger(shard.first(folder.parts()));
        Callable<Optional<Exception>> worker = () -> {
            try (PlanFile plan = folder.plan()) {
                PointPlans plans = tried.over(folder.experiment());
                int part = next.getAndIncrement();
                while (part < shard.end(folder.parts()) && !listener.isStopping()) {
                    if (!run(part, plan, plans, threads / workers)) {
                        elsewhere.add(part);
                    }
                    part = next.getAndIncrement();
                }
                runLate(plans, threads / workers);
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

    /** Waits for the parts that others run. */
    private void runLate(PointPlans plans, int threadsARun) throws DataException, InvalidInputException {
        for (Integer part = elsewhere.poll(); part != null; part = elsewhere.poll()) {
            listener.waits(folder.journal(part));
            try (PlanFile plan = folder.plan()) { // a plan is read forwards only
                while (!listener.isStopping() && !run(part, plan, plans, threadsARun)) {
                    LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
                }
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
    private boolean isLarge(PointPlans plans) throws DataException, InvalidInputException {
        try (PlanFile plan = folder.plan()) {
            List<SweepRun> first = plan.runs(folder.firstRun(shard.first(folder.parts())), 1);
            if (first.isEmpty()) {
                return false;
            }
            return isLarge(plans.of(first.getFirst()));
        }
    }

    /** Whether a run is worth all threads. */
    static boolean isLarge(RunPlan run) {
        double n = run.tokens().count();
        return n * n * run.tokens().dimension() >= LARGE;
    }

    /** Whether a part is run as far as it was wanted; not if another process has it. */
    private boolean run(int part, PlanFile plan, PointPlans plans, int threadsARun)
            throws DataException, InvalidInputException {
        boolean found = isFound(part);
        if (found && !Files.exists(folder.journal(part))) {
            return true;
        }
        Optional<PartJournal> free = PartJournal.open(folder.journal(part));
        if (free.isEmpty()) {
            return found;
        }
        try (PartJournal journal = free.get()) {
            if (found || isFound(part)) { // whoever completed it may have been killed before it had tidied up
                PartTrajectories.discard(folder, part);
                journal.delete();
                return true;
            }
            try (PartTrajectories trajectories = PartTrajectories.of(folder, part, journal)) {
                find(journal.rows());
                int count = folder.count(part);
                List<SweepRun> runs = plan.runs(folder.firstRun(part), count);
                SweptRun one =
                        new SweptRun(new RunOptions(threadsARun, false), plans.secondsPerRun(), listener::isCancelled);
                run(runs.subList(journal.count(), count), journal, trajectories, plans, one);
                if (journal.count() == count) {
                    PartFile.write(folder.part(part), heading, journal.rows(), trajectories.publish());
                    trajectories.delete();
                    journal.delete();
                }
            }
            return true;
        }
    }

    private boolean isFound(int part) throws DataException {
        Optional<PartFile.Part> found =
                SweepResults.intactPart(folder, part, CancellationCheck.of(listener::isCancelled));
        found.ifPresent(whole -> find(whole.rows()));
        return found.isPresent();
    }

    private void run(
            List<SweepRun> runs, PartJournal journal, PartTrajectories trajectories, PointPlans plans, SweptRun one)
            throws DataException {
        List<String> held = new ArrayList<>();
        long since = System.nanoTime();
        try {
            for (SweepRun run : runs) {
                if (listener.isStopping()) {
                    return;
                }
                Outcome outcome = outcome(run, trajectories, plans, one);
                held.add(outcome.row(run, names));
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

    private Outcome outcome(SweepRun run, PartTrajectories trajectories, PointPlans plans, SweptRun one)
            throws DataException {
        try {
            RunPlan plan = plans.of(run);
            Outcome outcome = one.of(plan, trajectories.begin(plan));
            if (outcome.isDone()) {
                trajectories.end(run, plan);
            }
            return outcome;
        } catch (InvalidInputException e) {
            return Outcome.Failed.of(e);
        } catch (UncheckedIOException e) {
            throw DataException.of(folder.folder(), e.getCause());
        }
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
