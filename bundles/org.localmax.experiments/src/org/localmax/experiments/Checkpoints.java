package org.localmax.experiments;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often a run that goes on is stored, so that it can be resumed.
 *
 * @param interval the time between two checkpoints; zero for none at all
 * @param clock a time in nanoseconds from anywhere
 */
public record Checkpoints(Duration interval, LongSupplier clock) {

    /** A run that ends before its end leaves nothing. */
    public static final Checkpoints NONE = every(Duration.ZERO);

    public Checkpoints {
        if (interval.isNegative()) {
            throw new IllegalArgumentException("the time between checkpoints is " + interval + "; expected at least 0");
        }
    }

    /** By the clock of the machine. */
    public static Checkpoints every(Duration interval) {
        return new Checkpoints(interval, System::nanoTime);
    }

    /** Whether there are any; then a cancelled run is stored, too. */
    boolean areWanted() {
        return !interval.isZero();
    }

    /** Whether one is due at a time so many nanoseconds after the last one or the start. */
    boolean areDue(long nanosSince) {
        return areWanted() && nanosSince >= interval.toNanos();
    }
}
