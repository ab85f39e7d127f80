package org.localmax.solver.internal.trees;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** A {@link GroupKernel} with vectors of four lanes. */
final class VectorGroupKernel implements GroupKernel {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_256;
    private static final int LENGTH = 4;
    private static final int LANES = ReceiverGroup.LANES;

    @Override
    public void raise(double[][] queries, int from, double[] best, Contenders keys) {
        double[][] x = keys.coordinates();
        for (int lane = from; lane < from + LANES; lane += 2 * LENGTH) {
            if (keys.dimension() == 2) {
                raise(x[0], x[1], keys.count(), queries[0], queries[1], best, lane);
            } else {
                raise(x[0], x[1], x[2], keys.count(), queries, best, lane);
            }
        }
    }

    private static void raise(
            double[] x, double[] y, int count, double[] queryX, double[] queryY, double[] best, int lane) {
        DoubleVector x0 = DoubleVector.fromArray(DOUBLES, queryX, lane);
        DoubleVector y0 = DoubleVector.fromArray(DOUBLES, queryY, lane);
        DoubleVector x1 = DoubleVector.fromArray(DOUBLES, queryX, lane + LENGTH);
        DoubleVector y1 = DoubleVector.fromArray(DOUBLES, queryY, lane + LENGTH);
        DoubleVector best0 = DoubleVector.fromArray(DOUBLES, best, lane);
        DoubleVector best1 = DoubleVector.fromArray(DOUBLES, best, lane + LENGTH);
        for (int j = 0; j < count; j++) {
            DoubleVector keyX = DoubleVector.broadcast(DOUBLES, x[j]);
            DoubleVector keyY = DoubleVector.broadcast(DOUBLES, y[j]);
            DoubleVector score0 = y0.fma(keyY, x0.mul(keyX));
            DoubleVector score1 = y1.fma(keyY, x1.mul(keyX));
            best0 = best0.blend(score0, score0.compare(VectorOperators.GT, best0));
            best1 = best1.blend(score1, score1.compare(VectorOperators.GT, best1));
        }
        best0.intoArray(best, lane);
        best1.intoArray(best, lane + LENGTH);
    }

    private static void raise(
            double[] x, double[] y, double[] z, int count, double[][] queries, double[] best, int lane) {
        DoubleVector x0 = DoubleVector.fromArray(DOUBLES, queries[0], lane);
        DoubleVector y0 = DoubleVector.fromArray(DOUBLES, queries[1], lane);
        DoubleVector z0 = DoubleVector.fromArray(DOUBLES, queries[2], lane);
        DoubleVector x1 = DoubleVector.fromArray(DOUBLES, queries[0], lane + LENGTH);
        DoubleVector y1 = DoubleVector.fromArray(DOUBLES, queries[1], lane + LENGTH);
        DoubleVector z1 = DoubleVector.fromArray(DOUBLES, queries[2], lane + LENGTH);
        DoubleVector best0 = DoubleVector.fromArray(DOUBLES, best, lane);
        DoubleVector best1 = DoubleVector.fromArray(DOUBLES, best, lane + LENGTH);
        for (int j = 0; j < count; j++) {
            DoubleVector keyX = DoubleVector.broadcast(DOUBLES, x[j]);
            DoubleVector keyY = DoubleVector.broadcast(DOUBLES, y[j]);
            DoubleVector keyZ = DoubleVector.broadcast(DOUBLES, z[j]);
            DoubleVector score0 = z0.fma(keyZ, y0.fma(keyY, x0.mul(keyX)));
            DoubleVector score1 = z1.fma(keyZ, y1.fma(keyY, x1.mul(keyX)));
            best0 = best0.blend(score0, score0.compare(VectorOperators.GT, best0));
            best1 = best1.blend(score1, score1.compare(VectorOperators.GT, best1));
        }
        best0.intoArray(best, lane);
        best1.intoArray(best, lane + LENGTH);
    }

    @Override
    public void findNear(ReceiverGroup group, Contenders keys) {
        for (int lane = 0; lane < LANES; lane += 2 * LENGTH) {
            if (keys.dimension() == 2) {
                findNearInPlane(group, keys, lane);
            } else {
                findNearInSpace(group, keys, lane);
            }
        }
    }

    private static void findNearInPlane(ReceiverGroup group, Contenders keys, int lane) {
        double[] x = keys.coordinates()[0];
        double[] y = keys.coordinates()[1];
        double[][] queries = group.queries();
        DoubleVector x0 = DoubleVector.fromArray(DOUBLES, queries[0], lane);
        DoubleVector y0 = DoubleVector.fromArray(DOUBLES, queries[1], lane);
        DoubleVector x1 = DoubleVector.fromArray(DOUBLES, queries[0], lane + LENGTH);
        DoubleVector y1 = DoubleVector.fromArray(DOUBLES, queries[1], lane + LENGTH);
        DoubleVector outside0 = DoubleVector.fromArray(DOUBLES, group.outside(), lane);
        DoubleVector outside1 = DoubleVector.fromArray(DOUBLES, group.outside(), lane + LENGTH);
        for (int j = 0; j < keys.count(); j++) {
            DoubleVector keyX = DoubleVector.broadcast(DOUBLES, x[j]);
            DoubleVector keyY = DoubleVector.broadcast(DOUBLES, y[j]);
            VectorMask<Double> near0 = y0.fma(keyY, x0.mul(keyX)).compare(VectorOperators.GE, outside0);
            VectorMask<Double> near1 = y1.fma(keyY, x1.mul(keyX)).compare(VectorOperators.GE, outside1);
            if (near0.or(near1).anyTrue()) {
                handOver(group, keys, lane, j, near0.toLong() | near1.toLong() << LENGTH);
            }
        }
    }

    private static void findNearInSpace(ReceiverGroup group, Contenders keys, int lane) {
        double[] x = keys.coordinates()[0];
        double[] y = keys.coordinates()[1];
        double[] z = keys.coordinates()[2];
        double[][] queries = group.queries();
        DoubleVector x0 = DoubleVector.fromArray(DOUBLES, queries[0], lane);
        DoubleVector y0 = DoubleVector.fromArray(DOUBLES, queries[1], lane);
        DoubleVector z0 = DoubleVector.fromArray(DOUBLES, queries[2], lane);
        DoubleVector x1 = DoubleVector.fromArray(DOUBLES, queries[0], lane + LENGTH);
        DoubleVector y1 = DoubleVector.fromArray(DOUBLES, queries[1], lane + LENGTH);
        DoubleVector z1 = DoubleVector.fromArray(DOUBLES, queries[2], lane + LENGTH);
        DoubleVector outside0 = DoubleVector.fromArray(DOUBLES, group.outside(), lane);
        DoubleVector outside1 = DoubleVector.fromArray(DOUBLES, group.outside(), lane + LENGTH);
        for (int j = 0; j < keys.count(); j++) {
            DoubleVector keyX = DoubleVector.broadcast(DOUBLES, x[j]);
            DoubleVector keyY = DoubleVector.broadcast(DOUBLES, y[j]);
            DoubleVector keyZ = DoubleVector.broadcast(DOUBLES, z[j]);
            DoubleVector score0 = z0.fma(keyZ, y0.fma(keyY, x0.mul(keyX)));
            DoubleVector score1 = z1.fma(keyZ, y1.fma(keyY, x1.mul(keyX)));
            VectorMask<Double> near0 = score0.compare(VectorOperators.GE, outside0);
            VectorMask<Double> near1 = score1.compare(VectorOperators.GE, outside1);
            if (near0.or(near1).anyTrue()) {
                handOver(group, keys, lane, j, near0.toLong() | near1.toLong() << LENGTH);
            }
        }
    }

    private static void handOver(ReceiverGroup group, Contenders keys, int lane, int index, long near) {
        for (int l = 0; l < 2 * LENGTH; l++) {
            if ((near >> l & 1) != 0) {
                group.add(lane + l, keys.keys()[index], group.score(lane + l, keys.coordinates(), index));
            }
        }
    }

    @Override
    public void select(ReceiverGroup group, Candidates candidates) {
        for (int lane = 0; lane < LANES; lane += LENGTH) {
            if (group.dimension() == 2) {
                selectPlane(group, candidates, lane);
            } else {
                selectSpace(group, candidates, lane);
            }
        }
    }

    private static void selectPlane(ReceiverGroup group, Candidates candidates, int lane) {
        double[] x = candidates.coordinates()[0];
        double[] y = candidates.coordinates()[1];
        double[] highX = candidates.parts()[0];
        double[] lowX = candidates.parts()[1];
        double[] highY = candidates.parts()[2];
        double[] lowY = candidates.parts()[3];
        double[] weights = candidates.weights();
        long[] prints = candidates.fingerprints();
        DoubleVector queryX = DoubleVector.fromArray(DOUBLES, group.queries()[0], lane);
        DoubleVector queryY = DoubleVector.fromArray(DOUBLES, group.queries()[1], lane);
        DoubleVector outside = DoubleVector.fromArray(DOUBLES, group.outside(), lane);
        DoubleVector inside = DoubleVector.fromArray(DOUBLES, group.inside(), lane);
        double[] parts = group.sums().parts();
        DoubleVector counts = DoubleVector.fromArray(DOUBLES, group.sums().counts(), lane);
        LongVector fingerprints = LongVector.fromArray(LONGS, group.sums().fingerprints(), lane);
        DoubleVector sumHighX = DoubleVector.fromArray(DOUBLES, parts, lane);
        DoubleVector sumLowX = DoubleVector.fromArray(DOUBLES, parts, LANES + lane);
        DoubleVector sumHighY = DoubleVector.fromArray(DOUBLES, parts, 2 * LANES + lane);
        DoubleVector sumLowY = DoubleVector.fromArray(DOUBLES, parts, 3 * LANES + lane);
        int count = candidates.count();
        for (int j = 0; j < count; j++) {
            DoubleVector score = queryY.fma(
                    DoubleVector.broadcast(DOUBLES, y[j]), queryX.mul(DoubleVector.broadcast(DOUBLES, x[j])));
            VectorMask<Double> in = score.compare(VectorOperators.GT, inside);
            VectorMask<Double> near = score.compare(VectorOperators.GE, outside).xor(in);
            if (near.anyTrue()) {
                handOver(group, candidates, lane, j, near.toLong());
            }
            counts = counts.add(DoubleVector.broadcast(DOUBLES, weights[j]), in);
            fingerprints = fingerprints.add(LongVector.broadcast(LONGS, prints[j]), in.cast(LONGS));
            sumHighX = sumHighX.add(DoubleVector.broadcast(DOUBLES, highX[j]), in);
            sumLowX = sumLowX.add(DoubleVector.broadcast(DOUBLES, lowX[j]), in);
            sumHighY = sumHighY.add(DoubleVector.broadcast(DOUBLES, highY[j]), in);
            sumLowY = sumLowY.add(DoubleVector.broadcast(DOUBLES, lowY[j]), in);
        }
        counts.intoArray(group.sums().counts(), lane);
        fingerprints.intoArray(group.sums().fingerprints(), lane);
        sumHighX.intoArray(parts, lane);
        sumLowX.intoArray(parts, LANES + lane);
        sumHighY.intoArray(parts, 2 * LANES + lane);
        sumLowY.intoArray(parts, 3 * LANES + lane);
    }

    private static void selectSpace(ReceiverGroup group, Candidates candidates, int lane) {
        double[] x = candidates.coordinates()[0];
        double[] y = candidates.coordinates()[1];
        double[] z = candidates.coordinates()[2];
        double[] highX = candidates.parts()[0];
        double[] lowX = candidates.parts()[1];
        double[] highY = candidates.parts()[2];
        double[] lowY = candidates.parts()[3];
        double[] highZ = candidates.parts()[4];
        double[] lowZ = candidates.parts()[5];
        double[] weights = candidates.weights();
        long[] prints = candidates.fingerprints();
        DoubleVector queryX = DoubleVector.fromArray(DOUBLES, group.queries()[0], lane);
        DoubleVector queryY = DoubleVector.fromArray(DOUBLES, group.queries()[1], lane);
        DoubleVector queryZ = DoubleVector.fromArray(DOUBLES, group.queries()[2], lane);
        DoubleVector outside = DoubleVector.fromArray(DOUBLES, group.outside(), lane);
        DoubleVector inside = DoubleVector.fromArray(DOUBLES, group.inside(), lane);
        double[] parts = group.sums().parts();
        DoubleVector counts = DoubleVector.fromArray(DOUBLES, group.sums().counts(), lane);
        LongVector fingerprints = LongVector.fromArray(LONGS, group.sums().fingerprints(), lane);
        DoubleVector sumHighX = DoubleVector.fromArray(DOUBLES, parts, lane);
        DoubleVector sumLowX = DoubleVector.fromArray(DOUBLES, parts, LANES + lane);
        DoubleVector sumHighY = DoubleVector.fromArray(DOUBLES, parts, 2 * LANES + lane);
        DoubleVector sumLowY = DoubleVector.fromArray(DOUBLES, parts, 3 * LANES + lane);
        DoubleVector sumHighZ = DoubleVector.fromArray(DOUBLES, parts, 4 * LANES + lane);
        DoubleVector sumLowZ = DoubleVector.fromArray(DOUBLES, parts, 5 * LANES + lane);
        int count = candidates.count();
        for (int j = 0; j < count; j++) {
            DoubleVector plane = queryY.fma(
                    DoubleVector.broadcast(DOUBLES, y[j]), queryX.mul(DoubleVector.broadcast(DOUBLES, x[j])));
            DoubleVector score = queryZ.fma(DoubleVector.broadcast(DOUBLES, z[j]), plane);
            VectorMask<Double> in = score.compare(VectorOperators.GT, inside);
            VectorMask<Double> near = score.compare(VectorOperators.GE, outside).xor(in);
            if (near.anyTrue()) {
                handOver(group, candidates, lane, j, near.toLong());
            }
            counts = counts.add(DoubleVector.broadcast(DOUBLES, weights[j]), in);
            fingerprints = fingerprints.add(LongVector.broadcast(LONGS, prints[j]), in.cast(LONGS));
            sumHighX = sumHighX.add(DoubleVector.broadcast(DOUBLES, highX[j]), in);
            sumLowX = sumLowX.add(DoubleVector.broadcast(DOUBLES, lowX[j]), in);
            sumHighY = sumHighY.add(DoubleVector.broadcast(DOUBLES, highY[j]), in);
            sumLowY = sumLowY.add(DoubleVector.broadcast(DOUBLES, lowY[j]), in);
            sumHighZ = sumHighZ.add(DoubleVector.broadcast(DOUBLES, highZ[j]), in);
            sumLowZ = sumLowZ.add(DoubleVector.broadcast(DOUBLES, lowZ[j]), in);
        }
        counts.intoArray(group.sums().counts(), lane);
        fingerprints.intoArray(group.sums().fingerprints(), lane);
        sumHighX.intoArray(parts, lane);
        sumLowX.intoArray(parts, LANES + lane);
        sumHighY.intoArray(parts, 2 * LANES + lane);
        sumLowY.intoArray(parts, 3 * LANES + lane);
        sumHighZ.intoArray(parts, 4 * LANES + lane);
        sumLowZ.intoArray(parts, 5 * LANES + lane);
    }

    private static void handOver(ReceiverGroup group, Candidates candidates, int lane, int index, long near) {
        for (int l = 0; l < LENGTH; l++) {
            if ((near >> l & 1) != 0) {
                group.add(lane + l, candidates.key(index), group.score(lane + l, candidates.coordinates(), index));
            }
        }
    }
}
