package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.localmax.analysis.Clusters;
import org.localmax.data.DataException;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.Capsule;
import org.localmax.geometry.Diameter;
import org.localmax.plots.Palette;
import org.localmax.ui.plots.StepSeries;

/**
 * A run as read from its capsule. Immutable; small trajectories are held in memory, of large ones the states are read when
 * they are asked for.
 */
final class RunRecord implements AutoCloseable {

    private static final long HELD = 128_000_000;
    private static final int MOST_AT_ONCE = 2000;
    private static final int MOST_CLUSTERED = 20_000;

    private final RunFacts facts;
    private final Trajectory trajectory;
    private final List<StepSeries> observables;
    private final List<Tokens> held;
    private final TokenExtent extent;
    private final int[] categories;

    private RunRecord(
            RunFacts facts,
            Trajectory trajectory,
            List<StepSeries> observables,
            List<Tokens> held,
            TokenExtent extent,
            int[] categories) {
        this.facts = facts;
        this.trajectory = trajectory;
        this.observables = observables;
        this.held = held;
        this.extent = extent;
        this.categories = categories;
    }

    /**
     * Reads a capsule.
     *
     * @throws DataException with a message for the user if it is incomplete or damaged
     */
    static RunRecord read(Path folder) throws DataException {
        Capsule capsule = Capsule.open(folder);
        RunFacts facts = RunFacts.of(capsule);
        List<StepSeries> observables = ObservableSeries.of(capsule.observables());
        Trajectory trajectory = capsule.trajectory();
        try {
            Tokens first = trajectory.tokens(0);
            Tokens last = trajectory.tokens(trajectory.records() - 1);
            List<Tokens> held = new ArrayList<>();
            TokenExtent extent = TokenExtent.of(first).union(TokenExtent.of(last));
            if (8L * trajectory.records() * trajectory.count() * trajectory.dimension() <= HELD) {
                for (int r = 0; r < trajectory.records(); r++) {
                    held.add(trajectory.tokens(r));
                    extent = extent.union(TokenExtent.of(held.getLast()));
                }
            }
            return new RunRecord(facts, trajectory, observables, held, extent, categories(first, last));
        } catch (DataException | RuntimeException e) {
            trajectory.close();
            throw e;
        }
    }

    /** For each token the cluster it ends in, if there are few enough to have a colour each. */
    private static int[] categories(Tokens first, Tokens last) {
        if (last.count() > MOST_CLUSTERED) {
            return new int[0];
        }
        Clusters clusters = Clusters.of(last, Clusters.RELATIVE_LINKAGE * Diameter.of(first));
        boolean told = clusters.count() > 1 && clusters.count() <= Palette.categories();
        return told ? clusters.labels() : new int[0];
    }

    RunFacts facts() {
        return facts;
    }

    List<StepSeries> observables() {
        return observables;
    }

    TokenExtent extent() {
        return extent;
    }

    int[] categories() {
        return categories;
    }

    int records() {
        return trajectory.records();
    }

    long step(int index) {
        return trajectory.step(index);
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

    /** Whether all of it is in memory, and so little that a step is drawn at once. */
    boolean isSmall() {
        return !held.isEmpty() && trajectory.count() <= MOST_AT_ONCE;
    }

    Tokens tokens(int index) throws DataException {
        return held.isEmpty() ? trajectory.tokens(index) : held.get(index);
    }

    /** The states before one that differ visibly from each other, oldest first; none of a large trajectory. */
    List<Tokens> trail(int index) {
        List<Tokens> trail = new ArrayList<>();
        double least = 0.002 * extent.size();
        for (Tokens state : held.subList(0, Math.min(index, held.size()))) {
            if (trail.isEmpty() || hasMoved(trail.getLast(), state, least)) {
                trail.add(state);
            }
        }
        return trail;
    }

    private static boolean hasMoved(Tokens before, Tokens after, double least) {
        int drawn = Math.min(2, before.dimension());
        for (int i = 0; i < before.count(); i++) {
            for (int k = 0; k < drawn; k++) {
                if (Math.abs(before.get(i, k) - after.get(i, k)) > least) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() throws DataException {
        trajectory.close();
    }
}
