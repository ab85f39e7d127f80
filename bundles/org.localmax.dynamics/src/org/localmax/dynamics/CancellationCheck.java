package org.localmax.dynamics;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Asked now and then by a long computation, at least every few tens of milliseconds, whether its result is still wanted. */
@FunctionalInterface
public interface CancellationCheck {

    /** It always is. */
    CancellationCheck NONE = () -> {};

    /** @throws CancellationException if it no longer is */
    void check();

    /** Fails as soon as something is cancelled. */
    static CancellationCheck of(BooleanSupplier isCancelled) {
        return () -> {
            if (isCancelled.getAsBoolean()) {
                throw new CancellationException("the computation was cancelled");
            }
        };
    }
}
