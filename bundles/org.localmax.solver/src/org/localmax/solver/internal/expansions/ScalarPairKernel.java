package org.localmax.solver.internal.expansions;

import java.util.Arrays;
import org.localmax.solver.internal.Exp2;

/** {@link PairKernel} in plain arithmetic. */
final class ScalarPairKernel implements PairKernel {

    @Override
    public void sum(
            KeyBlocks keys,
            int[] blocks,
            int from,
            int to,
            Receivers receivers,
            int place,
            double scale,
            double[] origins,
            double[] sums) {
        int d = keys.dimension();
        double[] query = new double[d];
        double[] sum = new double[1 + d];
        for (int receiver = 0; receiver < RECEIVERS; receiver++) {
            receivers.query(place + receiver, query);
            Arrays.fill(sum, 0);
            for (int b = from; b < to; b++) {
                for (int i = 0, at = blocks[b] * KeyBlocks.SIZE; i < KeyBlocks.SIZE; i++, at++) {
                    double power = Exp2.of((keys.score(query, at) - origins[receiver]) * scale);
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
}
