package org.localmax.solver.internal.tiles;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Scratch space that tasks use one after the other: as many pieces as tasks run at once. */
final class Spares<T> {

    private final ConcurrentLinkedQueue<T> spares = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    Spares(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Lends a piece to a task. */
    void lend(Consumer<T> task) {
        T spare = spares.poll();
        T lent = spare == null ? maker.get() : spare;
        task.accept(lent);
        spares.add(lent);
    }
}
