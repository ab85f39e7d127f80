package org.localmax.solver.internal;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.solver.Algorithm;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.internal.shells.ShellSolver;

/** Computes steps over a ForkJoin pool; a step in which nothing changed is taken over from the one before. */
public final class ParallelStepper implements Stepper {

    private final Dynamics dynamics;
    private final SolverOptions options;
    private final ForkJoinPool pool;
    private Rest last;

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
        Attention attention = dynamics.attention(state);
        Optional<Step> repeated = last == null ? Optional.empty() : last.repeated(attention);
        return repeated.orElseGet(() -> computed(attention, listener));
    }

    private Step computed(Attention attention, StepListener listener) {
        StepRows rows = new StepRows(attention);
        Work work = new Work(pool, listener, attention.state().tokens().count());
        solver(options.algorithm().orElse(Algorithm.DEFINITION)).solve(rows, work);
        last = rows.build();
        return last.step();
    }

    private RowSolver solver(Algorithm algorithm) {
        return switch (algorithm) {
            case DEFINITION -> new DefinitionSolver();
            case DENSE -> dense();
            case FILTERED -> new DenseSelection(true, vectors());
            default -> throw new IllegalArgumentException("not there yet: " + algorithm.text());
        };
    }

    private RowSolver dense() {
        boolean low = dynamics.interaction().dimension() <= ShellSolver.DIMENSIONS;
        return low && !(dynamics.rule() instanceof CustomRule)
                ? new ShellSolver(vectors())
                : DenseSolvers.of(dynamics.rule(), vectors());
    }

    private boolean vectors() {
        return options.vectors() && VectorSupport.available();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
