package org.localmax.solver.internal.expansions;

import java.util.Arrays;
import org.localmax.solver.internal.Exp2;

/** {@link PairKernel} in plain arithmetic. */
final class ScalarPairKernel implements PairKernel {

    @Override
    public void raiseBest(
            KeyBlocks keys, int[] blocks, int from, int to, Receivers receivers, int place, double[] best) {
        int d = keys.dimension();
        double[] query = new double[d];
        for (int receiver = 0; receiver < RECEIVERS; receiver++) {
            load(receivers, place + receiver, query);
            for (int b = from; b < to; b++) {
                for (int i = 0, at = blocks[b] * KeyBlocks.SIZE; i < KeyBlocks.SIZE; i++, at++) {
                    double score = score(query, keys, at);
                    best[receiver] = score > best[receiver] ? score : best[receiver];
                }
            }
        }
    }

    @Override
    public void sum(
            KeyBlocks keys,
            int[] blocks,
            int from,
            int to,
            Receivers receivers,
            int place,
            double scale,
            double[] best,
            double[] sums) {
        int d = keys.dimension();
        double[] query = new double[d];
        double[] sum = new double[1 + d];
        for (int receiver = 0; receiver < RECEIVERS; receiver++) {
            load(receivers, place + receiver, query);
            Arrays.fill(sum, 0);
            for (int b = from; b < to; b++) {
                for (int i = 0, at = blocks[b] * KeyBlocks.SIZE; i < KeyBlocks.SIZE; i++, at++) {
                    double power = Exp2.of((score(query, keys, at) - best[receiver]) * scale);
                    sum[0] = Math.fma(power, keys.weights()[at], sum[0]);
                    for (int k = 0; k < d; k++) {
                        sum[1 + k] = Math.fma(power, keys.weighted(k)[at], sum[1 + k]);
                    }
                }
            }
            for (int k = 0; k <= d; k++) {
                sums[k * RECEIVERS + receiver] = sum[k];
            }
        }
    }

    private static void load(Receivers receivers, int place, double[] query) {
        for (int k = 0; k < query.length; k++) {
            query[k] = receivers.queries(k)[place];
        }
    }

    /** The score of the definition: a chain from the first coordinate on. */
    private static double score(double[] query, KeyBlocks keys, int at) {
        double score = query[0] * keys.coordinates(0)[at];
        for (int k = 1; k < query.length; k++) {
            score = Math.fma(query[k], keys.coordinates(k)[at], score);
        }
        return score;
    }
}
