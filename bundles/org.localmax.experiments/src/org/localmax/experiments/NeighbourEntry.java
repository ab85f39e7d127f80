package org.localmax.experiments;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.localmax.data.DataException;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;

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
        return of(run::attention, run.records(), i, j, asked, wanted);
    }

    /** The same of the states that a live run has made so far, by its plan as it was turned. */
    public static NeighbourEntry of(LiveRun.Moment moment, int i, int j, CancellationCheck wanted)
            throws DataException {
        Dynamics dynamics = moment.plan().watched();
        Dynamics shown = dynamics.isContinuous() ? dynamics.aims() : dynamics;
        List<State> states = moment.states();
        return of(record -> shown.attention(states.get(record)), states.size(), i, j, moment.at(), wanted);
    }

    private static NeighbourEntry of(Attentions run, int records, int i, int j, int asked, CancellationCheck wanted)
            throws DataException {
        if (run.attend(i, j, asked)) {
            int first = asked;
            while (first > 0 && run.attend(i, j, first - 1)) {
                wanted.check();
                first--;
            }
            return new NeighbourEntry(OptionalInt.of(first), true);
        }
        for (int later = asked + 1; later < records; later++) {
            wanted.check();
            if (run.attend(i, j, later)) {
                return new NeighbourEntry(OptionalInt.of(later), false);
            }
        }
        return new NeighbourEntry(OptionalInt.empty(), false);
    }

    /** Who attends to whom at a record. */
    private interface Attentions {

        Attention at(int record) throws DataException;

        default boolean attend(int i, int j, int record) throws DataException {
            return Arrays.binarySearch(at(record).row(i).neighbours(), j) >= 0;
        }
    }
}
