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
            ResultState.of(file).ifPresent(state -> {
                boolean isStale = state == ResultState.STALE;
                decoration.addOverlay((isStale ? Icon.STALE : Icon.DONE).descriptor(), IDecoration.TOP_RIGHT);
                decoration.addSuffix(isStale ? "  (changed since its last run)" : "");
            });
        } catch (CoreException e) {
            Platform.getLog(ResultDecorator.class).log(e.getStatus());
        }
    }

    @Override
    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(changes);
        super.dispose();
    }
}
