package org.localmax.ui.plots;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Makes what a view shows, away from the UI thread. One wish is fulfilled at a time; of those that come meanwhile the latest is next, and
 * the others are forgotten, as are products that the UI thread did not take in time.
 *
 * @param <W> what is wished
 * @param <P> what is made of it
 */
public final class LatestWorker<W, P> {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("plots-", 1).factory());

    private final Control owner;
    private final Display display;
    private final Function<W, P> work;
    private final Consumer<P> made;
    private final AtomicReference<Optional<P>> ready = new AtomicReference<>(Optional.empty());
    private Optional<W> next = Optional.empty();
    private boolean busy;

    /**
     * @param work done on some thread, once at a time
     * @param made told of each product on the UI thread, until the owner is disposed
     */
    public LatestWorker(Control owner, Function<W, P> work, Consumer<P> made) {
        this.owner = owner;
        this.display = owner.getDisplay();
        this.work = work;
        this.made = made;
    }

    /** Does this next. */
    public synchronized void request(W wish) {
        next = Optional.of(wish);
        if (!busy) {
            busy = true;
            THREADS.execute(this::run);
        }
    }

    /** Forgets what is not begun. */
    public synchronized void forget() {
        next = Optional.empty();
    }

    private void run() {
        for (Optional<W> wish = take(); wish.isPresent(); wish = take()) {
            try {
                hand(work.apply(wish.get()));
            } catch (RuntimeException | Error e) {
                rest();
                throw e;
            }
        }
    }

    private synchronized Optional<W> take() {
        Optional<W> taken = next;
        next = Optional.empty();
        busy = taken.isPresent();
        return taken;
    }

    private synchronized void rest() {
        busy = false;
    }

    private void hand(P product) {
        boolean told = ready.getAndSet(Optional.of(product)).isPresent();
        if (!told && !display.isDisposed()) {
            display.asyncExec(this::tell);
        }
    }

    private void tell() {
        Optional<P> product = ready.getAndSet(Optional.empty());
        if (!owner.isDisposed()) {
            product.ifPresent(made);
        }
    }
}
