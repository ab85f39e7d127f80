package org.localmax.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.localmax.analysis.Clusters;
import org.localmax.analysis.DecisionTally;
import org.localmax.analysis.Observer;
import org.localmax.analysis.Settling;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.Checkpoint;
import org.localmax.data.DataException;
import org.localmax.data.LineWriter;
import org.localmax.data.TokenFiles;
import org.localmax.data.TrajectoryWriter;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.internal.CapsuleDocument;
import org.localmax.experiments.internal.CheckpointDocument;
import org.localmax.experiments.internal.PlanIdentity;
import org.localmax.solver.Algorithm;

/** A run under way: its state, what was seen of it, and the files that records go to. */
final class OngoingRun implements AutoCloseable {

    private final RunPlan plan;
    private final Algorithm algorithm;
    private final CapsuleFolder folder;
    private final CancellationCheck wanted;
    private final RecordedSteps recorded;
    private final Observer observer;
    private final Settling settling;
    private final long started = System.nanoTime();

    private DecisionTally tally = new DecisionTally();
    private State state;
    /** One step before the present state. */
    private Optional<State> before = Optional.empty();

    private TrajectoryWriter trajectory;
    private LineWriter table;
    private TrajectoryWriter.Mark recordsMark;
    private LineWriter.Mark tableMark;
    private double secondsBefore;
    private Optional<String> identity = Optional.empty();
    /** Whether the step from the present state was looked at; it is the last one, or an observer has to see it again. */
    private boolean isSeen;

    private boolean isFinishing;

    private OngoingRun(RunPlan plan, Algorithm algorithm, CapsuleFolder folder, CancellationCheck wanted) {
        this.plan = plan;
        this.algorithm = algorithm;
        this.folder = folder;
        this.wanted = wanted;
        recorded = plan.recordedSteps();
        observer = new Observer(
                plan.tokens(), plan.observables(), List.copyOf(plan.formulas()), Optional.of(plan.watched()), wanted);
        settling = new Settling(observer.diameter(), plan.settleTolerance());
        state = State.initial(plan.tokens());
    }

    /**
     * Begins a run, or goes on from the checkpoint of the folder.
     *
     * @param wanted asked in whatever takes long
     * @throws DataException if a file cannot be written, or the checkpoint is damaged or one of another plan
     */
    static OngoingRun open(RunPlan plan, Algorithm algorithm, CapsuleFolder folder, CancellationCheck wanted)
            throws DataException {
        Checkpoint checkpoint = folder.checkpoint().orElse(null);
        OngoingRun run = new OngoingRun(plan, algorithm, folder, wanted);
        try {
            if (checkpoint == null) {
                run.begin();
            } else {
                run.goOn(checkpoint);
            }
            return run;
        } catch (DataException e) {
            run.close();
            throw e;
        }
    }

    private void begin() throws DataException {
        trajectory = TrajectoryWriter.create(folder.path(CapsuleDocument.TRAJECTORY), records(), n(), d());
        table = LineWriter.create(folder.path(CapsuleDocument.OBSERVABLES));
        table.write(String.join(",", observer.columns()));
    }

    private void goOn(Checkpoint checkpoint) throws DataException {
        CheckpointDocument document = document(checkpoint);
        if (!document.plan().equals(identity())) {
            throw folder.unusable("is the checkpoint of another plan, algorithm or version of " + Software.NAME
                    + "; expected that of this run");
        }
        try {
            trajectory = TrajectoryWriter.resume(
                    folder.path(CapsuleDocument.TRAJECTORY), records(), n(), d(), document.trajectory());
            table = LineWriter.resume(folder.path(CapsuleDocument.OBSERVABLES), document.observables());
            Files.deleteIfExists(folder.path(CapsuleDocument.FINAL));
            Files.deleteIfExists(folder.path(CapsuleDocument.FINAL_EXACT));
        } catch (DataException e) {
            throw folder.unusable("cannot be gone on from: " + e.getMessage());
        } catch (IOException e) {
            throw DataException.of(folder.path(CapsuleDocument.FINAL), e);
        }
        state = new State(document.t(), checkpoint.tokens(), document.error());
        isSeen = document.isSeen();
        settling.recall(document.settling());
        tally = document.tally();
        secondsBefore = document.seconds();
    }

    private CheckpointDocument document(Checkpoint checkpoint) throws DataException {
        try {
            return CheckpointDocument.read(checkpoint.document());
        } catch (IllegalArgumentException e) {
            throw folder.unusable("is no checkpoint of a run: " + e.getMessage());
        }
    }

    /** Computed once, when it is needed. */
    private String identity() {
        if (identity.isEmpty()) {
            identity = Optional.of(PlanIdentity.of(plan, algorithm));
        }
        return identity.get();
    }

    private int records() {
        return Math.toIntExact(recorded.count());
    }

    private int n() {
        return plan.tokens().count();
    }

    private int d() {
        return plan.tokens().dimension();
    }

    RunPlan plan() {
        return plan;
    }

    /** Where the next step starts. */
    State state() {
        return state;
    }

    /** Whether all steps were added. */
    boolean isAtEnd() {
        return isSeen && state.t() == plan.steps();
    }

    /** The seconds that the run took, those before it was resumed included. */
    double seconds() {
        return secondsBefore + (System.nanoTime() - started) / 1e9;
    }

    /** Adds the step from the present state; if it is cancelled, nothing was added. */
    void add(Step step) throws DataException {
        if (isSeen) { // before the run was interrupted; the observer alone has to see it again
            observer.see(step);
            move(step);
            return;
        }
        boolean isRecorded = recorded.contains(state.t());
        String row =
                isRecorded ? String.join(",", observer.observe(step, wanted).values()) : "";
        wanted.check();
        settling.add(step, wanted);
        tally.add(step);
        if (isRecorded) {
            trajectory.write(state.t(), state.tokens());
            table.write(row);
        }
        observer.see(step);
        move(step);
    }

    private void move(Step step) {
        isSeen = state.t() == plan.steps();
        before = isSeen ? before : Optional.of(state);
        state = isSeen ? state : step.after();
    }

    /** Whether there is anything to go on from. */
    boolean hasBegun() {
        return isSeen || state.t() > 0;
    }

    /** Stores where the run stands, to go on from there. */
    void store() throws DataException {
        if (!isFinishing) {
            mark();
        }
        // an observer that remembers goes on from one step earlier, to see that step again
        boolean isEarlier = !isSeen && Observer.remembers(plan.observables()) && before.isPresent();
        State stored = isEarlier ? before.get() : state;
        CheckpointDocument document = new CheckpointDocument(
                identity(),
                stored.t(),
                stored.error(),
                isSeen || isEarlier,
                settling.memory(),
                tally,
                recordsMark,
                tableMark,
                seconds());
        folder.store(new Checkpoint(document.json(), stored.tokens()));
    }

    private void mark() throws DataException {
        recordsMark = trajectory.mark();
        tableMark = table.mark();
    }

    /**
     * Completes the files when all steps were added.
     *
     * @param fractions the last state as fractions, of a run in exact arithmetic
     */
    RunSummary finish(Optional<ExactTokens> fractions) throws DataException {
        mark();
        isFinishing = true;
        wanted.check();
        Clusters clusters = Clusters.of(state.tokens(), observer.linkage(), wanted);
        Path last = folder.path(CapsuleDocument.FINAL);
        TokenFiles.writeCsv(last, state.tokens(), wanted);
        if (fractions.isPresent()) {
            TokenFiles.writeCsv(folder.path(CapsuleDocument.FINAL_EXACT), fractions.get(), wanted);
        }
        table.close();
        String hash = trajectory.finish(wanted);
        return new RunSummary(
                plan,
                algorithm,
                records(),
                settling.settled(clusters),
                clusters.count(),
                tally.ambiguous(),
                tally.consequential(),
                tally.firstConsequential(),
                hash);
    }

    @Override
    public void close() throws DataException {
        try (TrajectoryWriter _ = trajectory) {
            if (table != null) {
                table.close();
            }
        }
    }
}
