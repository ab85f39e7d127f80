package org.localmax.ui.parts;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** The name of a control that shows none, for those who hear the window. */
public final class AccessibleName {

    private static final String NAMED = AccessibleName.class.getName();

    private AccessibleName() {}

    /** Gives a control a name, or another one. */
    public static void give(Control control, String name) {
        boolean isNamed = control.getData(NAMED) != null;
        control.setData(NAMED, name);
        if (isNamed) {
            return;
        }
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = String.valueOf(control.getData(NAMED));
            }
        });
    }
}
