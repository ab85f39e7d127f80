package org.localmax.solver.internal.trees;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Strip;
import org.localmax.dynamics.Vectors;

/** A {@link CutKernel} in plain arithmetic. */
final class ScalarCutKernel implements CutKernel {

    private final Attention attention;
    private final double largestNorm;
    private final double[] token = new double[2];
    private final double[] query = new double[2];

    ScalarCutKernel(Attention attention) {
        this.attention = attention;
        largestNorm = attention.largestNorm();
    }

    @Override
    public double cut(double[][] tokens, double[][] queries, double[] best, int count, double closest, Cuts cuts) {
        return cut(tokens, queries, best, 0, count, closest, cuts);
    }

    /** The same for receivers [from, to). */
    double cut(double[][] tokens, double[][] queries, double[] best, int from, int to, double closest, Cuts cuts) {
        double least = Double.POSITIVE_INFINITY;
        for (int place = from; place < to; place++) {
            for (int k = 0; k < query.length; k++) {
                token[k] = tokens[k][place];
                query[k] = queries[k][place];
            }
            Strip strip = attention.strip(token, 0, query, best[place], closest);
            double low = NearZone.low(strip, strip.vicinity());
            double high = NearZone.high(strip, strip.vicinity());
            double length = Vectors.norm(query, 0, query.length);
            double norm = length == 0 ? 1 : length;
            cuts.vicinities()[place] = strip.vicinity();
            cuts.outside()[place] = low;
            cuts.inside()[place] = high;
            cuts.directionX()[place] = query[0] / norm;
            cuts.directionY()[place] = query[1] / norm;
            cuts.scaledOutside()[place] = BoundSlack.clamp(low / norm, largestNorm);
            cuts.scaledInside()[place] = BoundSlack.clamp(high / norm, largestNorm);
            least = Math.min(least, norm);
        }
        return least;
    }

    @Override
    public void bound(Cuts cuts, int from, int to, double x, double y, double[] bounds, int at) {
        bounds[at] = Double.POSITIVE_INFINITY;
        bounds[at + 1] = Double.NEGATIVE_INFINITY;
        widen(cuts, from, to, x, y, bounds, at);
    }

    /** Widens bounds by receivers [from, to). */
    static void widen(Cuts cuts, int from, int to, double x, double y, double[] bounds, int at) {
        double least = bounds[at];
        double greatest = bounds[at + 1];
        for (int place = from; place < to; place++) {
            double ofPoint = cuts.directionX()[place] * x + cuts.directionY()[place] * y;
            double outside = cuts.scaledOutside()[place] - ofPoint;
            double inside = cuts.scaledInside()[place] - ofPoint;
            least = outside < least ? outside : least; // both are numbers, and seldom new extremes
            greatest = inside > greatest ? inside : greatest;
        }
        bounds[at] = least;
        bounds[at + 1] = greatest;
    }
}
