package org.localmax.solver.internal.expansions;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.VectorExp2;
import org.localmax.solver.internal.VectorLanes;

/** {@link PairKernel} on vectors; lanes are receivers. */
final class VectorPairKernel implements PairKernel {

    private static final VectorSpecies<Double> LANES = VectorLanes.DOUBLES;
    private static final int WIDTH = LANES.length();

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
        for (int lane = 0; lane < RECEIVERS; lane += WIDTH) {
            if (keys.dimension() == 2) {
                sumPlane(keys, blocks, from, to, receivers, place, scale, origins, sums, lane);
            } else {
                sumSpace(keys, blocks, from, to, receivers, place, scale, origins, sums, lane);
            }
        }
    }

    /** One loop, and one power a round: what is carried through nested loops the compiler puts into objects. */
    private static void sumPlane(
            KeyBlocks keys,
            int[] blocks,
            int from,
            int to,
            Receivers receivers,
            int place,
            double scale,
            double[] origins,
            double[] sums,
            int lane) {
        double[] x = keys.coordinates(0);
        double[] y = keys.coordinates(1);
        double[] weights = keys.weights();
        double[] weightedX = keys.weighted(0);
        double[] weightedY = keys.weighted(1);
        DoubleVector a = DoubleVector.fromArray(LANES, receivers.queries(0), place + lane);
        DoubleVector b = DoubleVector.fromArray(LANES, receivers.queries(1), place + lane);
        DoubleVector origin = DoubleVector.fromArray(LANES, origins, lane);
        DoubleVector sum = DoubleVector.zero(LANES);
        DoubleVector sumX = sum;
        DoubleVector sumY = sum;
        for (int i = from * KeyBlocks.SIZE; i < to * KeyBlocks.SIZE; i++) {
            int at = blocks[i / KeyBlocks.SIZE] * KeyBlocks.SIZE + i % KeyBlocks.SIZE;
            DoubleVector score =
                    b.fma(DoubleVector.broadcast(LANES, y[at]), a.mul(DoubleVector.broadcast(LANES, x[at])));
            DoubleVector power = VectorExp2.of(score.sub(origin).mul(scale));
            sum = power.fma(DoubleVector.broadcast(LANES, weights[at]), sum);
            sumX = power.fma(DoubleVector.broadcast(LANES, weightedX[at]), sumX);
            sumY = power.fma(DoubleVector.broadcast(LANES, weightedY[at]), sumY);
        }
        sum.intoArray(sums, lane);
        sumX.intoArray(sums, RECEIVERS + lane);
        sumY.intoArray(sums, 2 * RECEIVERS + lane);
    }

    private static void sumSpace(
            KeyBlocks keys,
            int[] blocks,
            int from,
            int to,
            Receivers receivers,
            int place,
            double scale,
            double[] origins,
            double[] sums,
            int lane) {
        double[] x = keys.coordinates(0);
        double[] y = keys.coordinates(1);
        double[] z = keys.coordinates(2);
        double[] weights = keys.weights();
        double[] weightedX = keys.weighted(0);
        double[] weightedY = keys.weighted(1);
        double[] weightedZ = keys.weighted(2);
        DoubleVector a = DoubleVector.fromArray(LANES, receivers.queries(0), place + lane);
        DoubleVector b = DoubleVector.fromArray(LANES, receivers.queries(1), place + lane);
        DoubleVector c = DoubleVector.fromArray(LANES, receivers.queries(2), place + lane);
        DoubleVector origin = DoubleVector.fromArray(LANES, origins, lane);
        DoubleVector sum = DoubleVector.zero(LANES);
        DoubleVector sumX = sum;
        DoubleVector sumY = sum;
        DoubleVector sumZ = sum;
        for (int i = from * KeyBlocks.SIZE; i < to * KeyBlocks.SIZE; i++) {
            int at = blocks[i / KeyBlocks.SIZE] * KeyBlocks.SIZE + i % KeyBlocks.SIZE;
            DoubleVector score = c.fma(
                    DoubleVector.broadcast(LANES, z[at]),
                    b.fma(DoubleVector.broadcast(LANES, y[at]), a.mul(DoubleVector.broadcast(LANES, x[at]))));
            DoubleVector power = VectorExp2.of(score.sub(origin).mul(scale));
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
}
