package org.localmax.experiments;

import java.util.Set;
import org.localmax.analysis.NeighbourDigraph;
import org.localmax.analysis.Observable;
import org.localmax.analysis.Observer;
import org.localmax.dynamics.State;
import org.localmax.flow.FlowStepper;
import org.localmax.solver.Algorithm;
import org.localmax.solver.MemoryEstimate;
import org.localmax.solver.Stepper;

/** How much memory a run takes, told before it starts. */
public final class RunMemory {

    /** The program itself. */
    private static final long PROGRAM = 64L << 20;

    /** Bytes a coordinate and a token that x(0), clusters and hulls take; records go straight to the disk. */
    private static final long COORDINATE = 12;

    private static final long TOKEN = 100;

    private RunMemory() {}

    /** About how many bytes of memory a run takes at most. */
    public static long bytes(RunPlan plan, RunOptions options) {
        int n = plan.tokens().count();
        int d = plan.tokens().dimension();
        try (Stepper stepper = options.stepper(plan)) {
            Algorithm algorithm = stepper.algorithm(State.initial(plan.tokens()));
            long flow = plan.dynamics().isContinuous() ? FlowStepper.bytes(n, d) : 0;
            long steps = MemoryEstimate.bytes(algorithm, n, d, options.threads());
            return PROGRAM + n * (COORDINATE * d + TOKEN) + bytes(plan.observables(), n, d) + steps + flow;
        }
    }

    /** What observables take beyond a few numbers a token. */
    private static long bytes(Set<Observable> observables, int n, int d) {
        long before = Observer.remembers(observables) ? (long) n * d * Double.BYTES : 0;
        boolean hasDigraph =
                observables.contains(Observable.ASYMMETRY) || observables.contains(Observable.SYMMETRIC_PART);
        return before + (hasDigraph ? NeighbourDigraph.bytes(n) : 0);
    }

    /**
     * Refuses a run that the memory of this process is too small for.
     *
     * @throws InvalidInputException with a message for the user
     */
    public static void require(RunPlan plan, RunOptions options) throws InvalidInputException {
        require(plan, options, Runtime.getRuntime().maxMemory());
    }

    /**
     * Refuses a run that needs more than so many bytes.
     *
     * @throws InvalidInputException with a message for the user
     */
    public static void require(RunPlan plan, RunOptions options, long available) throws InvalidInputException {
        long needed = bytes(plan, options);
        if (needed > available) {
            throw new InvalidInputException(plan.name() + ": a run of "
                    + plan.tokens() + " needs about " + megabytes(needed) + " MB of memory and may use "
                    + megabytes(available)
                    + " MB; expected fewer tokens, or more memory: raise -Xmx or -XX:MaxRAMPercentage in eclipse.ini");
        }
    }

    private static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, 1L << 20);
    }
}
