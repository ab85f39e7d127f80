package org.localmax.batch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears that the process is asked to end (Ctrl+C, SIGTERM) while a run goes on, lets the run stop cleanly, and ends the
 * process with {@link ExitCode#CANCELLED}.
 */
final class Interruption implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 20;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "stop the run");
    private volatile boolean requested;

    private Interruption() {}

    /** Watches until closed. */
    static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the process was asked to end. */
    boolean isRequested() {
        return requested;
    }

    private void interrupt() {
        requested = true;
        try {
            if (stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                System.err.println("localmax: cancelled; nothing was written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.CANCELLED.code());
    }

    @Override
    public void close() {
        stopped.countDown();
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
