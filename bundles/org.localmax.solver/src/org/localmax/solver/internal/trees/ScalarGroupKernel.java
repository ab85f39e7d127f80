package org.localmax.solver.internal.trees;

/** A {@link GroupKernel} in plain arithmetic. */
final class ScalarGroupKernel implements GroupKernel {

    private static final int LANES = ReceiverGroup.LANES;

    @Override
    public void raise(ReceiverGroup group, Contenders keys) {
        for (int lane = 0; lane < LANES; lane++) {
            double best = group.best()[lane];
            for (int index = 0; index < keys.count(); index++) {
                double score = group.score(lane, keys.coordinates(), index);
                best = score > best ? score : best;
            }
            group.best()[lane] = best;
        }
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
