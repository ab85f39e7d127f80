package org.localmax.dynamics;

import java.util.Arrays;

/**
 * The tokens whose scores lie in the vicinity of one receiver's threshold, each with the number of tokens at its point. To
 * be filled anew for each receiver, by one thread.
 */
public final class NearTokens {

    private int count;
    private int[] tokens = new int[16];
    private int[] weights = new int[16];
    private double[] scores = new double[16];

    /** Forgets all. */
    public void clear() {
        count = 0;
    }

    /**
     * Adds a point.
     *
     * @param token the token of least index there
     * @param weight how many tokens count there
     */
    public void add(int token, int weight, double score) {
        if (count == tokens.length) {
            int length = count + (count >> 1);
            tokens = Arrays.copyOf(tokens, length);
            weights = Arrays.copyOf(weights, length);
            scores = Arrays.copyOf(scores, length);
        }
        tokens[count] = token;
        weights[count] = weight;
        scores[count++] = score;
    }

    public int count() {
        return count;
    }

    public int token(int index) {
        return tokens[index];
    }

    public int weight(int index) {
        return weights[index];
    }

    public double score(int index) {
        return scores[index];
    }
}
