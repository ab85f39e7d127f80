package org.localmax.solver.internal;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.solver.Algorithm;
import org.localmax.solver.AlgorithmChoice;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.internal.expansions.CertifiedSoftmax;
import org.localmax.solver.internal.shells.ShellSolver;
import org.localmax.solver.internal.tiles.DenseSolvers;
import org.localmax.solver.internal.trees.SweepSolver;
import org.localmax.solver.internal.trees.TreeSolver;

/** Computes steps over a ForkJoin pool; a step in which nothing changed is taken over from the one before. */
public final class ParallelStepper implements Stepper {

    private final Dynamics dynamics;
    private final SolverOptions options;
    private final Function<Algorithm, RowSolver> solvers;
    private final ForkJoinPool pool;
    private final Scratch<long[]> longs = Scratch.ofLongs();
    private final Scratch<double[]> doubles = Scratch.ofDoubles();
    private Optional<Rest> last = Optional.empty();

    /** @throws IllegalArgumentException if the algorithm of the options cannot step the dynamics */
    public ParallelStepper(Dynamics dynamics, SolverOptions options) {
        this(dynamics, options, algorithm -> solver(algorithm, dynamics, hasVectors(options)));
    }

    /**
     * A stepper by solvers of its own, such as one that others are measured against.
     *
     * @param solvers what computes the rows of a step by an algorithm
     * @throws IllegalArgumentException if the algorithm of the options cannot step the dynamics
     */
    public ParallelStepper(Dynamics dynamics, SolverOptions options, Function<Algorithm, RowSolver> solvers) {
        dynamics.requireSteps();
        options.algorithm().ifPresent(algorithm -> algorithm.requireFor(dynamics));
        this.dynamics = dynamics;
        this.options = options;
        this.solvers = solvers;
        pool = new ForkJoinPool(options.threads());
    }

    @Override
    public Dynamics dynamics() {
        return dynamics;
    }

    @Override
    public Algorithm algorithm(State state) {
        return algorithm(dynamics.attention(state));
    }

    private Algorithm algorithm(Attention attention) {
        if (options.algorithm().isPresent()) {
            return options.algorithm().get();
        }
        return AlgorithmChoice.of(attention);
    }

    @Override
    public Step step(State state, StepListener listener) {
        int tokens = state.tokens().count();
        Work work = new Work(pool, listener, tokens, longs, doubles);
        Attention attention = dynamics.attention(state, work);
        Optional<Step> repeated = last.flatMap(rest -> rest.repeated(attention, work));
        if (repeated.isPresent()) {
            return repeated.get();
        }
        last = Optional.empty(); // its memory is needed
        StepRows rows = new StepRows(attention, work);
        solvers.apply(algorithm(attention)).solve(rows, work);
        listener.rowsDone(tokens, tokens); // solvers may count points that several tokens share
        Rest rest = rows.build(work);
        last = Optional.of(rest);
        return rest.step();
    }

    private static RowSolver solver(Algorithm algorithm, Dynamics dynamics, boolean vectors) {
        return switch (algorithm) {
            case DEFINITION -> new DefinitionSolver();
            case DENSE -> dense(dynamics, vectors);
            case FILTERED -> DenseSolvers.filtered(vectors);
            case TREE -> new TreeSolver(vectors);
            case SWEEP -> new SweepSolver(vectors);
            case EXACT -> throw new IllegalStateException("exact steps are made by an ExactStepper");
            case CERTIFIED -> new CertifiedSoftmax(((Softmax) dynamics.rule()).error(), vectors);
        };
    }

    private static RowSolver dense(Dynamics dynamics, boolean vectors) {
        boolean low = dynamics.interaction().dimension() <= ShellSolver.DIMENSIONS;
        return low && !(dynamics.rule() instanceof CustomRule)
                ? new ShellSolver(vectors)
                : DenseSolvers.of(dynamics.rule(), vectors);
    }

    private static boolean hasVectors(SolverOptions options) {
        return options.vectors() && VectorSupport.available();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
