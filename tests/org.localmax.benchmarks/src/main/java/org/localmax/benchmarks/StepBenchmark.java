package org.localmax.benchmarks;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.solver.Algorithm;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** One step by one algorithm on all processors. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StepBenchmark {

    /** What {@link StepCase#parse} reads. */
    @Param("hardmax n=10000 d=2")
    public String step;

    /** The name of the algorithm. */
    @Param("definition")
    public String algorithm;

    /** Two states in turn, since a stepper repeats a step whose tokens did not change at no cost. */
    private State[] starts;

    private Stepper stepper;
    private int steps;

    /** Makes the tokens. */
    @Setup
    public void prepare() {
        Problem problem = Problem.of(StepCase.parse(step));
        starts = new State[] {problem.start(), problem.almostTheSameStart()};
        Algorithm way = Algorithm.valueOf(algorithm.toUpperCase(Locale.ROOT));
        stepper = Steppers.create(problem.dynamics(), OwnStep.usual().with(way));
    }

    /** The step. */
    @Benchmark
    public Step step() {
        return stepper.step(starts[steps++ & 1], StepListener.NONE);
    }

    /** Frees the threads. */
    @TearDown
    public void close() {
        stepper.close();
    }
}
