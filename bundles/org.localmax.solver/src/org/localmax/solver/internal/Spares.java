package org.localmax.solver.internal;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Scratch space that tasks hand on to each other: as many pieces as tasks run at once. */
public final class Spares<T> {

    private final ConcurrentLinkedQueue<T> spares = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    public Spares(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Lends a piece to a task. */
    public void lend(Consumer<T> task) {
        T spare = spares.poll();
        T lent = spare == null ? maker.get() : spare;
        task.accept(lent);
        spares.add(lent);
    }
}
