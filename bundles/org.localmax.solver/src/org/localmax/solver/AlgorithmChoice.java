package org.localmax.solver;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CustomRule;

/**
 * Which algorithm is expected to be the fastest for a step: a function of rule, interaction, n, d, the width of the strip and
 * the error that softmax may have. For softmax, where the algorithm decides the last bits, of n, d and that error alone, so
 * that it is the same in each step of a run.
 */
public final class AlgorithmChoice {

    /** Below this many tokens nothing is faster than the definition. */
    static final int FEWEST_DENSE = 16;

    /** From this many tokens on a tree, a sweep or an expansion is worth its overhead. */
    static final int FEWEST_TREE = 2_000;

    /** From this many tokens on single precision is worth a second look at what it cannot decide. */
    static final int FEWEST_FILTERED = 500;

    /** In this many dimensions at most boxes and directions tell enough of their tokens. */
    static final int MOST_TREE_DIMENSIONS = 3;

    /** Strips at most this wide, in units of the greatest score, leave few tokens for the second look. */
    static final double NARROW = 0.05;

    private AlgorithmChoice() {}

    /** The algorithm for a step; it {@linkplain Algorithm#canStep can step} the dynamics. */
    public static Algorithm of(Attention attention) {
        int n = attention.state().tokens().count();
        int d = attention.state().tokens().dimension();
        if (n < FEWEST_DENSE) {
            return Algorithm.DEFINITION;
        }
        AttentionRule rule = attention.dynamics().rule();
        Algorithm choice = switch (rule) {
            case Softmax softmax ->
                softmax.error() > 0 && n >= FEWEST_TREE && d <= MOST_TREE_DIMENSIONS
                        ? Algorithm.CERTIFIED
                        : Algorithm.DENSE;
            case Selective selective ->
                d <= MOST_TREE_DIMENSIONS ? inSpace(selective, n, d) : dense(selective, attention, n);
            case CustomRule _ -> Algorithm.DENSE;
        };
        if (choice.canStep(attention.dynamics())) {
            return choice;
        }
        return Algorithm.DENSE.canStep(attention.dynamics()) ? Algorithm.DENSE : Algorithm.DEFINITION;
    }

    private static Algorithm inSpace(Selective rule, int n, int d) {
        if (n < FEWEST_TREE) {
            return Algorithm.DENSE;
        }
        boolean followsDirection = rule instanceof Localmax localmax && localmax.scale() != Scale.ABSOLUTE;
        return followsDirection && d == 2 ? Algorithm.SWEEP : Algorithm.TREE;
    }

    private static Algorithm dense(Selective rule, Attention attention, int n) {
        return n >= FEWEST_FILTERED && width(rule, attention) <= NARROW ? Algorithm.FILTERED : Algorithm.DENSE;
    }

    /** About how wide the strip of a token of largest norm R is, in units of the greatest score that |A| allows it. */
    private static double width(Selective rule, Attention attention) {
        double delta = attention.parameter();
        double radius = attention.largestNorm();
        double norm = attention.dynamics().interaction().normBound();
        double query = norm * radius;
        double reach = rule.reach(delta, query, query * radius);
        return reach == 0 ? 0 : reach / (query * radius);
    }
}
