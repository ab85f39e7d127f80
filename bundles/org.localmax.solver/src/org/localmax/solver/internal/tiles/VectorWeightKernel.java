package org.localmax.solver.internal.tiles;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.Exp2;
import org.localmax.solver.internal.VectorExp2;
import org.localmax.solver.internal.VectorLanes;

/** Weights with vectors; small static methods, as in {@link VectorTileKernel}. */
final class VectorWeightKernel implements WeightKernel {

    private static final VectorSpecies<Double> LANES = VectorLanes.DOUBLES;
    /** Numbers in a vector. */
    private static final int W = LANES.length();

    @Override
    public void addProducts(
            double[] weights,
            int panels,
            int length,
            double[] values,
            int valuesAt,
            int valueStride,
            double[] sums,
            int sumsAt,
            int width) {
        for (int i = 0; i < panels * TileKernel.ROWS; i += TileKernel.ROWS) {
            for (int c = 0; c < width; c += TileKernel.COLUMNS) {
                int value = valuesAt + c / TileKernel.COLUMNS * valueStride;
                int sum = sumsAt + i * width + c * TileKernel.ROWS;
                VectorProducts.addRows(weights, i * STRIDE, values, value, length, sums, sum);
            }
        }
    }

    @Override
    public void addTransposedProducts(
            double[] weights,
            int panels,
            int length,
            double[] values,
            int valuesAt,
            int valueStride,
            double[] sums,
            int sumsAt,
            int width) {
        for (int i = 0; i < panels * TileKernel.ROWS; i += TileKernel.ROWS) {
            for (int c = 0; c < width; c += TileKernel.COLUMNS) {
                int value = valuesAt + c / TileKernel.COLUMNS * valueStride;
                int sum = sumsAt + i * width + c * TileKernel.ROWS;
                VectorProducts.addColumns(weights, i, values, value, length, sums, sum);
            }
        }
    }

    @Override
    public void raise(double[] tile, int rows, int length, double[] greatest) {
        for (int i = 0; i < rows; i++) {
            raiseTo(tile, i * STRIDE, length, greatest);
        }
    }

    private static void raiseTo(double[] tile, int at, int length, double[] greatest) {
        for (int j = 0; j < length; j += W) {
            DoubleVector score = load(tile, at + j);
            DoubleVector most = load(greatest, j);
            most.blend(score, score.compare(VectorOperators.GT, most)).intoArray(greatest, j);
        }
    }

    @Override
    public double weigh(
            double[] scores, int at, int length, double beta, double origin, double[] counts, int countsAt) {
        double[] parts = new double[PARTS];
        for (int part = 0; part < PARTS; part += W) {
            weigh(scores, at, part, length, beta, origin, counts, countsAt, parts);
        }
        return WeightKernel.total(parts);
    }

    /** The sums of some of the parts. */
    private static void weigh(
            double[] scores,
            int at,
            int part,
            int length,
            double beta,
            double origin,
            double[] counts,
            int countsAt,
            double[] parts) {
        DoubleVector origins = all(origin);
        DoubleVector sum = all(0);
        for (int j = part; j < length; j += PARTS) {
            DoubleVector weight = weight(load(scores, at + j), origins, beta);
            weight.intoArray(scores, at + j);
            sum = weight.fma(load(counts, countsAt + j), sum);
        }
        sum.intoArray(parts, part);
    }

    @Override
    public void weighColumns(
            double[] tile,
            int rows,
            int length,
            double beta,
            double[] origins,
            double[] counts,
            int countsAt,
            double[] weights,
            double[] totals) {
        for (int i = 0; i < rows; i++) {
            weighColumns(tile, i * STRIDE, length, beta, origins, counts[countsAt + i], weights, totals);
        }
    }

    private static void weighColumns(
            double[] tile,
            int at,
            int length,
            double beta,
            double[] origins,
            double count,
            double[] weights,
            double[] totals) {
        DoubleVector counts = all(count);
        for (int j = 0; j < length; j += W) {
            DoubleVector weight = weight(load(tile, at + j), load(origins, j), beta);
            weight.intoArray(weights, at + j);
            weight.fma(counts, load(totals, j)).intoArray(totals, j);
        }
    }

    private static DoubleVector weight(DoubleVector score, DoubleVector origin, double beta) {
        return VectorExp2.of(score.sub(origin).mul(beta).mul(Exp2.LOG2_E));
    }

    @Override
    public double weighBothWays(
            double[] scores,
            int at,
            int length,
            double beta,
            double[] counts,
            int countsAt,
            double count,
            double[] totals,
            int totalsAt) {
        double[] parts = new double[PARTS];
        for (int part = 0; part < PARTS; part += W) {
            weighBothWays(
                    scores, at, part, length, beta * Exp2.LOG2_E, counts, countsAt, count, totals, totalsAt, parts);
        }
        return WeightKernel.total(parts);
    }

    private static void weighBothWays(
            double[] scores,
            int at,
            int part,
            int length,
            double scale,
            double[] counts,
            int countsAt,
            double count,
            double[] totals,
            int totalsAt,
            double[] parts) {
        DoubleVector ownCount = all(count);
        DoubleVector sum = all(0);
        for (int j = part; j < length; j += PARTS) {
            DoubleVector weight = VectorExp2.of(load(scores, at + j).mul(scale));
            weight.intoArray(scores, at + j);
            sum = weight.fma(load(counts, countsAt + j), sum);
            weight.fma(ownCount, load(totals, totalsAt + j)).intoArray(totals, totalsAt + j);
        }
        sum.intoArray(parts, part);
    }

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(LANES, values, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(LANES, value);
    }
}
