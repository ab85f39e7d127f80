package org.localmax.ui.welcome;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.localmax.experiments.InvalidInputException;

/** Computes the pictures of the gallery, one after the other. */
final class GalleryJob extends Job {

    private final List<GalleryCard> cards;
    private final List<Example> examples;
    private final Display display;

    GalleryJob(List<Example> examples, List<GalleryCard> cards, Display display) {
        super(Texts.drawingGallery);
        this.examples = examples;
        this.cards = cards;
        this.display = display;
        setSystem(true);
        setPriority(DECORATE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        for (int k = 0; k < cards.size() && !monitor.isCanceled(); k++) {
            GalleryCard card = cards.get(k);
            try {
                ExampleMotion motion = ExampleMotion.of(examples.get(k));
                display.asyncExec(() -> {
                    if (!card.isDisposed()) {
                        card.show(motion);
                    }
                });
            } catch (InvalidInputException | IllegalArgumentException e) {
                Platform.getLog(GalleryJob.class)
                        .error("The example " + examples.get(k).title() + " cannot be drawn", e);
            }
        }
        return Status.OK_STATUS;
    }
}
