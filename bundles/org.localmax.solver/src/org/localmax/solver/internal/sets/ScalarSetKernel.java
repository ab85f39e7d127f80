package org.localmax.solver.internal.sets;

import java.util.Arrays;

/** The kernel in plain arithmetic. */
final class ScalarSetKernel implements SetKernel {

    @Override
    public double scores(TokenColumns tokens, double[] query, double[] scores) {
        int length = tokens.length();
        double[] values = tokens.values();
        double greatest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < length; j++) {
            double score = query[0] * values[j];
            for (int k = 1; k < tokens.dimension(); k++) {
                score = Math.fma(query[k], values[k * length + j], score);
            }
            scores[j] = score;
            greatest = score > greatest ? score : greatest;
        }
        return greatest;
    }

    @Override
    public double greatestSize(double[] values, int from, int to) {
        double greatest = 0;
        for (int at = from; at < to; at++) {
            double size = Math.abs(values[at]);
            greatest = size > greatest ? size : greatest;
        }
        return greatest;
    }

    @Override
    public double cut(double[] scores, double threshold, double least, double within, long[] members, long[] near) {
        Arrays.fill(members, 0);
        Arrays.fill(near, 0);
        double margin = Double.POSITIVE_INFINITY;
        for (int j = 0; j < scores.length; j++) {
            double distance = Math.abs(scores[j] - threshold);
            margin = distance < margin ? distance : margin;
            members[j / Long.SIZE] |= scores[j] >= least ? 1L << j : 0;
            near[j / Long.SIZE] |= distance <= within ? 1L << j : 0;
        }
        return margin;
    }

    @Override
    public void greatest(TokenColumns tokens, double[] queries, double[] best) {
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int j = 0; j < tokens.count(); j++) {
            for (int lane = 0; lane < best.length; lane++) {
                best[lane] = Math.max(best[lane], score(tokens, j, queries, lane));
            }
        }
    }

    private static double score(TokenColumns tokens, int j, double[] queries, int lane) {
        double[] values = tokens.values();
        double score = queries[lane] * values[j];
        for (int k = 1; k < tokens.dimension(); k++) {
            score = Math.fma(queries[k * FourRows.ROWS + lane], values[k * tokens.length() + j], score);
        }
        return score;
    }

    @Override
    public void cut(TokenColumns tokens, double[] queries, double[] thresholds, long[] members, double[] margins) {
        Arrays.fill(members, 0);
        Arrays.fill(margins, Double.POSITIVE_INFINITY);
        for (int j = 0; j < tokens.count(); j++) {
            for (int lane = 0; lane < thresholds.length; lane++) {
                double score = score(tokens, j, queries, lane);
                margins[lane] = Math.min(margins[lane], Math.abs(score - thresholds[lane]));
                members[j / Long.SIZE * FourRows.ROWS + lane] |= score >= thresholds[lane] ? 1L << j : 0;
            }
        }
    }
}
