package org.localmax.experiments;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.localmax.analysis.Clusters;
import org.localmax.analysis.DecisionTally;
import org.localmax.analysis.Observer;
import org.localmax.analysis.Settling;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
import org.localmax.data.TokenFiles;
import org.localmax.data.TrajectoryWriter;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.experiments.internal.CapsuleDocument;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;

/**
 * Runs plans. A run writes its capsule to one side and moves it into place when it is whole; whatever ends it before leaves
 * nothing that looks finished.
 */
public final class Runner {

    private Runner() {}

    /**
     * Runs a plan into a capsule.
     *
     * @param output the capsule's folder
     * @param options threads, and whether a capsule that is there may be replaced
     * @throws DataException if the capsule cannot be written
     * @throws CancellationException if the listener cancels
     */
    public static RunSummary run(RunPlan plan, Path output, RunOptions options, RunListener listener)
            throws DataException {
        long started = System.nanoTime();
        try (CapsuleFolder folder = CapsuleFolder.stage(output, options.force())) {
            RunSummary summary = compute(plan, folder, options.threads(), listener);
            double seconds = (System.nanoTime() - started) / 1e9;
            CapsuleDocument.write(folder, summary, options.threads(), seconds);
            if (listener.isCancelled()) {
                throw new CancellationException("the run was cancelled");
            }
            folder.publish();
            return summary;
        }
    }

    /** Runs a plan into the files of a capsule, all but run.json. */
    static RunSummary compute(RunPlan plan, CapsuleFolder folder, int threads, RunListener listener)
            throws DataException {
        int n = plan.tokens().count();
        int d = plan.tokens().dimension();
        RecordedSteps recorded = plan.recordedSteps();
        int records = Math.toIntExact(recorded.count());
        Observer observer = new Observer(plan.tokens(), plan.observables());
        Settling settling = new Settling(observer.diameter(), plan.settleTolerance());
        DecisionTally tally = new DecisionTally();
        State state = State.initial(plan.tokens());
        String hash;
        Path observables = folder.path(CapsuleDocument.OBSERVABLES);
        try (Stepper stepper = Steppers.create(plan.dynamics(), threads);
                TrajectoryWriter trajectory =
                        TrajectoryWriter.create(folder.path(CapsuleDocument.TRAJECTORY), records, n, d);
                BufferedWriter table = Files.newBufferedWriter(observables, StandardCharsets.UTF_8)) {
            table.write(String.join(",", observer.columns()) + "\n");
            while (true) {
                Step step = stepper.step(state, listener);
                settling.add(step);
                tally.add(step);
                if (recorded.contains(state.t())) {
                    trajectory.write(state.t(), state.tokens());
                    table.write(String.join(",", observer.observe(step).values()) + "\n");
                }
                listener.stepped(step);
                if (state.t() == plan.steps()) {
                    break;
                }
                state = step.after();
            }
            hash = trajectory.finish();
        } catch (IOException e) {
            throw DataException.of(observables, e);
        }
        TokenFiles.writeCsv(folder.path(CapsuleDocument.FINAL), state.tokens());
        Clusters clusters = Clusters.of(state.tokens(), observer.linkage());
        return new RunSummary(
                plan,
                records,
                settling.settled(clusters),
                clusters.count(),
                tally.ambiguous(),
                tally.consequential(),
                tally.firstConsequential(),
                hash);
    }
}
