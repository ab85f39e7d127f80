package org.localmax.solver.internal;

import java.util.concurrent.ForkJoinPool;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.solver.Algorithm;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;

/** Computes steps over a ForkJoin pool. */
public final class ParallelStepper implements Stepper {

    private final Dynamics dynamics;
    private final SolverOptions options;
    private final ForkJoinPool pool;

    public ParallelStepper(Dynamics dynamics, SolverOptions options) {
        this.dynamics = dynamics;
        this.options = options;
        pool = new ForkJoinPool(options.threads());
    }

    @Override
    public Dynamics dynamics() {
        return dynamics;
    }

    @Override
    public Step step(State state, StepListener listener) {
        StepRows rows = new StepRows(dynamics.attention(state));
        Work work = new Work(pool, listener, state.tokens().count());
        solver(options.algorithm().orElse(Algorithm.DEFINITION)).solve(rows, work);
        return rows.build();
    }

    private RowSolver solver(Algorithm algorithm) {
        return switch (algorithm) {
            case DEFINITION -> new DefinitionSolver();
            case CERTIFIED -> new CertifiedSoftmax(options.softmaxError(), options.vectors());
            default -> throw new IllegalArgumentException("not there yet: " + algorithm.text());
        };
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
