package org.localmax.solver.internal.expansions;

import java.util.function.IntConsumer;
import org.localmax.solver.internal.Work;

/** A way to do blocks of work that do not depend on each other: on all threads, or one after the other. */
@FunctionalInterface
interface Repetition {

    /** Does blocks 0 to blocks - 1. */
    void forBlocks(int blocks, IntConsumer block);

    /** One after the other on this thread, as long as the work is wanted. */
    static Repetition inTurn(Work work) {
        return (blocks, block) -> {
            for (int b = 0; b < blocks; b++) {
                work.requireWanted();
                block.accept(b);
            }
        };
    }
}
