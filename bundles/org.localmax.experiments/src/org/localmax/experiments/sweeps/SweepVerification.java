package org.localmax.experiments.sweeps;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.localmax.data.DataException;
import org.localmax.data.TextTable;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunOptions;

/**
 * Whether rows of a sweep still are what its plan gives: the files against their checksums, then runs again from their lines of the plan,
 * each cell compared. Runs that were stopped by the clock are left out.
 *
 * @param rows how many rows were compared
 * @param differences what differs, each with the file it concerns; empty if nothing does
 */
public record SweepVerification(long rows, List<String> differences) {

    /** More are not told. */
    private static final int MOST_DIFFERENCES = 20;

    public SweepVerification {
        differences = List.copyOf(differences);
    }

    /**
     * Verifies a sweep.
     *
     * @param most so many rows are run again, spread over all
     * @param threads how many a run may take
     * @throws DataException if files cannot be read, or the plan or the experiment was changed
     * @throws CancellationException if the listener cancels
     */
    public static SweepVerification of(SweepFolder folder, long most, int threads, SweepListener listener)
            throws DataException, InvalidInputException {
        CancellationCheck wanted = CancellationCheck.of(listener::isCancelled);
        folder.requireIntact(wanted);
        long rows = Math.min(most, folder.runs());
        List<String> differences = new ArrayList<>();
        long compared = 0;
        try (PlanFile plan = folder.plan()) {
            PointPlans plans = folder.plans();
            SweptRun one = new SweptRun(new RunOptions(threads, false), plans.secondsPerRun(), listener::isCancelled);
            long next = 0;
            for (int part = 0; part < folder.parts(); part++) {
                long end = folder.firstRun(part) + folder.count(part);
                Optional<PartFile.Part> found = SweepResults.intactPart(folder, part, wanted);
                if (found.isEmpty()) {
                    differences.add(folder.part(part) + ": it, or what belongs to it, is missing or damaged;"
                            + " the run with --resume makes it again");
                }
                for (; next < rows && place(next, rows, folder) < end; next++) {
                    wanted.check();
                    if (found.isPresent()) {
                        SweepRun run = plan.runs(place(next, rows, folder), 1).getFirst();
                        String row = found.get().rows().get((int) (run.number() - folder.firstRun(part)));
                        compared += compare(folder, part, run, row, again(run, plans, one), differences) ? 1 : 0;
                        listener.ran(false);
                    }
                }
                if (differences.size() >= MOST_DIFFERENCES) {
                    break;
                }
            }
        }
        return new SweepVerification(compared, differences);
    }

    /** The run of a number of the sample. */
    private static long place(long number, long rows, SweepFolder folder) {
        return rows == folder.runs() ? number : (long) ((number + 0.5) / rows * folder.runs());
    }

    private static Outcome again(SweepRun run, PointPlans plans, SweptRun one) {
        try {
            return one.of(plans.of(run), SweptRun.Recorder.NONE);
        } catch (InvalidInputException e) {
            return Outcome.Failed.of(e);
        }
    }

    /** Whether it was compared: not if either was stopped by the clock. */
    private static boolean compare(
            SweepFolder folder, int part, SweepRun run, String row, Outcome outcome, List<String> differences) {
        List<String> names = folder.columns().names();
        List<String> kept = TextTable.texts(row);
        List<String> found = TextTable.texts(outcome.row(run, folder.columns().names()));
        int status = names.indexOf(SweepColumns.STATUS);
        if (kept.get(status).equals(Outcome.STOPPED) || found.get(status).equals(Outcome.STOPPED)) {
            return false;
        }
        for (int column = 0; column < names.size(); column++) {
            if (!Objects.equals(kept.get(column), found.get(column))) {
                differences.add(folder.part(part) + ": run " + run.number() + " has " + names.get(column) + " = '"
                        + kept.get(column) + "'; it gives '" + found.get(column) + "' when it is run again");
            }
        }
        return true;
    }
}
