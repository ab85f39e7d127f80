package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.List;
import org.localmax.data.DataException;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.ui.plots.StepSeries;

/** A run as read from its capsule, for the views of the window. Its states are read when they are asked for, by any thread. */
final class RunRecord implements AutoCloseable {

    private static final int MOST_AT_ONCE = 200;
    private static final int PLANE = 2;

    private final RunFacts facts;
    private final RecordedRun recorded;
    private final List<StepSeries> observables;
    private final TokenScene.Prepared plain;

    private RunRecord(RunFacts facts, RecordedRun recorded, List<StepSeries> observables)
            throws DataException, InvalidInputException {
        this.facts = facts;
        this.recorded = recorded;
        this.observables = observables;
        plain = TokenScene.Prepared.plain(this);
    }

    /**
     * Reads a capsule.
     *
     * @throws DataException with a message for the user if it is incomplete or damaged
     */
    static RunRecord read(Path folder) throws DataException, InvalidInputException {
        RecordedRun recorded = RecordedRun.open(folder);
        try {
            return new RunRecord(
                    RunFacts.of(recorded.capsule()),
                    recorded,
                    ObservableSeries.of(recorded.capsule().observables()));
        } catch (DataException | InvalidInputException | RuntimeException e) {
            recorded.close();
            throw e;
        }
    }

    RunFacts facts() {
        return facts;
    }

    /** The same for those who make figures of it. */
    RecordedRun recorded() {
        return recorded;
    }

    List<StepSeries> observables() {
        return observables;
    }

    /** What is drawn of it at first. */
    TokenScene.Prepared plain() {
        return plain;
    }

    int records() {
        return recorded.records();
    }

    long step(int index) {
        return recorded.step(index);
    }

    /** The dimension of the tokens. */
    int dimension() {
        return recorded.plan().tokens().dimension();
    }

    /** The record whose step is nearest. */
    int nearest(long step) {
        int best = 0;
        for (int r = 1; r < records(); r++) {
            if (Math.abs(step(r) - step) < Math.abs(step(best) - step)) {
                best = r;
            }
        }
        return best;
    }

    /** Whether there is so little of it that it is analysed and a step is drawn at once. */
    boolean isSmall() {
        return recorded.plan().tokens().count() <= MOST_AT_ONCE && dimension() <= PLANE;
    }

    Tokens tokens(int index) throws DataException {
        return recorded.tokens(index);
    }

    @Override
    public void close() throws DataException {
        recorded.close();
    }
}
