package org.localmax.ui.live;

import java.util.Optional;
import org.localmax.analysis.limits.Limits;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.State;
import org.localmax.experiments.LiveRun;
import org.localmax.experiments.NeighbourEntry;
import org.localmax.experiments.RunPlan;
import org.localmax.ui.run.OpenState;

/** A moment of a live run. Two are the same only if they are one. */
final class LiveState implements OpenState {

    private final LiveRun.Moment moment;

    LiveState(LiveRun.Moment moment) {
        this.moment = moment;
    }

    LiveRun.Moment moment() {
        return moment;
    }

    @Override
    public RunPlan plan() {
        return moment.kept();
    }

    @Override
    public State state() {
        return moment.state();
    }

    /** The run is not over. */
    @Override
    public Optional<Limits> limits() {
        return Optional.empty();
    }

    @Override
    public NeighbourEntry entry(int i, int j) throws DataException {
        return NeighbourEntry.of(moment, i, j, CancellationCheck.NONE);
    }

    @Override
    public long step(int record) {
        return record;
    }
}
