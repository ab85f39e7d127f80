package org.localmax.benchmarks;

import java.util.Arrays;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;
import org.localmax.testing.RandomCases;

/**
 * How much faster a step is on two threads than on one: n = 5,000 Gaussian tokens, d = 8, A = I, rounds of one step each in
 * turn, the median of the ratios with the least and the greatest. Prints a Markdown table.
 */
public final class ThreadScaling {

    private static final int N = 5000;
    private static final int D = 8;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;

    private ThreadScaling() {}

    public static void main(String[] arguments) {
        Tokens tokens = new RandomCases(1).gaussian(N, D);
        System.out.println("| rule, n = 5,000, d = 8 | 1 thread, ms | 2 threads, ms | ratio (least, greatest) |");
        System.out.println("|---|---|---|---|");
        measure("hardmax", new Hardmax(Multiplicity.COUNTED), tokens);
        measure("localmax, delta = 1", new Localmax(Schedule.constant(1), Scale.NORMALIZED), tokens);
        measure("softmax, beta = 1", new Softmax(Schedule.constant(1)), tokens);
    }

    private static void measure(String name, AttentionRule rule, Tokens tokens) {
        Dynamics dynamics = new Dynamics(rule, Interaction.identity(D), StepSize.alpha(1), TiePolicy.DEFAULT);
        double[] one = new double[ROUNDS];
        double[] two = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        try (Stepper single = Steppers.create(dynamics, 1);
                Stepper pair = Steppers.create(dynamics, 2)) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double onOne = milliseconds(single, tokens);
                double onTwo = milliseconds(pair, tokens);
                if (round >= 0) {
                    one[round] = onOne;
                    two[round] = onTwo;
                    ratios[round] = onOne / onTwo;
                }
            }
        }
        Arrays.sort(ratios);
        System.out.printf(
                "| %s | %.0f | %.0f | %.2f (%.2f, %.2f) |%n",
                name, median(one), median(two), median(ratios), ratios[0], ratios[ROUNDS - 1]);
    }

    private static double milliseconds(Stepper stepper, Tokens tokens) {
        long start = System.nanoTime();
        stepper.step(State.initial(tokens), StepListener.NONE);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
