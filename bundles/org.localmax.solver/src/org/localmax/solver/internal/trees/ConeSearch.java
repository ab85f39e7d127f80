package org.localmax.solver.internal.trees;

import java.util.ArrayList;
import java.util.List;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * Which keys may be best for which receivers: the receivers, in an order of similar directions, are split again and again,
 * and each part looks only at those keys that the whole has left to it. What is left to a group is little more than the
 * keys that are best for one of its receivers, however the keys lie: on a circle or a sphere as well as inside of one.
 */
final class ConeSearch {

    private static final int PARTS = 4;
    /** So few keys are not worth to be made fewer. */
    private static final int FEW = 12;

    /** What is done with the groups and what is left to them. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Does it.
         *
         * @param from the place in the order of the first receiver of a group
         * @param to the place after its last
         * @param keys whose scores may be best for one of them
         */
        void visit(int from, int to, Contenders keys);
    }

    private final ReceiverCones cones;
    private final int receivers;
    private final ConeKernel kernel;
    /** For each share of all groups the keys left to it. */
    private final List<Contenders> shares;

    private ConeSearch(ReceiverCones cones, int receivers, ConeKernel kernel, List<Contenders> shares) {
        this.cones = cones;
        this.receivers = receivers;
        this.kernel = kernel;
        this.shares = shares;
    }

    /**
     * Prepares the search.
     *
     * @param all the receivers
     * @param withVicinity whether keys matter that are in the vicinity of the best one; if not, only the best ones do
     * @param shares how many parts of all groups there are to begin with
     */
    static ConeSearch of(
            StepRows step, SortedReceivers all, boolean withVicinity, int shares, boolean vectors, Work work) {
        ReceiverCones cones = ReceiverCones.ofGroups(step, all, withVicinity, work);
        ConeKernel kernel = ConeKernel.of(vectors);
        Cone[] wide = new Cone[Math.min(shares, cones.count())];
        for (int share = 0; share < wide.length; share++) {
            wide[share] = new Cone(step.keys().dimension());
            cones.span(begin(share, wide.length, cones), begin(share + 1, wide.length, cones), wide[share]);
        }
        List<Contenders> lists = List.of(FirstCut.of(step.keys(), 1, wide, kernel, work));
        return new ConeSearch(cones, all.count(), kernel, lists);
    }

    private static int begin(int share, int shares, ReceiverCones cones) {
        return (int) ((long) cones.count() * share / shares);
    }

    /** A visit of groups by one thread. */
    Visit visit() {
        return new Visit();
    }

    /** Lists of keys for parts of parts; for one thread. */
    final class Visit {

        private final Cone cone = new Cone(shares.getFirst().dimension());
        private final List<Contenders> lists = new ArrayList<>();

        /** Visits all groups of receivers [from, to) of the order; from is a multiple of the size of a group. */
        void groups(int from, int to, Visitor visitor) {
            int firstGroup = from / ReceiverGroup.LANES;
            int endGroup = (to + ReceiverGroup.LANES - 1) / ReceiverGroup.LANES;
            for (int share = 0; share < shares.size(); share++) {
                int begin = Math.max(firstGroup, begin(share, shares.size(), cones));
                int end = Math.min(endGroup, begin(share + 1, shares.size(), cones));
                if (begin < end) {
                    part(begin, end, 0, shares.get(share), visitor);
                }
            }
        }

        private void part(int begin, int end, int depth, Contenders keys, Visitor visitor) {
            Contenders left = keys.count() <= FEW ? keys : left(begin, end, depth, keys);
            if (end - begin == 1 || left.count() <= FEW) {
                for (int group = begin; group < end; group++) {
                    int from = group * ReceiverGroup.LANES;
                    visitor.visit(from, Math.min(receivers, from + ReceiverGroup.LANES), left);
                }
                return;
            }
            int parts = Math.min(PARTS, end - begin);
            for (int part = 0; part < parts; part++) {
                int from = begin + (int) ((long) (end - begin) * part / parts);
                int to = begin + (int) ((long) (end - begin) * (part + 1) / parts);
                part(from, to, depth + 1, left, visitor);
            }
        }

        private Contenders left(int begin, int end, int depth, Contenders keys) {
            while (lists.size() <= depth) {
                lists.add(new Contenders(keys.dimension()));
            }
            cones.span(begin, end, cone);
            cone.refer(keys, kernel.support(keys, cone));
            Contenders left = lists.get(depth);
            left.count(0);
            left.reserve(keys.count());
            kernel.narrow(keys, cone, left);
            return left;
        }
    }
}
