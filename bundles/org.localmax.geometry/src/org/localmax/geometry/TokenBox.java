package org.localmax.geometry;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/**
 * Some tokens and their bounding box: a node of a kd-tree that is split at the median of its longest side, and only
 * where somebody looks.
 *
 * <p>Lengths are computed with the operations of {@link org.localmax.dynamics.Vectors#distance} in the same order, and
 * rounding is monotone: a {@link #gap} is at most, and a {@link #diagonal} or a {@link #reach} at least, every computed
 * distance that it bounds. For one thread.
 */
public final class TokenBox {

    private static final int FEW = 16;
    private static final int TOKENS_A_CHECK = 1 << 14;
    private static final TokenBox[] NOT_SPLIT = {};

    private final Tokens tokens;
    private final int[] order;
    private final int from;
    private final int to;
    private final double[] low;
    private final double[] high;
    private final boolean point;
    private final double diagonal;
    private final CancellationCheck wanted;
    private boolean isJoined;
    private TokenBox[] halves = NOT_SPLIT;

    /** The box of all tokens. */
    public static TokenBox of(Tokens tokens, CancellationCheck wanted) {
        int[] order = new int[tokens.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return new TokenBox(tokens, order, 0, order.length, wanted);
    }

    private TokenBox(Tokens tokens, int[] order, int from, int to, CancellationCheck wanted) {
        this.wanted = wanted;
        this.tokens = tokens;
        this.order = order;
        this.from = from;
        this.to = to;
        low = tokens.token(order[from]);
        high = low.clone();
        boolean coincident = true;
        for (int at = from + 1; at < to; at++) {
            checkNowAndThen(at);
            for (int k = 0; k < low.length; k++) {
                double value = tokens.get(order[at], k);
                coincident &= value == low[k];
                low[k] = Math.min(low[k], value);
                high[k] = Math.max(high[k], value);
            }
        }
        point = coincident;
        double sum = 0;
        for (int k = 0; k < low.length; k++) {
            double side = high[k] - low[k];
            sum = Math.fma(side, side, sum);
        }
        diagonal = Math.sqrt(sum);
    }

    private void checkNowAndThen(int at) {
        if (at % TOKENS_A_CHECK == 0) {
            wanted.check();
        }
    }

    /** Whether all tokens are known to be in one part. */
    public boolean isJoined() {
        return isJoined;
    }

    /** Remembers that all tokens are in one part. */
    public void setJoined() {
        isJoined = true;
    }

    /** The number of tokens. */
    public int size() {
        return to - from;
    }

    /** One of the tokens, counted from 0 in no particular order. */
    public int token(int index) {
        return order[from + index];
    }

    /** Whether all tokens coincide. */
    public boolean isPoint() {
        return point;
    }

    /** Whether the box is not worth splitting: few tokens, or all at one point. */
    public boolean isLeaf() {
        return point || size() <= FEW;
    }

    /** The length of the diagonal. */
    public double diagonal() {
        return diagonal;
    }

    /** The distance to another box, 0 if they overlap. */
    public double gap(TokenBox other) {
        double sum = 0;
        for (int k = 0; k < low.length; k++) {
            double apart = Math.max(0, Math.max(other.low[k] - high[k], low[k] - other.high[k]));
            sum = Math.fma(apart, apart, sum);
        }
        return Math.sqrt(sum);
    }

    /** The greatest distance of a point of this box from one of another. */
    public double reach(TokenBox other) {
        double sum = 0;
        for (int k = 0; k < low.length; k++) {
            double apart = Math.max(other.high[k] - low[k], high[k] - other.low[k]);
            sum = Math.fma(apart, apart, sum);
        }
        return Math.sqrt(sum);
    }

    /** One half of a box that is no leaf, by number, 0 or 1. */
    public TokenBox half(int which) {
        if (halves.length == 0) {
            int middle = from + size() / 2;
            select(longestSide(), middle);
            halves = new TokenBox[] {
                new TokenBox(tokens, order, from, middle, wanted), new TokenBox(tokens, order, middle, to, wanted)
            };
        }
        return halves[which];
    }

    private int longestSide() {
        int longest = 0;
        for (int k = 1; k < low.length; k++) {
            if (high[k] - low[k] > high[longest] - low[longest]) {
                longest = k;
            }
        }
        return longest;
    }

    /** Reorders the tokens so that along the axis none before the middle lies beyond one after it (Hoare's selection). */
    private void select(int axis, int middle) {
        int first = from;
        int last = to - 1;
        while (first < last) {
            double pivot = medianOfThree(at(axis, first), at(axis, (first + last) >>> 1), at(axis, last));
            int i = first;
            int j = last;
            while (i <= j) {
                while (at(axis, i) < pivot) {
                    checkNowAndThen(i++);
                }
                while (at(axis, j) > pivot) {
                    checkNowAndThen(j--);
                }
                if (i <= j) {
                    int token = order[i];
                    order[i++] = order[j];
                    order[j--] = token;
                    checkNowAndThen(i);
                }
            }
            if (middle <= j) {
                last = j;
            } else if (middle >= i) {
                first = i;
            } else {
                return;
            }
        }
    }

    private double at(int axis, int position) {
        return tokens.get(order[position], axis);
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
