package org.localmax.solver.internal.expansions;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.VectorExp2;

/** {@link PairKernel} on vectors; lanes are receivers. */
final class VectorPairKernel implements PairKernel {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_256;
    private static final int WIDTH = 4;

    @Override
    public void raiseBest(
            KeyBlocks keys, int[] blocks, int from, int to, Receivers receivers, int place, double[] best) {
        double[] x = keys.coordinates(0);
        double[] y = keys.coordinates(1);
        if (keys.dimension() == 2) {
            raiseBest(x, y, blocks, from, to, receivers.queries(0), receivers.queries(1), place, best);
            return;
        }
        double[] z = keys.coordinates(2);
        for (int lane = 0; lane < RECEIVERS; lane += WIDTH) {
            raiseBest(x, y, z, blocks, from, to, receivers, place + lane, best, lane);
        }
    }

    private static void raiseBest(
            double[] x,
            double[] y,
            int[] blocks,
            int from,
            int to,
            double[] queryX,
            double[] queryY,
            int place,
            double[] best) {
        DoubleVector a0 = DoubleVector.fromArray(LANES, queryX, place);
        DoubleVector a1 = DoubleVector.fromArray(LANES, queryX, place + WIDTH);
        DoubleVector b0 = DoubleVector.fromArray(LANES, queryY, place);
        DoubleVector b1 = DoubleVector.fromArray(LANES, queryY, place + WIDTH);
        DoubleVector best0 = DoubleVector.fromArray(LANES, best, 0);
        DoubleVector best1 = DoubleVector.fromArray(LANES, best, WIDTH);
        for (int b = from; b < to; b++) {
            int begin = blocks[b] * KeyBlocks.SIZE;
            for (int at = begin; at < begin + KeyBlocks.SIZE; at++) {
                DoubleVector keyX = all(x[at]);
                DoubleVector keyY = all(y[at]);
                best0 = greater(b0.fma(keyY, a0.mul(keyX)), best0);
                best1 = greater(b1.fma(keyY, a1.mul(keyX)), best1);
            }
        }
        best0.intoArray(best, 0);
        best1.intoArray(best, WIDTH);
    }

    private static void raiseBest(
            double[] x,
            double[] y,
            double[] z,
            int[] blocks,
            int from,
            int to,
            Receivers receivers,
            int place,
            double[] best,
            int lane) {
        DoubleVector a = DoubleVector.fromArray(LANES, receivers.queries(0), place);
        DoubleVector b = DoubleVector.fromArray(LANES, receivers.queries(1), place);
        DoubleVector c = DoubleVector.fromArray(LANES, receivers.queries(2), place);
        DoubleVector greatest = DoubleVector.fromArray(LANES, best, lane);
        for (int block = from; block < to; block++) {
            int begin = blocks[block] * KeyBlocks.SIZE;
            for (int at = begin; at < begin + KeyBlocks.SIZE; at++) {
                greatest = greater(c.fma(all(z[at]), b.fma(all(y[at]), a.mul(x[at]))), greatest);
            }
        }
        greatest.intoArray(best, lane);
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
        Arrays.fill(sums, 0);
        Axis x = new Axis(keys.coordinates(0), keys.weighted(0), receivers.queries(0));
        Axis y = new Axis(keys.coordinates(1), keys.weighted(1), receivers.queries(1));
        Axis z = keys.dimension() == 2 ? null : new Axis(keys.coordinates(2), keys.weighted(2), receivers.queries(2));
        for (int b = from; b < to; b++) {
            int key = blocks[b] * KeyBlocks.SIZE;
            for (int lane = 0; lane < RECEIVERS; lane += WIDTH) {
                if (z == null) {
                    addBlock(keys.weights(), x, y, key, place, scale, best, sums, lane);
                } else {
                    addBlock(keys.weights(), x, y, z, key, place, scale, best, sums, lane);
                }
            }
        }
    }

    /** One coordinate of the keys, of the weighted keys and of the queries. */
    private record Axis(double[] keys, double[] weighted, double[] queries) {}

    /**
     * One block and one power a round: two powers are more than the compiler puts into one method, and what is carried
     * through nested loops it puts into objects.
     */
    private static void addBlock(
            double[] weights,
            Axis axisX,
            Axis axisY,
            int key,
            int place,
            double scale,
            double[] best,
            double[] sums,
            int lane) {
        double[] x = axisX.keys;
        double[] y = axisY.keys;
        double[] weightedX = axisX.weighted;
        double[] weightedY = axisY.weighted;
        DoubleVector a = DoubleVector.fromArray(LANES, axisX.queries, place + lane);
        DoubleVector b = DoubleVector.fromArray(LANES, axisY.queries, place + lane);
        DoubleVector scales = DoubleVector.broadcast(LANES, scale);
        DoubleVector origin = DoubleVector.fromArray(LANES, best, lane);
        DoubleVector sum = DoubleVector.fromArray(LANES, sums, lane);
        DoubleVector sumX = DoubleVector.fromArray(LANES, sums, RECEIVERS + lane);
        DoubleVector sumY = DoubleVector.fromArray(LANES, sums, 2 * RECEIVERS + lane);
        for (int at = key; at < key + KeyBlocks.SIZE; at++) {
            DoubleVector score =
                    b.fma(DoubleVector.broadcast(LANES, y[at]), a.mul(DoubleVector.broadcast(LANES, x[at])));
            DoubleVector power = VectorExp2.of(score.sub(origin).mul(scales));
            sum = power.fma(DoubleVector.broadcast(LANES, weights[at]), sum);
            sumX = power.fma(DoubleVector.broadcast(LANES, weightedX[at]), sumX);
            sumY = power.fma(DoubleVector.broadcast(LANES, weightedY[at]), sumY);
        }
        sum.intoArray(sums, lane);
        sumX.intoArray(sums, RECEIVERS + lane);
        sumY.intoArray(sums, 2 * RECEIVERS + lane);
    }

    private static void addBlock(
            double[] weights,
            Axis axisX,
            Axis axisY,
            Axis axisZ,
            int key,
            int place,
            double scale,
            double[] best,
            double[] sums,
            int lane) {
        double[] x = axisX.keys;
        double[] y = axisY.keys;
        double[] z = axisZ.keys;
        double[] weightedX = axisX.weighted;
        double[] weightedY = axisY.weighted;
        double[] weightedZ = axisZ.weighted;
        DoubleVector a = DoubleVector.fromArray(LANES, axisX.queries, place + lane);
        DoubleVector b = DoubleVector.fromArray(LANES, axisY.queries, place + lane);
        DoubleVector c = DoubleVector.fromArray(LANES, axisZ.queries, place + lane);
        DoubleVector scales = DoubleVector.broadcast(LANES, scale);
        DoubleVector origin = DoubleVector.fromArray(LANES, best, lane);
        DoubleVector sum = DoubleVector.fromArray(LANES, sums, lane);
        DoubleVector sumX = DoubleVector.fromArray(LANES, sums, RECEIVERS + lane);
        DoubleVector sumY = DoubleVector.fromArray(LANES, sums, 2 * RECEIVERS + lane);
        DoubleVector sumZ = DoubleVector.fromArray(LANES, sums, 3 * RECEIVERS + lane);
        for (int at = key; at < key + KeyBlocks.SIZE; at++) {
            DoubleVector score = c.fma(
                    DoubleVector.broadcast(LANES, z[at]),
                    b.fma(DoubleVector.broadcast(LANES, y[at]), a.mul(DoubleVector.broadcast(LANES, x[at]))));
            DoubleVector power = VectorExp2.of(score.sub(origin).mul(scales));
            sum = power.fma(DoubleVector.broadcast(LANES, weights[at]), sum);
            sumX = power.fma(DoubleVector.broadcast(LANES, weightedX[at]), sumX);
            sumY = power.fma(DoubleVector.broadcast(LANES, weightedY[at]), sumY);
            sumZ = power.fma(DoubleVector.broadcast(LANES, weightedZ[at]), sumZ);
        }
        sum.intoArray(sums, lane);
        sumX.intoArray(sums, RECEIVERS + lane);
        sumY.intoArray(sums, 2 * RECEIVERS + lane);
        sumZ.intoArray(sums, 3 * RECEIVERS + lane);
    }

    private static DoubleVector greater(DoubleVector score, DoubleVector best) {
        return best.blend(score, score.compare(VectorOperators.GT, best));
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(LANES, value);
    }
}
