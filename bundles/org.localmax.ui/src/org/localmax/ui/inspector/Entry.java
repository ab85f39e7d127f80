package org.localmax.ui.inspector;

import java.util.OptionalLong;
import org.localmax.data.DataException;
import org.localmax.experiments.NeighbourEntry;

/**
 * When a neighbour came in.
 *
 * @param wish which one is asked about
 * @param step t; empty if it never does
 * @param text the answer in words
 */
record Entry(Wish wish, OptionalLong step, String text) {

    /**
     * A question.
     *
     * @param token who attends, and when
     * @param neighbour to whom
     */
    record Wish(InspectionWish token, int neighbour) {

        /** Looks through the records; on any thread. */
        Entry find() {
            try {
                return of(token.entry(neighbour));
            } catch (DataException e) {
                return new Entry(this, OptionalLong.empty(), e.getMessage());
            }
        }

        private Entry of(NeighbourEntry found) {
            String who = Integer.toString(neighbour);
            if (found.record().isEmpty()) {
                return new Entry(this, OptionalLong.empty(), Texts.name(Texts.neverEnters, who));
            }
            long step = token.shown().step(found.record().getAsInt());
            String text = !found.since() ? Texts.enters : step == 0 ? Texts.enteredFirst : Texts.entered;
            return new Entry(this, OptionalLong.of(step), Texts.name(text, who, Long.toString(step)));
        }
    }
}
