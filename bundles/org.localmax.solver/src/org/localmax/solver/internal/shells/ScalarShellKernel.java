package org.localmax.solver.internal.shells;

import java.util.Arrays;
import org.localmax.solver.internal.Exp2;

/** The kernel in plain arithmetic, in dimension 2 and 3. */
final class ScalarShellKernel implements ShellKernel {

    private static final int LANES = ShellKeys.LANES;

    @Override
    public void greatest(ShellKeys keys, int tile, QueryBlock queries, int query, double[] lanes) {
        Arrays.fill(lanes, 0, LANES * LANES, Double.NEGATIVE_INFINITY);
        int from = keys.start(tile);
        for (int q = 0; q < LANES; q++) {
            for (int place = from; place < keys.end(tile); place++) {
                double score = queries.score(query + q, place);
                int lane = q * LANES + (place & LANES - 1);
                lanes[lane] = score > lanes[lane] ? score : lanes[lane];
            }
        }
    }

    @Override
    public boolean add(
            ShellKeys keys,
            MemberTerms terms,
            int tile,
            QueryBlock queries,
            int query,
            double outside,
            double inside,
            ShellSums sums) {
        boolean near = false;
        int from = keys.start(tile);
        for (int place = from; place < keys.end(tile); place++) {
            double score = queries.score(query, place);
            if (score > inside) {
                sums.counts()[sums.start(query)] += terms.counts()[place];
                sums.fingerprints()[sums.start(query)] += terms.fingerprints()[place];
                for (int k = 0; k < keys.dimension(); k++) {
                    sums.highs()[sums.start(query, k)] += terms.highs(k)[place];
                    sums.lows()[sums.start(query, k)] += terms.lows(k)[place];
                }
            } else {
                near |= score >= outside;
            }
        }
        return near;
    }

    @Override
    public int near(
            ShellKeys keys, int tile, QueryBlock queries, int query, double outside, double inside, int[] found) {
        int count = 0;
        int from = keys.start(tile);
        for (int place = from; place < keys.end(tile); place += LANES) {
            boolean near = false;
            for (int lane = 0; lane < LANES; lane++) {
                double score = queries.score(query, place + lane);
                near |= score >= outside && score <= inside;
            }
            if (near) {
                found[count++] = place;
            }
        }
        return count;
    }

    @Override
    public void weigh(ShellKeys keys, int tile, QueryBlock queries, int first, int second, WeightedSums sums) {
        for (int lane = 0; lane < LANES; lane++) {
            weighLane(keys, tile, queries, first, lane, sums);
            if (second != first) {
                weighLane(keys, tile, queries, second, lane, sums);
            }
        }
    }

    private static void weighLane(
            ShellKeys keys, int tile, QueryBlock queries, int query, int lane, WeightedSums sums) {
        int from = keys.start(tile);
        int d = keys.dimension();
        double[] terms = new double[1 + d];
        for (int place = from + lane; place < keys.end(tile); place += LANES) {
            double exponent = (queries.score(query, place) - sums.greatest(query)) * sums.scale();
            double bounded = exponent < SoftmaxTerms.LEAST ? SoftmaxTerms.LEAST : exponent;
            double weight = Exp2.of(bounded) * sums.shares()[place];
            terms[0] += weight;
            for (int k = 0; k < d; k++) {
                terms[k + 1] = Math.fma(weight, keys.coordinate(k)[place], terms[k + 1]);
            }
        }
        for (int term = 0; term <= d; term++) {
            sums.lanes()[sums.start(query, term) + lane] += terms[term];
        }
    }
}
