package org.localmax.solver.internal.trees;

/** A {@link GroupKernel} in plain arithmetic. */
final class ScalarGroupKernel implements GroupKernel {

    private static final int LANES = ReceiverGroup.LANES;

    @Override
    public void raise(double[][] queries, int from, double[] best, Contenders keys) {
        for (int lane = from; lane < from + LANES; lane++) {
            for (int index = 0; index < keys.count(); index++) {
                double score = score(queries, lane, keys.coordinates(), index);
                best[lane] = score > best[lane] ? score : best[lane];
            }
        }
    }

    /** The score of a lane for a point. */
    static double score(double[][] queries, int lane, double[][] coordinates, int point) {
        double score = queries[0][lane] * coordinates[0][point];
        for (int k = 1; k < queries.length; k++) {
            score = Math.fma(queries[k][lane], coordinates[k][point], score);
        }
        return score;
    }

    @Override
    public void findNear(ReceiverGroup group, Contenders keys) {
        for (int lane = 0; lane < LANES; lane++) {
            for (int index = 0; index < keys.count(); index++) {
                double score = group.score(lane, keys.coordinates(), index);
                if (score >= group.outside()[lane]) {
                    group.add(lane, keys.keys()[index], score);
                }
            }
        }
    }

    @Override
    public void select(ReceiverGroup group, Candidates candidates) {
        for (int lane = 0; lane < LANES; lane++) {
            double outside = group.outside()[lane];
            double inside = group.inside()[lane];
            for (int index = 0; index < candidates.count(); index++) {
                double score = group.score(lane, candidates.coordinates(), index);
                if (score > inside) {
                    addMember(group.sums(), lane, candidates, index);
                } else if (score >= outside) {
                    group.add(lane, candidates.key(index), score);
                }
            }
        }
    }

    private static void addMember(GroupSums sums, int lane, Candidates candidates, int index) {
        sums.counts()[lane] += candidates.weights()[index];
        sums.fingerprints()[lane] += candidates.fingerprints()[index];
        for (int part = 0; part < candidates.parts().length; part++) {
            sums.parts()[part * LANES + lane] += candidates.parts()[part][index];
        }
    }
}
