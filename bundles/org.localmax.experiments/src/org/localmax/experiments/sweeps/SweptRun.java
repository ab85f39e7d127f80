package org.localmax.experiments.sweeps;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.localmax.analysis.Clusters;
import org.localmax.analysis.DecisionTally;
import org.localmax.analysis.Observation;
import org.localmax.analysis.Observer;
import org.localmax.analysis.Settling;
import org.localmax.data.Checksums;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.RunMemory;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;

/** Makes one run of a sweep: its steps, and of its last state all that was asked for. */
final class SweptRun {

    private static final int HASH_BYTES = 8;

    private final RunOptions options;
    private final double secondsAllowed;
    private final BooleanSupplier cancelled;

    /**
     * @param options how it is carried out
     * @param secondsAllowed after how many seconds it is stopped; 0 for no limit
     * @param cancelled whether it is no longer wanted
     */
    SweptRun(RunOptions options, double secondsAllowed, BooleanSupplier cancelled) {
        this.options = options;
        this.secondsAllowed = secondsAllowed;
        this.cancelled = cancelled;
    }

    /**
     * What a run came to. Whatever fails in it is told, not thrown.
     *
     * @param states told of each recorded state
     * @throws CancellationException if it is no longer wanted
     */
    Outcome of(RunPlan plan, Recorder states) {
        Deadline deadline = new Deadline(secondsAllowed);
        BooleanSupplier isOver = () -> cancelled.getAsBoolean() || deadline.isPast();
        try {
            RunMemory.require(plan, options);
            try (Stepper stepper = options.stepper(plan)) {
                return run(plan, stepper, isOver, states);
            }
        } catch (CancellationException e) {
            if (cancelled.getAsBoolean()) {
                throw e;
            }
            return new Outcome.Stopped("took longer than " + secondsAllowed + " s");
        } catch (InvalidInputException | IllegalArgumentException | ArithmeticException e) {
            return new Outcome.Failed(oneLine(e.getMessage()));
        } catch (OutOfMemoryError _) {
            return new Outcome.Failed("there was not enough memory");
        }
    }

    private static String oneLine(String message) {
        return String.valueOf(message).strip().replaceAll("\\s+", " ");
    }

    private static Outcome run(RunPlan plan, Stepper stepper, BooleanSupplier isOver, Recorder states) {
        CancellationCheck wanted = CancellationCheck.of(isOver);
        Observer observer = new Observer(
                plan.tokens(), plan.observables(), List.copyOf(plan.formulas()), Optional.of(plan.watched()), wanted);
        Settling settling = new Settling(observer.diameter(), plan.settleTolerance());
        DecisionTally tally = new DecisionTally();
        StepListener listener = new StepListener() {
            @Override
            public boolean isCancelled() {
                return isOver.getAsBoolean();
            }
        };
        State state = State.initial(plan.tokens());
        Step step;
        while (true) {
            step = stepper.step(state, listener);
            settling.add(step, wanted);
            tally.add(step);
            states.record(state);
            if (state.t() == plan.steps()) {
                break;
            }
            observer.see(step);
            state = step.after();
        }
        Observation last = observer.observe(step, wanted);
        Clusters clusters = Clusters.of(state.tokens(), observer.linkage(), wanted);
        return new Outcome.Done(
                plan.steps(),
                settling.settled(clusters),
                clusters.count(),
                tally,
                observer.columns(),
                last,
                hash(state.tokens()));
    }

    /** The first digits of the SHA-256 of all coordinates, as 64-bit floats in little-endian order. */
    static String hash(Tokens tokens) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * tokens.rows().length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : tokens.rows()) {
            bytes.putDouble(value);
        }
        return HexFormat.of().formatHex(Checksums.sha256(bytes.array()), 0, HASH_BYTES);
    }

    /** Is told of the states of a run, one after the other. */
    @FunctionalInterface
    interface Recorder {

        /** Keeps nothing. */
        Recorder NONE = _ -> {};

        void record(State state);
    }

    /** A moment after which a run is not wanted. */
    private static final class Deadline {

        private final long nanos;
        private final boolean exists;

        Deadline(double seconds) {
            exists = seconds > 0;
            nanos = System.nanoTime() + (long) Math.min(seconds * 1e9, Long.MAX_VALUE / 4.0);
        }

        boolean isPast() {
            return exists && System.nanoTime() - nanos > 0;
        }
    }
}
