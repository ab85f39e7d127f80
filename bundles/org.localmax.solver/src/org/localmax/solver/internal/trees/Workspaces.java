package org.localmax.solver.internal.trees;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Arrays to work in that blocks of work hand on to each other, never more of them than threads. */
final class Workspaces<W> {

    private final Supplier<W> maker;
    private final ConcurrentLinkedQueue<W> idle = new ConcurrentLinkedQueue<>();

    /** @param maker makes another one when all are in use */
    Workspaces(Supplier<W> maker) {
        this.maker = maker;
    }

    /** Lends one to a task. */
    void use(Consumer<W> task) {
        W workspace = idle.poll();
        if (workspace == null) {
            workspace = maker.get();
        }
        task.accept(workspace);
        idle.add(workspace);
    }
}
