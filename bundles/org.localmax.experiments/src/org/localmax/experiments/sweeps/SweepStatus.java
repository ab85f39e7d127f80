package org.localmax.experiments.sweeps;

import java.util.List;
import java.util.Optional;
import org.localmax.data.DataException;
import org.localmax.data.TextTable;
import org.localmax.dynamics.CancellationCheck;

/**
 * How far a sweep is, as its folder tells; runs under way elsewhere show as soon as they are handed to the system.
 *
 * @param runs how many runs the plan has
 * @param ready how many are there
 * @param failed how many of these failed or were stopped
 * @param begun how many parts are begun and not complete
 * @param parts how many parts there are
 * @param complete how many of these are complete
 */
public record SweepStatus(long runs, long ready, long failed, int begun, int parts, int complete) {

    /**
     * That of a folder.
     *
     * @throws DataException if its files cannot be read
     */
    public static SweepStatus of(SweepFolder folder, CancellationCheck wanted) throws DataException {
        int status = folder.columns().names().indexOf(SweepColumns.STATUS);
        long ready = 0;
        long failed = 0;
        int begun = 0;
        int complete = 0;
        for (int part = 0; part < folder.parts(); part++) {
            wanted.check();
            Optional<List<String>> whole = SweepResults.rows(folder, part);
            List<String> rows = whole.isPresent() ? whole.get() : PartJournal.peek(folder.journal(part));
            complete += whole.isPresent() ? 1 : 0;
            begun += whole.isEmpty() && !rows.isEmpty() ? 1 : 0;
            ready += rows.size();
            failed += rows.stream()
                    .filter(row -> !TextTable.texts(row).get(status).equals(Outcome.DONE))
                    .count();
        }
        return new SweepStatus(folder.runs(), ready, failed, begun, folder.parts(), complete);
    }

    @Override
    public String toString() {
        return ready + " of " + runs + " runs are there" + (failed == 0 ? "" : ", " + failed + " of them failed") + "; "
                + complete + " of " + parts + " parts are complete"
                + (begun == 0 ? "" : ", " + begun + (begun == 1 ? " is begun" : " are begun"));
    }
}
