package org.localmax.ui.tests;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** Finds what can be pressed, typed into or looked at and has no name: neither a text, nor a hint, nor a name to be heard. */
final class Nameless {

    private Nameless() {}

    /** What has no name, each told by its kind and what is around it. */
    static List<String> in(Composite root) {
        List<String> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Control control, List<String> found) {
        if (!control.isVisible()) {
            return;
        }
        if (control instanceof ToolBar bar) {
            for (ToolItem item : bar.getItems()) {
                boolean isSeparator = (item.getStyle() & org.eclipse.swt.SWT.SEPARATOR) != 0;
                if (!isSeparator && item.getText().isBlank() && blank(item.getToolTipText())) {
                    found.add("tool item in " + path(bar));
                }
            }
        }
        if (needsName(control)
                && blank(text(control))
                && blank(control.getToolTipText())
                && blank(heard(control))
                && !isBehindLabel(control)) {
            found.add(path(control));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, found);
            }
        }
    }

    private static boolean needsName(Control control) {
        boolean isOurCanvas =
                control instanceof Canvas && control.getClass().getName().startsWith("org.localmax");
        return control instanceof Button
                || control instanceof Text
                || control instanceof Combo
                || control instanceof Spinner
                || control instanceof Scale
                || control instanceof Table
                || isOurCanvas;
    }

    private static String text(Control control) {
        return control instanceof Button button ? button.getText() : "";
    }

    /** What is read aloud. */
    private static String heard(Control control) {
        String[] name = new String[1];
        org.eclipse.swt.accessibility.AccessibleEvent event =
                new org.eclipse.swt.accessibility.AccessibleEvent(control.getAccessible());
        event.childID = ACC.CHILDID_SELF;
        AccessibleListeners.of(control).forEach(listener -> {
            listener.getName(event);
            name[0] = event.result == null ? name[0] : event.result;
        });
        return name[0];
    }

    /** The toolkit names a field by the label before it. */
    private static boolean isBehindLabel(Control control) {
        for (Control inner = control; inner.getParent() != null; inner = inner.getParent()) {
            Control[] siblings = inner.getParent().getChildren();
            for (int k = 1; k < siblings.length; k++) {
                if (siblings[k] == inner && siblings[k - 1] instanceof Label label) {
                    return !label.getText().isBlank();
                }
            }
            if (siblings.length > 1) {
                return false;
            }
        }
        return false;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static String path(Control control) {
        StringBuilder path = new StringBuilder();
        for (Control at = control; at != null && path.length() < 200; at = at.getParent()) {
            path.append(at.getClass().getSimpleName()).append(" < ");
        }
        return path.toString();
    }
}
