package org.localmax.ui.parts;

import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;

/** Whether a control is there: one that is not takes no room in its grid. */
public final class Presence {

    private Presence() {}

    /** Shows or hides a control of a grid; that is to be laid out if the answer is true: it was otherwise before. */
    public static boolean set(Control control, boolean isThere) {
        GridData data = (GridData) control.getLayoutData();
        boolean changes = data.exclude == isThere;
        data.exclude = !isThere;
        control.setVisible(isThere);
        return changes;
    }
}
