package org.localmax.experiments.sweeps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunOptions;

/**
 * Some runs of a sweep, spread over its plan and timed, from which follows how long all take. They are repeated while they are short, so
 * that what is timed is not the start of the program.
 *
 * @param runs how many there were
 * @param secondsARun how long one takes, on the average
 * @param sideBySide how many go on at once
 */
public record SweepPilot(int runs, double secondsARun, int sideBySide) {

    /** So many places of the plan are looked at. */
    private static final int PLACES = 32;

    /** Another round begins within so many seconds. */
    private static final double SECONDS = 3;

    /** No run begins after so many seconds. */
    private static final double MOST_SECONDS = 60;

    /**
     * Makes the runs, one after the other.
     *
     * @param threads how many a run may take
     * @throws CancellationException if the listener cancels
     */
    public static SweepPilot of(Sweeps sweeps, int threads, SweepListener listener) throws InvalidInputException {
        List<SweepRun> runs = runs(sweeps.plan(""));
        PointPlans plans = new PointPlans(sweeps.experiment(), sweeps.folder(), sweeps.axes());
        int sideBySide = isLarge(runs.getFirst(), plans) ? 1 : threads;
        RunOptions options = new RunOptions(threads / sideBySide, false);
        SweptRun one = new SweptRun(options, plans.secondsPerRun(), listener::isCancelled);
        long start = System.nanoTime();
        SweepPilot pilot;
        do {
            pilot = round(runs, plans, one, sideBySide, start, listener);
        } while (secondsSince(start) < SECONDS);
        return pilot;
    }

    /** How many seconds so many runs take. */
    public double seconds(long number) {
        return secondsARun * number / sideBySide;
    }

    private static boolean isLarge(SweepRun run, PointPlans plans) {
        try {
            return SweepRunner.isLarge(plans.of(run));
        } catch (InvalidInputException _) { // it will be told in its row
            return false;
        }
    }

    private static List<SweepRun> runs(SweepPlan plan) throws InvalidInputException {
        long most = plan.most();
        int places = (int) Math.min(PLACES, most);
        List<SweepRun> runs = new ArrayList<>();
        for (int k = 0; k < places; k++) {
            // in the middle of each of as many equal shares
            plan.at((long) ((k + 0.5) / places * most)).ifPresent(runs::add);
        }
        for (long place = 0; runs.isEmpty() && place < most; place++) {
            plan.at(place).ifPresent(runs::add);
        }
        if (runs.isEmpty()) {
            throw SweepFolder.noPoint();
        }
        return runs;
    }

    private static SweepPilot round(
            List<SweepRun> runs, PointPlans plans, SweptRun one, int sideBySide, long start, SweepListener listener) {
        long before = System.nanoTime();
        int made = 0;
        for (SweepRun run : runs) {
            if (listener.isStopping()) {
                throw new CancellationException("the pilot was cancelled");
            }
            if (made > 0 && secondsSince(start) > MOST_SECONDS) {
                break;
            }
            outcome(run, plans, one);
            made++;
        }
        return new SweepPilot(made, secondsSince(before) / Math.max(1, made), sideBySide);
    }

    /** Runs that fail take their time, too. */
    private static Optional<Outcome> outcome(SweepRun run, PointPlans plans, SweptRun one) {
        try {
            return Optional.of(one.of(plans.of(run), SweptRun.Recorder.NONE));
        } catch (InvalidInputException _) {
            return Optional.empty();
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
