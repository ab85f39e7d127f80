package org.localmax.ui.inspector;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.Platform;
import org.localmax.analysis.inspection.Inspection;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.Limits;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.experiments.NeighbourEntry;
import org.localmax.experiments.RecordedRun;

/** A capsule whose tokens are looked at one by one; kept open while it is in front. On any thread. */
final class InspectedRun {

    private static final int MOST_CANDIDATES = 200;

    /** The limits of more tokens take longer than a glance. */
    private static final int MOST_WITH_LIMITS = 20_000;

    private Optional<Path> capsule = Optional.empty();
    private Optional<RecordedRun> run = Optional.empty();

    /**
     * A token that is to be looked at.
     *
     * @param capsule the folder of its run
     * @param value the parameter of the rule, if it is turned
     */
    record Wish(Path capsule, int record, int token, OptionalDouble value) {}

    /**
     * What was seen.
     *
     * @param wish what was asked for
     * @param found what there is; empty if it cannot be seen
     * @param failure why not
     */
    record Result(Wish wish, Optional<InspectedToken> found, String failure) {}

    synchronized Result look(Wish wish) {
        try {
            RecordedRun opened = open(wish.capsule());
            return new Result(wish, Optional.of(look(opened, wish)), "");
        } catch (DataException | IllegalArgumentException e) {
            close();
            return new Result(wish, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private InspectedToken look(RecordedRun opened, Wish wish) throws DataException {
        Dynamics dynamics = opened.dynamics().isContinuous() ? opened.dynamics().aims() : opened.dynamics();
        State state = opened.state(wish.record());
        Inspection actual = Inspection.of(dynamics.attention(state), wish.token(), MOST_CANDIDATES);
        Optional<Parameter> parameter = Parameter.of(dynamics.rule());
        Optional<Inspection> turned = Optional.empty();
        if (parameter.isPresent() && wish.value().isPresent()) {
            Schedule constant = Schedule.constant(wish.value().getAsDouble());
            Dynamics other = dynamics.with(parameter.get().with(dynamics.rule(), constant));
            turned = Optional.of(Inspection.of(other.attention(state), wish.token(), MOST_CANDIDATES));
        }
        return new InspectedToken(opened.plan(), parameter, actual, turned, limit(opened, wish.token()));
    }

    private static String limit(RecordedRun opened, int token) throws DataException {
        if (opened.plan().tokens().count() > MOST_WITH_LIMITS) {
            return "not looked for, there are too many tokens";
        }
        Limits limits = opened.limits(CancellationCheck.NONE);
        int label = limits.clusters().label(token);
        LimitKind kind = limits.kind(label);
        double gap = limits.gap(label);
        return Double.isNaN(gap) ? kind.text() : kind.text() + ", gap " + InspectedToken.number(gap);
    }

    /** When a token became a neighbour of another. */
    synchronized NeighbourEntry entry(Wish wish, int neighbour) throws DataException {
        return NeighbourEntry.of(open(wish.capsule()), wish.token(), neighbour, wish.record(), CancellationCheck.NONE);
    }

    /** t of a record of the run that is open. */
    synchronized long step(int record) {
        return run.orElseThrow().step(record);
    }

    private RecordedRun open(Path folder) throws DataException {
        if (!capsule.equals(Optional.of(folder))) {
            close();
            run = Optional.of(RecordedRun.open(folder));
            capsule = Optional.of(folder);
        }
        return run.orElseThrow();
    }

    synchronized void close() {
        capsule = Optional.empty();
        run.ifPresent(opened -> {
            try {
                opened.close();
            } catch (DataException e) {
                Platform.getLog(InspectedRun.class).error(e.getMessage(), e);
            }
        });
        run = Optional.empty();
    }
}
