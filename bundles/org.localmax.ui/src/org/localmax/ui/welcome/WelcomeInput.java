package org.localmax.ui.welcome;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.localmax.ui.icons.Icon;

/** Stands for the welcome page, of which there is one. */
public record WelcomeInput() implements IEditorInput {

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Icon.LOCALMAX.descriptor();
    }

    @Override
    public String getName() {
        return Texts.welcome;
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return Texts.welcome;
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
