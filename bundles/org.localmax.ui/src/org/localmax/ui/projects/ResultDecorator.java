package org.localmax.ui.projects;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.BaseLabelProvider;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.ILightweightLabelDecorator;
import org.eclipse.jface.viewers.LabelProviderChangedEvent;
import org.eclipse.swt.widgets.Display;
import org.localmax.ui.icons.Icon;

/** Shows at an experiment whether it has results, and whether it has changed since. */
public final class ResultDecorator extends BaseLabelProvider implements ILightweightLabelDecorator {

    private final IResourceChangeListener changes = event -> changed();

    public ResultDecorator() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(changes, IResourceChangeEvent.POST_CHANGE);
    }

    private void changed() {
        Display display = Display.getDefault();
        if (!display.isDisposed()) {
            display.asyncExec(() -> fireLabelProviderChanged(new LabelProviderChangedEvent(this)));
        }
    }

    @Override
    public void decorate(Object element, IDecoration decoration) {
        if (!(element instanceof IFile file) || !LocalmaxProject.EXTENSION.equals(file.getFileExtension())) {
            return;
        }
        try {
            ResultState.of(file).ifPresent(state -> decorate(decoration, state));
        } catch (CoreException e) {
            Platform.getLog(ResultDecorator.class).log(e.getStatus());
        }
    }

    private static void decorate(IDecoration decoration, ResultState state) {
        Icon icon = switch (state) {
            case PRESENT -> Icon.DONE;
            case STALE -> Icon.STALE;
            case FAILED -> Icon.FAILED;
        };
        decoration.addOverlay(icon.descriptor(), IDecoration.TOP_RIGHT);
        switch (state) {
            case STALE -> decoration.addSuffix("  " + Texts.changedSinceRun);
            case FAILED -> decoration.addSuffix("  " + Texts.lastRunFailed);
            case PRESENT -> {
                // the sign says it
            }
        }
    }

    @Override
    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(changes);
        super.dispose();
    }
}
