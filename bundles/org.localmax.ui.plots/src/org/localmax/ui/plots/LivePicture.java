package org.localmax.ui.plots;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/**
 * The picture that a control shows of the wish it had last. What is quick is drawn at once; else a worker draws it, and the picture before
 * stays until then. It goes with the control.
 */
final class LivePicture {

    private final Control control;
    private final LatestWorker<RasterWish, RasterFrame> worker;
    private Optional<RasterWish> wish = Optional.empty();
    private Optional<Picture> picture = Optional.empty();

    LivePicture(Control control) {
        this.control = control;
        worker = new LatestWorker<>(control, RasterWish::draw, this::drawn);
        control.addListener(SWT.Dispose, event -> {
            worker.forget();
            replace(Optional.empty());
        });
    }

    /** Has this seen from now on, or nothing. */
    void want(Optional<RasterWish> wanted) {
        wish = wanted;
        worker.forget();
        if (wanted.isEmpty()) {
            replace(Optional.empty());
        } else if (wanted.get().isQuick()) {
            replace(wanted.map(quick -> new Picture(quick.draw())));
        } else {
            worker.request(wanted.get());
        }
        control.redraw();
    }

    private void drawn(RasterFrame frame) {
        if (wish.isPresent() && !wish.get().isQuick()) {
            replace(Optional.of(new Picture(frame)));
            control.redraw();
        }
    }

    private void replace(Optional<Picture> next) {
        picture.ifPresent(Picture::close);
        picture = next;
    }

    /** Whether nothing should be seen. */
    boolean isEmpty() {
        return wish.isEmpty();
    }

    /** Whether the picture is that of the last wish. */
    boolean isSettled() {
        return wish.isEmpty()
                || picture.filter(shown -> shown.wish() == wish.get()).isPresent();
    }

    /** What there is to paint now. */
    Optional<Picture> picture() {
        return picture;
    }
}
