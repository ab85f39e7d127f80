package org.localmax.experiments;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.localmax.analysis.Clusters;
import org.localmax.analysis.Settled;
import org.localmax.analysis.Settling;
import org.localmax.analysis.limits.Limits;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.internal.CapsuleDocument;
import org.localmax.experiments.internal.PlanDocument;
import org.localmax.geometry.Diameter;

/**
 * A capsule, to be looked at again: its plan, its recorded states, and what follows from them. States are read when they are asked for,
 * so that memory does not grow with their number. What a step decides is found again by the definition of the plan; of a run in exact
 * arithmetic by doubles. Any thread may ask.
 */
public final class RecordedRun implements AutoCloseable {

    private final Capsule capsule;
    private final RunPlan plan;
    private final Trajectory trajectory;
    private List<Limits> limits = List.of();
    private double diameter = Double.NaN;

    private RecordedRun(Capsule capsule, RunPlan plan, Trajectory trajectory) {
        this.capsule = capsule;
        this.plan = plan;
        this.trajectory = trajectory;
    }

    /**
     * Opens a capsule.
     *
     * @throws DataException if it is none, or is damaged
     */
    public static RecordedRun open(Path folder) throws DataException {
        Capsule capsule = Capsule.open(folder);
        JsonObject document = RunDocument.read(folder.resolve(CapsuleDocument.RUN));
        Trajectory trajectory = capsule.trajectory();
        try {
            Tokens start = requireRecords(folder, trajectory);
            RunPlan plan = CapsuleDocument.read(folder, document, run -> PlanDocument.read(run.members("plan"), start));
            return new RecordedRun(capsule, plan, trajectory);
        } catch (DataException | RuntimeException e) {
            trajectory.close();
            throw e;
        }
    }

    private static Tokens requireRecords(Path folder, Trajectory trajectory) throws DataException {
        if (trajectory.records() == 0) {
            throw DataException.at(
                    folder.resolve(CapsuleDocument.TRAJECTORY), "has no record; expected the first step at least");
        }
        return trajectory.tokens(0);
    }

    public Capsule capsule() {
        return capsule;
    }

    /** The recorded states, open as long as this is. */
    Trajectory trajectory() {
        return trajectory;
    }

    /** What was run. */
    public RunPlan plan() {
        return plan;
    }

    /** The dynamics of the states as doubles. */
    public Dynamics dynamics() {
        return plan.watched();
    }

    /** How many states are recorded. */
    public int records() {
        return trajectory.records();
    }

    /** t of a record, counted from 0. */
    public long step(int record) {
        return trajectory.step(record);
    }

    /** t of each record. */
    public double[] steps() {
        double[] steps = new double[records()];
        for (int r = 0; r < steps.length; r++) {
            steps[r] = step(r);
        }
        return steps;
    }

    /** Whether every step is recorded. */
    public boolean isComplete() {
        return step(records() - 1) - step(0) == records() - 1L;
    }

    /** The number of the record of a step; empty if it is not recorded. */
    public OptionalLong record(long step) {
        for (int r = 0; r < records(); r++) {
            if (step(r) == step) {
                return OptionalLong.of(r);
            }
        }
        return OptionalLong.empty();
    }

    /** The tokens of a record. */
    public Tokens tokens(int record) throws DataException {
        return trajectory.tokens(record);
    }

    /** The state of a record; its error is not recorded and counts as 0. */
    public State state(int record) throws DataException {
        return new State(step(record), tokens(record), 0);
    }

    /** Who attends to whom, and how much, at a record. */
    public Attention attention(int record) throws DataException {
        Dynamics shown = dynamics();
        return (shown.isContinuous() ? shown.aims() : shown).attention(state(record));
    }

    /** The step from a record, made again. */
    public Step stepFrom(int record, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        try (var stepper = options.stepper(dynamics())) {
            return Runner.step(stepper, state(record), plan, listener);
        }
    }

    /** diam X(0). */
    public synchronized double diameter(CancellationCheck wanted) throws DataException {
        if (Double.isNaN(diameter)) {
            diameter = Diameter.of(tokens(0), wanted);
        }
        return diameter;
    }

    /** The limits that the last state shows; found once. */
    public synchronized Limits limits(CancellationCheck wanted) throws DataException {
        if (limits.isEmpty()) {
            double unit = diameter(wanted);
            Settling settling = new Settling(unit, plan.settleTolerance());
            Settled settled = capsule.result().settled();
            OptionalLong last = OptionalLong.of(step(records() - 1));
            settling.recall(new Settling.Memory(settled.since(), last, 0, settled.motion() == Settled.Motion.SETTLED));
            Tokens end = tokens(records() - 1);
            double linkage = Clusters.RELATIVE_LINKAGE * unit;
            limits = List.of(Limits.of(end, linkage, settling, plan.dynamics().interaction(), wanted));
        }
        return limits.getFirst();
    }

    /** Some states up to a record, evenly chosen, the first and the last one among them. */
    public List<Tokens> statesUpTo(int record, int most, CancellationCheck wanted) throws DataException {
        int count = Math.min(record + 1, most);
        List<Tokens> states = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            wanted.check();
            states.add(tokens(count == 1 ? record : (int) ((long) k * record / (count - 1))));
        }
        return states;
    }

    @Override
    public void close() throws DataException {
        trajectory.close();
    }
}
