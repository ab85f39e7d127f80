package org.localmax.benchmarks;

import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.solver.Algorithm;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;
import org.localmax.solver.internal.ParallelStepper;
import org.localmax.solver.internal.VectorSupport;
import org.localmax.solver.internal.shells.ShellSolver;

/** Our own step of a problem, by one algorithm. */
final class OwnStep implements Contender, AutoCloseable {

    /** A measurement lasts at least so long, in milliseconds, as one of {@code peers.py} does: one step or the mean of many. */
    private static final double SHORTEST = 250;

    /** One that need not be sure lasts so long. */
    static final double BRIEF = 5;

    /** Before it counts, a step is repeated for so long, in milliseconds, so that it is compiled. */
    private static final double WARM_UP = 1500;

    private static final int LARGEST_WARM_UP = 10_000;

    private final SolverOptions options;
    private final Stepper stepper;
    /** Two states in turn, since a stepper repeats a step whose tokens did not change at no cost. */
    private final State[] starts;

    private Step last;
    private int steps;
    private double warm;

    /** @throws RuntimeException whatever the algorithm throws that is not there for this step */
    OwnStep(Problem problem, SolverOptions options) {
        this(problem, options, Steppers.create(problem.dynamics(), options));
    }

    private OwnStep(Problem problem, SolverOptions options, Stepper stepper) {
        this.options = options;
        this.stepper = stepper;
        starts = new State[] {problem.start(), problem.almostTheSameStart()};
        try {
            warmUp();
        } catch (RuntimeException e) {
            stepper.close();
            throw e;
        }
    }

    private void warmUp() {
        double sum = 0;
        while (steps < LARGEST_WARM_UP && sum < WARM_UP) {
            warm = milliseconds(0);
            sum += warm;
        }
    }

    /**
     * The step of a problem in dimension 1 to 3 that takes the score of every pair, on as many threads as there are
     * processors. The product never steps like this: its dense algorithm leaves out what bounds exclude.
     */
    static OwnStep overAllPairs(Problem problem) {
        SolverOptions options = usual().with(Algorithm.DENSE);
        ShellSolver solver = ShellSolver.overAllPairs(VectorSupport.available());
        return new OwnStep(problem, options, new ParallelStepper(problem.dynamics(), options, _ -> solver));
    }

    /** As many threads as processors, the fastest exact algorithm. */
    static SolverOptions usual() {
        return SolverOptions.of(Steppers.availableThreads());
    }

    /** The name of the algorithm that was asked for. */
    String algorithm() {
        return options.algorithm().map(Algorithm::text).orElse("automatic");
    }

    /** The milliseconds of the last step before it counts. */
    double warmMilliseconds() {
        return warm;
    }

    @Override
    public double milliseconds() {
        return milliseconds(SHORTEST);
    }

    /** Takes steps for at least so many milliseconds, at least one, and returns the mean of their milliseconds. */
    double milliseconds(double shortest) {
        int taken = 0;
        double elapsed = 0;
        long began = System.nanoTime();
        do {
            Step step = stepper.step(starts[steps % starts.length], StepListener.NONE);
            last = steps % starts.length == 0 ? step : last;
            steps++;
            taken++;
            elapsed = (System.nanoTime() - began) / 1e6;
        } while (elapsed < shortest);
        return elapsed / taken;
    }

    /** The latest step from the problem's start. */
    Step last() {
        return last;
    }

    @Override
    public void close() {
        stepper.close();
    }
}
