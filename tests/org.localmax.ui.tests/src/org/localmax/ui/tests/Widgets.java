package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Finds widgets by what a person sees of them. */
final class Widgets {

    private Widgets() {}

    static <W extends Control> List<W> all(Control root, Class<W> kind) {
        List<W> found = new ArrayList<>();
        collect(root, kind, found);
        return found;
    }

    private static <W extends Control> void collect(Control root, Class<W> kind, List<W> found) {
        if (kind.isInstance(root)) {
            found.add(kind.cast(root));
        }
        if (root instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, kind, found);
            }
        }
    }

    static <W extends Control> Optional<W> first(Control root, Class<W> kind, Predicate<W> seen) {
        return all(root, kind).stream().filter(seen).findFirst();
    }

    /** The field behind a label: one that is seen, if there are several. */
    static <W extends Control> W labelled(Control root, String label, Class<W> kind) {
        List<Label> labels = new ArrayList<>(all(root, Label.class));
        labels.sort(Comparator.comparing(each -> !each.isVisible()));
        for (Label each : labels) {
            if (each.getText().replace("&", "").equals(label)) {
                List<Control> siblings = List.of(each.getParent().getChildren());
                Control next = siblings.get(siblings.indexOf(each) + 1);
                return first(next, kind, field -> true).orElseThrow();
            }
        }
        return fail("there is no label " + label);
    }

    /** Presses the button with this text. */
    static void push(Control root, String text) {
        Button button = first(
                        root,
                        Button.class,
                        each -> each.getText().replace("&", "").equals(text))
                .orElseThrow(() -> new AssertionError("there is no button " + text));
        if (!button.isEnabled()) {
            fail("the button " + text + " is not enabled");
        }
        button.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
    }

    /** Turns a check box the other way. */
    static void check(Button box) {
        box.setSelection(!box.getSelection());
        box.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
    }

    /** All text that labels show, line by line. */
    static String text(Control root) {
        StringBuilder text = new StringBuilder();
        all(root, Label.class).forEach(label -> text.append(label.getText()).append('\n'));
        return text.toString();
    }
}
