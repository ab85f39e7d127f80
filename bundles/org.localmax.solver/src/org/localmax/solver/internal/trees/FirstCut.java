package org.localmax.solver.internal.trees;

import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.Spares;
import org.localmax.solver.internal.Work;

/** What a few {@link Cone cones} leave of all keys, or of a sample: two passes over the keys, block by block for all cones. */
final class FirstCut {

    private static final int BLOCK = 1 << 11;
    private static final int BLOCKS_A_TASK = 16;

    private final Keys keys;
    private final int stride;
    private final int count;
    private final Cone[] cones;
    private final ConeKernel kernel;
    private final Work work;

    private FirstCut(Keys keys, int stride, Cone[] cones, ConeKernel kernel, Work work) {
        this.keys = keys;
        this.stride = stride;
        count = (keys.count() - 1) / stride + 1;
        this.cones = cones;
        this.kernel = kernel;
        this.work = work;
    }

    /**
     * The keys that matter to each cone.
     *
     * @param stride looks at one in so many keys alone
     * @param cones whose references are set here, to keys at the end of their middle directions
     */
    static Contenders[] of(Keys keys, int stride, Cone[] cones, ConeKernel kernel, Work work) {
        FirstCut cut = new FirstCut(keys, stride, cones, kernel, work);
        cut.refer();
        return cut.narrow();
    }

    @FunctionalInterface
    private interface BlockTask {

        void run(Contenders block, int task);
    }

    private void forBlocks(BlockTask blockTask) {
        Spares<Contenders> spares = new Spares<>(() -> new Contenders(keys.dimension()));
        work.forBlocks(
                tasks(),
                task -> spares.lend(block -> {
                    long end = Math.min(count, (task + 1L) * BLOCK * BLOCKS_A_TASK);
                    for (int from = task * BLOCK * BLOCKS_A_TASK; from < end; from += BLOCK) {
                        block.load(keys, from, (int) Math.min(end, from + (long) BLOCK), stride);
                        blockTask.run(block, task);
                    }
                }));
    }

    private int tasks() {
        int length = BLOCK * BLOCKS_A_TASK;
        return (int) (((long) count + length - 1) / length);
    }

    private void refer() {
        Contenders[][] supports = new Contenders[tasks()][cones.length];
        forBlocks((block, task) -> {
            for (int cone = 0; cone < cones.length; cone++) {
                int support = kernel.support(block, cones[cone]);
                supports[task][cone] = better(cones[cone], supports[task][cone], block, support);
            }
        });
        for (int cone = 0; cone < cones.length; cone++) {
            Contenders best = supports[0][cone];
            for (Contenders[] ofTask : supports) {
                best = better(cones[cone], best, ofTask[cone], 0);
            }
            cones[cone].refer(best, 0);
        }
    }

    /** The one key of a list or, if that is farther along the middle of a cone, a key of another list. */
    private static Contenders better(Cone cone, Contenders one, Contenders others, int index) {
        if (one != null && ScalarConeKernel.product(one, cone, 0) >= ScalarConeKernel.product(others, cone, index)) {
            return one;
        }
        Contenders other = new Contenders(others.dimension());
        for (int k = 0; k < others.dimension(); k++) {
            other.coordinates()[k][0] = others.coordinates()[k][index];
        }
        other.count(1);
        return other;
    }

    private Contenders[] narrow() {
        Contenders[][] parts = new Contenders[tasks()][cones.length];
        Spares<Contenders> spares = new Spares<>(() -> new Contenders(keys.dimension()));
        forBlocks((block, task) -> spares.lend(kept -> {
            for (int cone = 0; cone < cones.length; cone++) {
                Contenders part = parts[task][cone];
                parts[task][cone] = part == null ? new Contenders(keys.dimension()) : part;
                kept.count(0);
                kept.reserve(block.count());
                kernel.narrow(block, cones[cone], kept);
                parts[task][cone].addAll(kept);
            }
        }));
        Contenders[] lists = new Contenders[cones.length];
        work.forBlocks(cones.length, cone -> lists[cone] = join(parts, cone));
        return lists;
    }

    private Contenders join(Contenders[][] parts, int cone) {
        long count = 0;
        for (Contenders[] ofTask : parts) {
            count += ofTask[cone].count();
        }
        Contenders list = new Contenders(keys.dimension());
        list.reserve((int) count);
        for (Contenders[] ofTask : parts) {
            list.addAll(ofTask[cone]);
            ofTask[cone] = null;
        }
        return list;
    }
}
