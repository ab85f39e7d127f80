package org.localmax.ui.tests;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Control;

/** Those who tell the desktop what a control is called; the toolkit offers no way to ask in place of the desktop. */
final class AccessibleListeners {

    private AccessibleListeners() {}

    static List<AccessibleListener> of(Control control) {
        List<AccessibleListener> found = new ArrayList<>();
        try {
            Field field = Accessible.class.getDeclaredField("accessibleListeners");
            field.setAccessible(true);
            if (field.get(control.getAccessible()) instanceof List<?> listeners) {
                listeners.forEach(listener -> found.add((AccessibleListener) listener));
            }
            return found;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
