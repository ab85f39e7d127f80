package org.localmax.solver.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.localmax.solver.StepListener;

/**
 * Blocks of work over a pool of threads, which can be cancelled between blocks. What a block does must not depend on who
 * does it nor when; a block should take a few milliseconds at most.
 */
public final class Work {

    private final ForkJoinPool pool;
    private final StepListener listener;
    private final long rows;
    private final AtomicLong done = new AtomicLong();

    /** @param rows the number of rows of the step, for the listener */
    public Work(ForkJoinPool pool, StepListener listener, long rows) {
        this.pool = pool;
        this.listener = listener;
        this.rows = rows;
    }

    /** The number of threads. */
    public int threads() {
        return pool.getParallelism();
    }

    /** Runs blocks 0 to blocks - 1, in any order and on any thread; one block alone runs at once. */
    public void forBlocks(int blocks, IntConsumer block) {
        if (blocks == 1) {
            requireWanted();
            block.accept(0);
        } else if (blocks > 1) {
            pool.invoke(new Blocks(0, blocks, block));
        }
    }

    /** Runs a task for ranges [from, to) of at most so many of the numbers below a total. */
    public void forRanges(int total, int length, RangeTask task) {
        int blocks = (int) (((long) total + length - 1) / length);
        forBlocks(blocks, block -> {
            int from = block * length;
            task.run(from, (int) Math.min(total, (long) from + length));
        });
    }

    /** What is to be done with the numbers of a range. */
    @FunctionalInterface
    public interface RangeTask {

        void run(int from, int to);
    }

    /** Tells the listener. */
    public void rowsDone(int count) {
        listener.rowsDone(done.addAndGet(count), rows);
    }

    /** @throws CancellationException if the listener cancels */
    public void requireWanted() {
        if (listener.isCancelled()) {
            throw new CancellationException("the step was cancelled");
        }
    }

    /** A range of blocks, halved until it is one. */
    private final class Blocks extends RecursiveAction {

        private static final long serialVersionUID = 1;

        private final int from;
        private final int to;
        private final transient IntConsumer block;

        Blocks(int from, int to, IntConsumer block) {
            this.from = from;
            this.to = to;
            this.block = block;
        }

        @Override
        protected void compute() {
            if (to - from > 1) {
                int middle = (from + to) >>> 1;
                invokeAll(new Blocks(from, middle, block), new Blocks(middle, to, block));
                return;
            }
            requireWanted();
            block.accept(from);
        }
    }
}
