package org.localmax.solver.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicInteger;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepBuilder;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;

/**
 * Rows of the definition in blocks over a ForkJoin pool. Each row is computed whole by one thread, so the number of threads
 * cannot change a bit.
 */
public final class BlockStepper implements Stepper {

    /** About this many scores lie between two looks at the listener. */
    private static final int SCORES_A_BLOCK = 1 << 18;

    private final Dynamics dynamics;
    private final ForkJoinPool pool;

    public BlockStepper(Dynamics dynamics, int threads) {
        this.dynamics = dynamics;
        pool = new ForkJoinPool(threads);
    }

    @Override
    public Dynamics dynamics() {
        return dynamics;
    }

    @Override
    public Step step(State state, StepListener listener) {
        Attention attention = dynamics.attention(state);
        StepBuilder step = new StepBuilder(state, attention.gamma());
        int rows = state.tokens().count();
        int block = Math.max(1, SCORES_A_BLOCK / rows);
        pool.invoke(new Rows(0, rows, block, attention, step, listener, new AtomicInteger(), rows));
        return step.build();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** A range of rows, halved until it is a block. */
    private static final class Rows extends RecursiveAction {

        private static final long serialVersionUID = 1;

        private final int from;
        private final int to;
        private final int block;
        private final transient Attention attention;
        private final transient StepBuilder step;
        private final transient StepListener listener;
        private final AtomicInteger done;
        private final int rows;

        Rows(
                int from,
                int to,
                int block,
                Attention attention,
                StepBuilder step,
                StepListener listener,
                AtomicInteger done,
                int rows) {
            this.from = from;
            this.to = to;
            this.block = block;
            this.attention = attention;
            this.step = step;
            this.listener = listener;
            this.done = done;
            this.rows = rows;
        }

        @Override
        protected void compute() {
            if (to - from > block) {
                int middle = (from + to) >>> 1;
                invokeAll(part(from, middle), part(middle, to));
                return;
            }
            if (listener.isCancelled()) {
                throw new CancellationException("the step was cancelled");
            }
            for (int i = from; i < to; i++) {
                step.set(attention.row(i));
            }
            listener.rowsDone(done.addAndGet(to - from), rows);
        }

        private Rows part(int first, int last) {
            return new Rows(first, last, block, attention, step, listener, done, rows);
        }
    }
}
