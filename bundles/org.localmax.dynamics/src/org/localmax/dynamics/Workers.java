package org.localmax.dynamics;

import java.util.function.IntConsumer;

/**
 * Who carries out long work over many tokens: one thread or several. What is done must not depend on who does it nor when; it
 * is cut into blocks of a few milliseconds at most, between which it may be cancelled.
 */
public interface Workers {

    /** The calling thread alone, whatever happens. */
    Workers ALONE = alone(CancellationCheck.NONE);

    /**
     * Runs blocks 0 to blocks - 1, in any order and on any thread, and returns when all are done.
     *
     * @throws java.util.concurrent.CancellationException if the work is no longer wanted
     */
    void forBlocks(int blocks, IntConsumer block);

    /** @throws java.util.concurrent.CancellationException if the work is no longer wanted */
    void requireWanted();

    /** An array of at least so many numbers, which may hold anything: scratch space until it is {@linkplain #giveBack given back}. */
    default long[] takeLongs(int length) {
        return new long[length];
    }

    /** Gives back an array that nothing reads any more; workers of many steps fill it with zeros but once. */
    default void giveBack(long[] scratch) {}

    /** Runs a task for ranges [from, to) of at most so many of the numbers below a total. */
    default void forRanges(int total, int length, RangeTask task) {
        int blocks = (int) (((long) total + length - 1) / length);
        forBlocks(blocks, block -> {
            int from = block * length;
            task.run(from, (int) Math.min(total, (long) from + length));
        });
    }

    /** What is to be done with the numbers of a range. */
    @FunctionalInterface
    interface RangeTask {

        void run(int from, int to);
    }

    /** The calling thread alone, as long as a check lets it. */
    static Workers alone(CancellationCheck wanted) {
        return new Workers() {
            @Override
            public void forBlocks(int blocks, IntConsumer block) {
                for (int next = 0; next < blocks; next++) {
                    wanted.check();
                    block.accept(next);
                }
            }

            @Override
            public void requireWanted() {
                wanted.check();
            }
        };
    }
}
