package org.localmax.ui.inspector;

import java.util.Optional;
import org.localmax.analysis.inspection.Inspection;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.analysis.limits.Limits;
import org.localmax.data.DataException;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.experiments.NeighbourEntry;
import org.localmax.ui.run.OpenState;

/**
 * A token that is to be looked at.
 *
 * @param shown the state in which it is
 * @param token i
 * @param turned what of the dynamics is turned
 */
record InspectionWish(OpenState shown, int token, Turned turned) {

    private static final int MOST_CANDIDATES = 200;

    /** The limits of more tokens take longer than a glance. */
    private static final int MOST_WITH_LIMITS = 20_000;

    /**
     * What was seen.
     *
     * @param wish what was asked for
     * @param found what there is; empty if it cannot be seen
     * @param failure why not
     */
    record Result(InspectionWish wish, Optional<InspectedToken> found, String failure) {}

    /** Looks; on any thread. */
    Result look() {
        try {
            return new Result(this, Optional.of(read()), "");
        } catch (DataException | IllegalArgumentException e) {
            return new Result(this, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private InspectedToken read() throws DataException {
        Dynamics watched = shown.plan().watched();
        Dynamics dynamics = watched.isContinuous() ? watched.aims() : watched;
        State state = shown.state();
        Inspection actual = inspect(dynamics, state);
        Optional<Inspection> other = Optional.empty();
        String refusal = "";
        try {
            other = turned.isNothing() ? other : Optional.of(inspect(turned.in(dynamics), state));
        } catch (IllegalArgumentException e) {
            refusal = String.valueOf(e.getMessage());
        }
        return new InspectedToken(shown.plan(), Parameter.of(dynamics.rule()), actual, other, refusal, ending());
    }

    private Inspection inspect(Dynamics dynamics, State state) {
        return Inspection.of(dynamics.attention(state), token, MOST_CANDIDATES);
    }

    private Ending ending() throws DataException {
        if (shown.plan().tokens().count() > MOST_WITH_LIMITS) {
            return new Ending(Texts.tooManyForLimits, "");
        }
        return shown.limits().map(this::ending).orElseGet(() -> new Ending(Texts.limitsComeLater, ""));
    }

    private Ending ending(Limits limits) {
        int label = limits.clusters().label(token);
        double gap = limits.gap(label);
        return new Ending(limits.kind(label).text(), Double.isNaN(gap) ? "" : InspectedToken.number(gap));
    }

    /**
     * Where the token ends.
     *
     * @param limit what kind of limit it has, in words
     * @param gap of that; empty if it has none
     */
    record Ending(String limit, String gap) {}

    /** When the token began to attend to another one. */
    NeighbourEntry entry(int neighbour) throws DataException {
        return shown.entry(token, neighbour);
    }
}
