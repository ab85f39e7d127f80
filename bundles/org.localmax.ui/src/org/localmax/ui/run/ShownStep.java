package org.localmax.ui.run;

import java.util.List;
import java.util.Optional;
import org.localmax.data.DataException;
import org.localmax.dynamics.Tokens;
import org.localmax.plots.Panel;

/**
 * A record of a run as the token view shows it.
 *
 * @param step which step it is
 * @param tokens its tokens
 * @param panel the same as a panel
 */
record ShownStep(long step, Tokens tokens, Panel panel) {

    /**
     * What to show.
     *
     * @param record which record
     * @param layers what is drawn besides the tokens
     */
    record Wish(RunRecord run, int record, TokenLayers layers) {

        /** Whether this takes no longer than a glance. */
        boolean isQuick() {
            return run.isSmall();
        }

        /** Reads the record; on any thread. */
        Result read() {
            try {
                Tokens tokens = run.tokens(record);
                TokenPanel panel = new TokenPanel(
                        tokens,
                        run.categories(),
                        layers.trails() ? run.trail(record) : List.of(),
                        tokens,
                        run.extent());
                return new Result(Optional.of(new ShownStep(run.step(record), tokens, panel.panel(layers))), "");
            } catch (DataException e) {
                return new Result(Optional.empty(), e.getMessage());
            }
        }
    }

    /**
     * What came of reading.
     *
     * @param shown the step, unless it cannot be read
     * @param failure why not
     */
    record Result(Optional<ShownStep> shown, String failure) {}
}
