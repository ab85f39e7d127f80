package org.localmax.ui.run;

import java.util.Optional;
import org.localmax.analysis.limits.Limits;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.State;
import org.localmax.experiments.NeighbourEntry;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunPlan;

/**
 * A record of a run.
 *
 * @param run which the editor that shows it has open
 * @param record its number
 */
record RecordedState(RecordedRun run, int record) implements OpenState {

    @Override
    public RunPlan plan() {
        return run.plan();
    }

    @Override
    public State state() throws DataException {
        return run.state(record);
    }

    @Override
    public Optional<Limits> limits() throws DataException {
        return Optional.of(run.limits(CancellationCheck.NONE));
    }

    @Override
    public NeighbourEntry entry(int i, int j) throws DataException {
        return NeighbourEntry.of(run, i, j, record, CancellationCheck.NONE);
    }

    @Override
    public long step(int number) {
        return run.step(number);
    }
}
