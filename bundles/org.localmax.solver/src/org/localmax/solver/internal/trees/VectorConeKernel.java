package org.localmax.solver.internal.trees;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** A {@link ConeKernel} with vectors of four keys. */
final class VectorConeKernel implements ConeKernel {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
    private static final int LENGTH = 4;
    /** A bit for each of them. */
    private static final long ALL = (1 << LENGTH) - 1;
    /** So many keys are compared with the greatest product so far at once. */
    private static final int CHUNK = 256;

    @Override
    public int support(Contenders keys, Cone cone) {
        double greatest = Double.NEGATIVE_INFINITY;
        int chunk = 0;
        for (int from = 0; from < keys.count(); from += CHUNK) {
            double product = greatest(keys, cone, from, Math.min(keys.count(), from + CHUNK));
            if (product > greatest) {
                greatest = product;
                chunk = from;
            }
        }
        int support = chunk;
        while (ScalarConeKernel.product(keys, cone, support) != greatest) {
            support++;
        }
        return support;
    }

    private static double greatest(Contenders keys, Cone cone, int from, int to) {
        int vectorsEnd = from + (to - from) / LENGTH * LENGTH;
        double[][] x = keys.coordinates();
        double[] m = cone.middle();
        double greatest = Double.NEGATIVE_INFINITY;
        if (vectorsEnd > from) {
            greatest = x.length == 2
                    ? greatestInPlane(x[0], x[1], m[0], m[1], from, vectorsEnd)
                    : greatestInSpace(x[0], x[1], x[2], m, from, vectorsEnd);
        }
        for (int index = vectorsEnd; index < to; index++) {
            greatest = Math.max(greatest, ScalarConeKernel.product(keys, cone, index));
        }
        return greatest;
    }

    private static double greatestInPlane(double[] x, double[] y, double middleX, double middleY, int from, int to) {
        DoubleVector greatest = DoubleVector.broadcast(DOUBLES, Double.NEGATIVE_INFINITY);
        for (int j = from; j < to; j += LENGTH) {
            DoubleVector ofX = DoubleVector.fromArray(DOUBLES, x, j).mul(middleX);
            DoubleVector product =
                    DoubleVector.fromArray(DOUBLES, y, j).fma(DoubleVector.broadcast(DOUBLES, middleY), ofX);
            greatest = greatest.blend(product, product.compare(VectorOperators.GT, greatest));
        }
        return greatest.reduceLanes(VectorOperators.MAX);
    }

    private static double greatestInSpace(double[] x, double[] y, double[] z, double[] middle, int from, int to) {
        DoubleVector middleX = DoubleVector.broadcast(DOUBLES, middle[0]);
        DoubleVector middleY = DoubleVector.broadcast(DOUBLES, middle[1]);
        DoubleVector middleZ = DoubleVector.broadcast(DOUBLES, middle[2]);
        DoubleVector greatest = DoubleVector.broadcast(DOUBLES, Double.NEGATIVE_INFINITY);
        for (int j = from; j < to; j += LENGTH) {
            DoubleVector ofX = DoubleVector.fromArray(DOUBLES, x, j).mul(middleX);
            DoubleVector ofPlane = DoubleVector.fromArray(DOUBLES, y, j).fma(middleY, ofX);
            DoubleVector product = DoubleVector.fromArray(DOUBLES, z, j).fma(middleZ, ofPlane);
            greatest = greatest.blend(product, product.compare(VectorOperators.GT, greatest));
        }
        return greatest.reduceLanes(VectorOperators.MAX);
    }

    @Override
    public void narrow(Contenders keys, Cone cone, Contenders kept) {
        int vectorsEnd = keys.count() / LENGTH * LENGTH;
        int count = keys.dimension() == 2
                ? narrowInPlane(keys, cone, kept, vectorsEnd)
                : narrowInSpace(keys, cone, kept, vectorsEnd);
        kept.count(ScalarConeKernel.narrow(keys, vectorsEnd, cone, kept, count));
    }

    private static int narrowInPlane(Contenders keys, Cone cone, Contenders kept, int to) {
        double[] x = keys.coordinates()[0];
        double[] y = keys.coordinates()[1];
        DoubleVector referenceX = DoubleVector.broadcast(DOUBLES, cone.reference()[0]);
        DoubleVector referenceY = DoubleVector.broadcast(DOUBLES, cone.reference()[1]);
        DoubleVector middleX = DoubleVector.broadcast(DOUBLES, cone.middle()[0]);
        DoubleVector middleY = DoubleVector.broadcast(DOUBLES, cone.middle()[1]);
        DoubleVector halfX = DoubleVector.broadcast(DOUBLES, cone.half()[0]);
        DoubleVector halfY = DoubleVector.broadcast(DOUBLES, cone.half()[1]);
        double least = -cone.reach();
        int next = kept.count();
        for (int j = 0; j < to; j += LENGTH) {
            DoubleVector keyX = DoubleVector.fromArray(DOUBLES, x, j);
            DoubleVector keyY = DoubleVector.fromArray(DOUBLES, y, j);
            DoubleVector offsetX = keyX.sub(referenceX);
            DoubleVector offsetY = keyY.sub(referenceY);
            DoubleVector ofX = offsetX.abs().fma(halfX, offsetX.mul(middleX));
            DoubleVector bound = offsetY.abs().fma(halfY, offsetY.fma(middleY, ofX));
            VectorMask<Double> below = bound.compare(VectorOperators.LT, least);
            next = keep(keys, j, below.toLong() ^ ALL, kept, next);
        }
        return next;
    }

    private static int narrowInSpace(Contenders keys, Cone cone, Contenders kept, int to) {
        double[] x = keys.coordinates()[0];
        double[] y = keys.coordinates()[1];
        double[] z = keys.coordinates()[2];
        DoubleVector referenceX = DoubleVector.broadcast(DOUBLES, cone.reference()[0]);
        DoubleVector referenceY = DoubleVector.broadcast(DOUBLES, cone.reference()[1]);
        DoubleVector referenceZ = DoubleVector.broadcast(DOUBLES, cone.reference()[2]);
        DoubleVector middleX = DoubleVector.broadcast(DOUBLES, cone.middle()[0]);
        DoubleVector middleY = DoubleVector.broadcast(DOUBLES, cone.middle()[1]);
        DoubleVector middleZ = DoubleVector.broadcast(DOUBLES, cone.middle()[2]);
        DoubleVector halfX = DoubleVector.broadcast(DOUBLES, cone.half()[0]);
        DoubleVector halfY = DoubleVector.broadcast(DOUBLES, cone.half()[1]);
        DoubleVector halfZ = DoubleVector.broadcast(DOUBLES, cone.half()[2]);
        double least = -cone.reach();
        int next = kept.count();
        for (int j = 0; j < to; j += LENGTH) {
            DoubleVector keyX = DoubleVector.fromArray(DOUBLES, x, j);
            DoubleVector keyY = DoubleVector.fromArray(DOUBLES, y, j);
            DoubleVector keyZ = DoubleVector.fromArray(DOUBLES, z, j);
            DoubleVector offsetX = keyX.sub(referenceX);
            DoubleVector offsetY = keyY.sub(referenceY);
            DoubleVector offsetZ = keyZ.sub(referenceZ);
            DoubleVector ofX = offsetX.abs().fma(halfX, offsetX.mul(middleX));
            DoubleVector ofPlane = offsetY.abs().fma(halfY, offsetY.fma(middleY, ofX));
            DoubleVector bound = offsetZ.abs().fma(halfZ, offsetZ.fma(middleZ, ofPlane));
            VectorMask<Double> below = bound.compare(VectorOperators.LT, least);
            next = keep(keys, j, below.toLong() ^ ALL, kept, next);
        }
        return next;
    }

    /** Keeps some of the keys from a place on: those whose bits are set, also where there is no bound. */
    private static int keep(Contenders keys, int from, long lanes, Contenders kept, int count) {
        int next = count;
        for (long rest = lanes; rest != 0; rest &= rest - 1) {
            int index = from + Long.numberOfTrailingZeros(rest);
            for (int k = 0; k < keys.dimension(); k++) {
                kept.coordinates()[k][next] = keys.coordinates()[k][index];
            }
            kept.keys()[next++] = keys.keys()[index];
        }
        return next;
    }
}
