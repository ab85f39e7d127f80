package org.localmax.dynamics;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Arrays that take long to be made: the machine finds memory for them and fills it with zeros, a gigabyte in a second and
 * more. It does so on a thread of its own, while the calling one asks whether the array is still wanted.
 */
public final class LargeArray {

    /** So many bytes are there within milliseconds. */
    private static final long SMALL = 1L << 25;

    private static final int MILLISECONDS_A_CHECK = 10;

    private LargeArray() {}

    /** Zeros. */
    public static double[] ofDoubles(int length, CancellationCheck wanted) {
        return make((long) length * Double.BYTES, () -> new double[length], wanted);
    }

    /** Zeros in single precision. */
    public static float[] ofFloats(int length, CancellationCheck wanted) {
        return make((long) length * Float.BYTES, () -> new float[length], wanted);
    }

    private static <T> T make(long bytes, Supplier<T> array, CancellationCheck wanted) {
        wanted.check();
        if (bytes <= SMALL) {
            return array.get();
        }
        FutureTask<T> task = new FutureTask<>(array::get);
        Thread.ofPlatform().daemon().name("large array").start(task);
        while (true) {
            try {
                return task.get(MILLISECONDS_A_CHECK, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                wanted.check();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (ExecutionException e) {
                throw (Error) e.getCause(); // there is not enough memory
            }
        }
    }
}
