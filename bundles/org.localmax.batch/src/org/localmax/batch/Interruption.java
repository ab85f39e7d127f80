package org.localmax.batch;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.localmax.experiments.RunListener;

/**
 * Hears that the process is asked to end (Ctrl+C, SIGTERM) while a command does its work, lets the work stop cleanly, says what
 * is kept, and ends the process with {@link ExitCode#CANCELLED}. There is one for a command.
 */
final class Interruption implements RunListener, AutoCloseable {

    private static final int SECONDS_TO_STOP = 20;

    private final Supplier<String> kept;
    private final int secondsToFinish;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "stop the run");
    private volatile boolean requested;
    private volatile boolean isUrgent;

    private Interruption(Supplier<String> kept, int secondsToFinish) {
        this.kept = kept;
        this.secondsToFinish = secondsToFinish;
    }

    /**
     * Watches until closed.
     *
     * @param kept what there is when the work has stopped, as the user reads it
     */
    static Interruption watch(Supplier<String> kept) {
        return watch(kept, 0);
    }

    /**
     * The same where work is cut into pieces: so many seconds are left to finish those under way.
     */
    static Interruption watch(Supplier<String> kept, int secondsToFinish) {
        Interruption interruption = new Interruption(kept, secondsToFinish);
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException e) {
            // the process is ending already
            interruption.requested = true;
            interruption.isUrgent = true;
        }
        return interruption;
    }

    /** Whether the process was asked to end, so that nothing further should begin. */
    boolean isRequested() {
        return requested;
    }

    /** Whether what is under way should end, too. */
    @Override
    public boolean isCancelled() {
        return isUrgent;
    }

    /** @throws CancellationException if the process was asked to end */
    void check() {
        if (requested) {
            throw new CancellationException("the command was cancelled");
        }
    }

    private void interrupt() {
        requested = true;
        try {
            isUrgent = !stopped.await(secondsToFinish, TimeUnit.SECONDS);
            if (stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                System.err.println("localmax: cancelled; " + kept.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.CANCELLED.code());
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: the hook has the last word
            requested = true;
            isUrgent = true;
        }
    }
}
