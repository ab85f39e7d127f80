package org.localmax.ui.run;

import java.util.Optional;
import org.localmax.analysis.limits.Limits;
import org.localmax.data.DataException;
import org.localmax.dynamics.State;
import org.localmax.experiments.NeighbourEntry;
import org.localmax.experiments.RunPlan;

/** A state that an editor shows, for those who look closer at its tokens; any thread may ask. */
public interface OpenState {

    /** What is run. */
    RunPlan plan();

    /** The tokens and t, as doubles. */
    State state() throws DataException;

    /** Where the tokens end; empty as long as that is not known. */
    Optional<Limits> limits() throws DataException;

    /** When i began to attend to j. */
    NeighbourEntry entry(int i, int j) throws DataException;

    /** t of a record that {@link #entry} has found. */
    long step(int record);
}
