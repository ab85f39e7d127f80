package org.localmax.dynamics;

import java.util.Arrays;

/**
 * Weighted means of tokens, accurate to a few roundings however many they are: differences from one of them are added with
 * compensation (Knuth's TwoSum), so that a group of coincident tokens has exactly its own point as the mean.
 */
public final class WeightedMean {

    private final Tokens tokens;
    private final double[] origin;
    private final double[] sum;
    private final double[] lost;
    private double weight;
    private double lostWeight;

    /** @param origin what differences are taken from, d coordinates */
    private WeightedMean(Tokens tokens, double[] origin) {
        this.tokens = tokens;
        this.origin = origin;
        sum = new double[tokens.dimension()];
        lost = new double[tokens.dimension()];
    }

    /** The mean of some tokens, at least one, that count alike. */
    public static double[] of(Tokens tokens, int[] members) {
        double[] equal = new double[members.length];
        Arrays.fill(equal, 1);
        return of(tokens, members, equal);
    }

    /**
     * The mean of some tokens.
     *
     * @param weights one for each member; their sum is not 0
     */
    public static double[] of(Tokens tokens, int[] members, double[] weights) {
        WeightedMean mean = new WeightedMean(tokens, tokens.token(members[0]));
        for (int m = 0; m < members.length; m++) {
            mean.add(members[m], weights[m]);
        }
        return mean.value();
    }

    /** The weighted sum of some tokens, not divided by the weights: 0 for none. */
    public static double[] sum(Tokens tokens, int[] members, double[] weights) {
        WeightedMean terms = new WeightedMean(tokens, new double[tokens.dimension()]);
        for (int m = 0; m < members.length; m++) {
            terms.add(members[m], weights[m]);
        }
        double[] sum = terms.sum;
        for (int k = 0; k < sum.length; k++) {
            sum[k] += terms.lost[k];
        }
        return sum;
    }

    private void add(int j, double w) {
        for (int k = 0; k < sum.length; k++) {
            double term = w * (tokens.get(j, k) - origin[k]);
            double total = sum[k] + term;
            lost[k] += Vectors.roundingOf(total, sum[k], term);
            sum[k] = total;
        }
        double total = weight + w;
        lostWeight += Vectors.roundingOf(total, weight, w);
        weight = total;
    }

    private double[] value() {
        double[] value = new double[sum.length];
        for (int k = 0; k < value.length; k++) {
            value[k] = origin[k] + (sum[k] + lost[k]) / (weight + lostWeight);
        }
        return value;
    }
}
