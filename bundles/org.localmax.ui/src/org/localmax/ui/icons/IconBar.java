package org.localmax.ui.icons;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** A tool bar of icons, each with a hint of what it does. */
public final class IconBar {

    private final ToolBar bar;
    private final LocalResourceManager images;

    public IconBar(Composite parent) {
        bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
        images = new LocalResourceManager(JFaceResources.getResources(), bar);
    }

    public ToolBar control() {
        return bar;
    }

    /** Adds what does something at each click. */
    public ToolItem push(Icon icon, String hint, Runnable action) {
        return item(SWT.PUSH, icon, hint, action);
    }

    /** Adds what is on or off. */
    public ToolItem check(Icon icon, String hint, Runnable action) {
        return item(SWT.CHECK, icon, hint, action);
    }

    private ToolItem item(int style, Icon icon, String hint, Runnable action) {
        ToolItem item = new ToolItem(bar, style);
        show(item, icon, hint);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    /** Gives an item of this bar another icon and hint. */
    public void show(ToolItem item, Icon icon, String hint) {
        item.setImage(images.create(icon.descriptor()));
        item.setToolTipText(hint);
    }
}
