package org.localmax.experiments;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.experiments.internal.CapsuleDocument;
import org.localmax.solver.Algorithm;
import org.localmax.solver.Stepper;

/**
 * Runs plans. A run writes its capsule to one side and moves it into place when it is whole; whatever ends it before leaves
 * nothing that looks finished, and with {@link Checkpoints} something to go on from: the result is the same bytes as if the run had
 * not been interrupted.
 */
public final class Runner {

    private Runner() {}

    /**
     * Runs a plan into a capsule, or goes on doing so.
     *
     * @param output the capsule's folder
     * @throws DataException if the capsule cannot be written, or there is a checkpoint that cannot be gone on from
     * @throws InvalidInputException if the memory does not suffice, or a step cannot be made since scores overflow on the way
     * @throws IllegalArgumentException if the algorithm of the options cannot step the dynamics
     * @throws CancellationException if the listener cancels
     */
    public static RunSummary run(RunPlan plan, Path output, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        RunMemory.require(plan, options);
        try (CapsuleFolder folder = options.resume()
                ? CapsuleFolder.resume(output, options.force())
                : CapsuleFolder.stage(output, options.force())) {
            RunSummary summary = compute(plan, folder, options, listener);
            folder.publish();
            return summary;
        }
    }

    /** Runs a plan into the files of a capsule. */
    static RunSummary compute(RunPlan plan, CapsuleFolder folder, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        CancellationCheck wanted = CancellationCheck.of(listener::isCancelled);
        try (Stepper stepper = options.stepper(plan)) {
            Algorithm algorithm = stepper.algorithm(State.initial(plan.tokens()));
            try (OngoingRun run = OngoingRun.open(plan, algorithm, folder, wanted)) {
                try {
                    step(run, stepper, options.checkpoints(), listener);
                    RunSummary summary = run.finish(stepper.fractions(run.state(), listener));
                    CapsuleDocument.write(folder, summary, options.threads(), run.seconds(), wanted);
                    return summary;
                } catch (CancellationException e) {
                    if (options.checkpoints().areWanted() && run.hasBegun()) {
                        run.store();
                    }
                    throw e;
                }
            }
        }
    }

    private static void step(OngoingRun run, Stepper stepper, Checkpoints checkpoints, RunListener listener)
            throws DataException, InvalidInputException {
        long stored = checkpoints.clock().getAsLong();
        while (!run.isAtEnd()) {
            Step step = step(stepper, run.state(), run.plan(), listener);
            run.add(step);
            listener.stepped(step);
            long now = checkpoints.clock().getAsLong();
            if (checkpoints.areDue(now - stored)) {
                run.store();
                stored = checkpoints.clock().getAsLong();
            }
        }
    }

    /** The next step; where there is none, as when scores overflow, says of which run and when. */
    static Step step(Stepper stepper, State state, RunPlan plan, RunListener listener) throws InvalidInputException {
        try {
            return stepper.step(state, listener);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidInputException(
                    plan.name() + ": the step from t = " + state.t() + " cannot be made: " + e.getMessage());
        }
    }

    /** Whether the capsule of a plan is there, finished: of the same plan and the same tokens. */
    public static boolean isComplete(RunPlan plan, Path output) {
        return CapsuleDocument.isOf(plan, output);
    }
}
