package org.localmax.solver.internal.trees;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.DecisionBand;
import org.localmax.dynamics.Vectors;

/**
 * A {@link CutKernel} with vectors of four receivers: operation by operation what {@link Attention#strip} does where nothing
 * overflows or underflows, and where the energy is large against its error. Other receivers are left to plain arithmetic.
 */
final class VectorCutKernel implements CutKernel {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
    private static final int LENGTH = 4;
    private static final double WIDENING = NearZone.WIDENING;
    /** Scores are below this, too, so that nothing overflows. */
    private static final double LONGEST = Double.MAX_VALUE / 4;

    private final ScalarCutKernel plain;
    private final Attention attention;
    private final boolean normalized;
    private final double tolerance;

    VectorCutKernel(Attention attention) {
        this.attention = attention;
        plain = new ScalarCutKernel(attention);
        normalized = ((Localmax) attention.dynamics().rule()).scale() == Scale.NORMALIZED;
        tolerance = attention.dynamics().ties().tolerance();
    }

    @Override
    public double cut(double[][] tokens, double[][] queries, double[] best, int count, double closest, Cuts cuts) {
        double least = Double.POSITIVE_INFINITY;
        int from = 0;
        int end = attention.parameter() < Double.POSITIVE_INFINITY ? count / LENGTH * LENGTH : 0;
        while (from < end) {
            // up to four receivers that need care; their norms and thresholds take the place of results to come
            int careful = setStrips(attention, normalized, tolerance, tokens, queries, best, from, end, closest, cuts);
            least = Math.min(least, scale(attention.largestNorm(), queries, from, careful, cuts));
            from = Math.min(end, careful + LENGTH);
            least = Math.min(least, plain.cut(tokens, queries, best, careful, from, closest, cuts));
        }
        return Math.min(least, plain.cut(tokens, queries, best, end, count, closest, cuts));
    }

    /**
     * Writes vicinities, and for now norms to {@link Cuts#directionX} and thresholds to {@link Cuts#outside}.
     *
     * @return where the first receivers are that need care, or the end
     */
    private static int setStrips(
            Attention attention,
            boolean normalized,
            double tolerance,
            double[][] tokens,
            double[][] queries,
            double[] best,
            int from,
            int end,
            double closest,
            Cuts cuts) {
        DecisionBand band = attention.band();
        boolean queryIsToken = band.queryIsToken();
        double delta = attention.parameter();
        double largestNorm = band.largestNorm();
        double chain = band.chain();
        double productError = band.productError();
        double underflow = band.underflow();
        double ofState = band.stateError();
        double matrixNorm = band.matrixNorm();
        double ofMatrix = matrixNorm * largestNorm;
        double ofBoth = matrixNorm * ofState;
        double scaleOfState = normalized ? Math.sqrt(matrixNorm) * ofState : ofBoth;
        double count = attention.state().tokens().count();
        double[] norms = cuts.directionX();
        double[] thresholds = cuts.outside();
        double[] vicinities = cuts.vicinities();
        for (int place = from; place < end; place += LENGTH) {
            DoubleVector queryX = DoubleVector.fromArray(DOUBLES, queries[0], place);
            DoubleVector queryY = DoubleVector.fromArray(DOUBLES, queries[1], place);
            DoubleVector x = DoubleVector.fromArray(DOUBLES, tokens[0], place);
            DoubleVector y = DoubleVector.fromArray(DOUBLES, tokens[1], place);
            DoubleVector squares = queryY.fma(queryY, queryX.mul(queryX));
            DoubleVector tokenSquares = queryIsToken ? squares : y.fma(y, x.mul(x));
            DoubleVector energy = queryY.fma(y, queryX.mul(x));
            DoubleVector queryNorm = squares.sqrt();
            DoubleVector norm = queryIsToken ? queryNorm : tokenSquares.sqrt();
            VectorMask<Double> sure = isSafe(squares).and(isSafe(tokenSquares));
            DoubleVector reach;
            DoubleVector scale;
            if (normalized) {
                DoubleVector energyError = queryNorm
                        .mul(chain)
                        .mul(norm)
                        .add(norm.mul(productError).mul(norm))
                        .add(underflow);
                // the quotient is the lesser bound then
                sure = sure.and(energyError.add(energyError).compare(VectorOperators.LT, energy));
                DoubleVector root = energy.sqrt();
                reach = root.mul(delta);
                scale = energyError.div(root).add(root.mul(2 * Vectors.UNIT_ROUNDOFF));
            } else {
                reach = queryNorm.mul(delta);
                scale = queryNorm.mul(chain).add(norm.mul(productError));
            }
            if (!sure.and(reach.compare(VectorOperators.LT, LONGEST)).allTrue()) {
                return place;
            }
            DoubleVector greatest = DoubleVector.fromArray(DOUBLES, best, place);
            DoubleVector score = queryNorm
                    .mul(chain)
                    .add(norm.mul(productError))
                    .mul(largestNorm)
                    .add(underflow)
                    .add(queryNorm.add(ofMatrix).add(ofBoth).mul(ofState));
            DoubleVector width = score.add(score)
                    .add(scale.add(scaleOfState).mul(delta))
                    .add(greatest.abs().add(reach).mul(4 * Vectors.UNIT_ROUNDOFF))
                    .add(queryNorm.mul(tolerance).mul(largestNorm));
            DoubleVector near = queryNorm.mul(largestNorm).div(count);
            near = near.blend(closest, near.compare(VectorOperators.GT, closest));
            near.blend(width, width.compare(VectorOperators.GT, near)).intoArray(vicinities, place);
            queryNorm.intoArray(norms, place);
            greatest.sub(reach).intoArray(thresholds, place);
        }
        return end;
    }

    @Override
    public void bound(Cuts cuts, int from, int to, double x, double y, double[] bounds, int at) {
        int end = from + (to - from) / LENGTH * LENGTH;
        bound(
                cuts.directionX(),
                cuts.directionY(),
                cuts.scaledOutside(),
                cuts.scaledInside(),
                from,
                end,
                x,
                y,
                bounds,
                at);
        ScalarCutKernel.widen(cuts, end, to, x, y, bounds, at);
    }

    private static void bound(
            double[] directionX,
            double[] directionY,
            double[] outside,
            double[] inside,
            int from,
            int to,
            double x,
            double y,
            double[] bounds,
            int at) {
        DoubleVector least = DoubleVector.broadcast(DOUBLES, Double.POSITIVE_INFINITY);
        DoubleVector greatest = DoubleVector.broadcast(DOUBLES, Double.NEGATIVE_INFINITY);
        for (int place = from; place < to; place += LENGTH) {
            DoubleVector ofPoint = DoubleVector.fromArray(DOUBLES, directionX, place)
                    .mul(x)
                    .add(DoubleVector.fromArray(DOUBLES, directionY, place).mul(y));
            DoubleVector low = DoubleVector.fromArray(DOUBLES, outside, place).sub(ofPoint);
            DoubleVector high = DoubleVector.fromArray(DOUBLES, inside, place).sub(ofPoint);
            least = least.blend(low, low.compare(VectorOperators.LT, least));
            greatest = greatest.blend(high, high.compare(VectorOperators.GT, greatest));
        }
        bounds[at] = least.reduceLanes(VectorOperators.MIN);
        bounds[at + 1] = greatest.reduceLanes(VectorOperators.MAX);
    }

    private static VectorMask<Double> isSafe(DoubleVector squares) {
        return squares.compare(VectorOperators.GT, Vectors.LEAST_SAFE_SUM)
                .and(squares.compare(VectorOperators.LT, Vectors.GREATEST_SAFE_SUM));
    }

    /** Writes what follows from norms, thresholds and vicinities, and returns the least norm. */
    private static double scale(double largestNorm, double[][] queries, int from, int to, Cuts cuts) {
        DoubleVector most = DoubleVector.broadcast(DOUBLES, 4 * largestNorm);
        DoubleVector least = DoubleVector.broadcast(DOUBLES, Double.POSITIVE_INFINITY);
        for (int place = from; place < to; place += LENGTH) {
            DoubleVector norm = DoubleVector.fromArray(DOUBLES, cuts.directionX(), place);
            DoubleVector threshold = DoubleVector.fromArray(DOUBLES, cuts.outside(), place);
            DoubleVector vicinity =
                    DoubleVector.fromArray(DOUBLES, cuts.vicinities(), place).mul(WIDENING);
            DoubleVector low = nextUp(vicinity.sub(threshold)).neg();
            DoubleVector high = nextUp(threshold.add(vicinity));
            low.intoArray(cuts.outside(), place);
            high.intoArray(cuts.inside(), place);
            clamp(low.div(norm), most).intoArray(cuts.scaledOutside(), place);
            clamp(high.div(norm), most).intoArray(cuts.scaledInside(), place);
            DoubleVector.fromArray(DOUBLES, queries[0], place).div(norm).intoArray(cuts.directionX(), place);
            DoubleVector.fromArray(DOUBLES, queries[1], place).div(norm).intoArray(cuts.directionY(), place);
            least = least.blend(norm, norm.compare(VectorOperators.LT, least));
        }
        return least.reduceLanes(VectorOperators.MIN);
    }

    /** The least numbers above finite ones: their bits count up from 0, and down for those below. */
    private static DoubleVector nextUp(DoubleVector numbers) {
        DoubleVector unsigned = numbers.add(0.0); // -0 becomes 0
        LongVector bits = unsigned.reinterpretAsLongs();
        DoubleVector above = bits.add(1).reinterpretAsDoubles();
        DoubleVector below = bits.sub(1).reinterpretAsDoubles();
        return above.blend(below, unsigned.compare(VectorOperators.LT, 0));
    }

    private static DoubleVector clamp(DoubleVector thresholds, DoubleVector most) {
        DoubleVector lowered = thresholds.blend(most, thresholds.compare(VectorOperators.GT, most));
        DoubleVector least = most.neg();
        return lowered.blend(least, lowered.compare(VectorOperators.LT, least));
    }
}
