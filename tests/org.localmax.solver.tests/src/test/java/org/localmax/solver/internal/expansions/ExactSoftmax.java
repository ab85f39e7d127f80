package org.localmax.solver.internal.expansions;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Tokens;

/** Softmax means in about twice the working precision, row by row. */
final class ExactSoftmax {

    private final Attention attention;
    private final Tokens tokens;

    ExactSoftmax(Attention attention) {
        this.attention = attention;
        tokens = attention.state().tokens();
    }

    /** The mean of receiver i; its query is taken as it is rounded. */
    double[] mean(int i) {
        int n = tokens.count();
        int d = tokens.dimension();
        double[] query = new double[d];
        attention.query(i, query);
        double[] highs = new double[n];
        double[] lows = new double[n];
        int best = 0;
        double sign = attention.parameter() < 0 ? -1 : 1;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < d; k++) {
                double product = query[k] * tokens.get(j, k);
                double rest = Math.fma(query[k], tokens.get(j, k), -product);
                double sum = highs[j] + product;
                lows[j] += rest + lost(sum, highs[j], product);
                highs[j] = sum;
            }
            double ahead = highs[j] - highs[best] + (lows[j] - lows[best]);
            best = sign * ahead > 0 ? j : best;
        }
        Sum weights = new Sum();
        Sum[] sums = new Sum[d];
        for (int k = 0; k < d; k++) {
            sums[k] = new Sum();
        }
        for (int j = 0; j < n; j++) {
            double difference = highs[j] - highs[best];
            double rest = lost(difference, highs[j], -highs[best]) + (lows[j] - lows[best]);
            double weight = StrictMath.exp(attention.parameter() * difference) * (1 + attention.parameter() * rest);
            weights.add(weight);
            for (int k = 0; k < d; k++) {
                sums[k].add(weight * (tokens.get(j, k) - tokens.get(best, k)));
            }
        }
        double[] mean = new double[d];
        for (int k = 0; k < d; k++) {
            mean[k] = tokens.get(best, k) + sums[k].value() / weights.value();
        }
        return mean;
    }

    private static double lost(double total, double a, double b) {
        double rounded = total - a;
        return (a - (total - rounded)) + (b - rounded);
    }

    private static final class Sum {

        private double sum;
        private double rest;

        void add(double term) {
            double total = sum + term;
            rest += lost(total, sum, term);
            sum = total;
        }

        double value() {
            return sum + rest;
        }
    }
}
