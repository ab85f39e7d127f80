package org.localmax.experiments;

import java.util.Arrays;
import java.util.OptionalInt;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;

/**
 * When a token j became a neighbour of another one, i, as far as the recorded states tell.
 *
 * @param record the first record of the time in which j has been in C_i up to the record that was asked about; if it is not in C_i
 *     there, the first one after it in which it is; empty if there is none
 * @param since whether it has been there from that record up to the one that was asked about
 */
public record NeighbourEntry(OptionalInt record, boolean since) {

    /**
     * Looks through the records of a run: O(n d) each.
     *
     * @param i who attends
     * @param j to whom
     * @param asked the record that is asked about
     */
    public static NeighbourEntry of(RecordedRun run, int i, int j, int asked, CancellationCheck wanted)
            throws DataException {
        if (attends(run, i, j, asked)) {
            int first = asked;
            while (first > 0 && attends(run, i, j, first - 1)) {
                wanted.check();
                first--;
            }
            return new NeighbourEntry(OptionalInt.of(first), true);
        }
        for (int later = asked + 1; later < run.records(); later++) {
            wanted.check();
            if (attends(run, i, j, later)) {
                return new NeighbourEntry(OptionalInt.of(later), false);
            }
        }
        return new NeighbourEntry(OptionalInt.empty(), false);
    }

    private static boolean attends(RecordedRun run, int i, int j, int record) throws DataException {
        return Arrays.binarySearch(run.attention(record).row(i).neighbours(), j) >= 0;
    }
}
