package org.localmax.solver.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.localmax.dynamics.Workers;
import org.localmax.solver.StepListener;

/**
 * Blocks of work over a pool of threads, which can be cancelled between blocks. What a block does must not depend on who
 * does it nor when; a block should take a few milliseconds at most.
 */
public final class Work implements Workers {

    private final ForkJoinPool pool;
    private final int threads;
    private final StepListener listener;
    private final long rows;
    private final Scratch<long[]> longs;
    private final Scratch<double[]> doubles;
    private final AtomicLong done = new AtomicLong();

    /** Work of a step on its own. */
    public Work(ForkJoinPool pool, StepListener listener, long rows) {
        this(pool, listener, rows, Scratch.ofLongs(), Scratch.ofDoubles());
    }

    /**
     * Work of one step among others.
     *
     * @param rows the number of rows of the step, for the listener
     * @param longs arrays that the steps share
     * @param doubles as well
     */
    Work(ForkJoinPool pool, StepListener listener, long rows, Scratch<long[]> longs, Scratch<double[]> doubles) {
        this.pool = pool;
        this.longs = longs;
        this.doubles = doubles;
        threads = pool.getParallelism();
        this.listener = listener;
        this.rows = rows;
    }

    /** The number of threads. */
    public int threads() {
        return threads;
    }

    /**
     * Runs blocks 0 to blocks - 1, in any order and on any thread. The calling thread starts at once, and the pool's help
     * it as soon as they are awake, which takes as long as some steps.
     */
    @Override
    public void forBlocks(int blocks, IntConsumer block) {
        Blocks work = new Blocks(blocks, block);
        for (int helper = 1; helper < Math.min(threads, blocks); helper++) {
            pool.execute(work);
        }
        work.finish();
    }

    @Override
    public long[] takeLongs(int length) {
        return longs.take(length);
    }

    @Override
    public void giveBack(long[] array) {
        longs.give(array);
    }

    /** An array of at least so many numbers, which may hold anything: scratch space until it is given back. */
    public double[] takeDoubles(int length) {
        return doubles.take(length);
    }

    /** Gives back an array that nothing reads any more. */
    public void giveBack(double[] array) {
        doubles.give(array);
    }

    /** Tells the listener. */
    public void rowsDone(int count) {
        listener.rowsDone(done.addAndGet(count), rows);
    }

    @Override
    public void requireWanted() {
        if (listener.isCancelled()) {
            throw new CancellationException("the step was cancelled");
        }
    }

    /** Blocks that each thread takes one of, and then the next one, until none is left. */
    private final class Blocks implements Runnable {

        /** How often a thread looks whether the others have finished before it sleeps: for some microseconds. */
        private static final int LOOKS = 1 << 10;

        private final int blocks;
        private final IntConsumer block;
        private final AtomicInteger taken = new AtomicInteger();
        private final AtomicInteger finished = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final ForkJoinTask<?> end = ForkJoinTask.adapt(() -> {});

        Blocks(int blocks, IntConsumer block) {
            this.blocks = blocks;
            this.block = block;
        }

        @Override
        public void run() {
            for (int next = taken.getAndIncrement(); next < blocks; next = taken.getAndIncrement()) {
                run(next);
                if (finished.incrementAndGet() == blocks) {
                    end.quietlyInvoke();
                }
            }
        }

        private void run(int next) {
            if (failure.get() != null) {
                return;
            }
            try {
                requireWanted();
                block.accept(next);
            } catch (RuntimeException | Error thrown) {
                failure.compareAndSet(null, thrown);
            }
        }

        /** Takes part, and returns when all blocks are done. */
        void finish() {
            run();
            for (int look = 0; look < LOOKS && finished.get() < blocks; look++) {
                Thread.onSpinWait();
            }
            if (finished.get() < blocks) {
                end.quietlyJoin();
            }
            switch (failure.get()) {
                case null -> {}
                case RuntimeException exception -> throw exception;
                case Throwable error -> throw (Error) error;
            }
        }
    }
}
