package org.localmax.ui.parts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A line above the pages of an editor that tells what has happened, with buttons for what can be done about it. */
public final class NoticeBar {

    /** What can be done, by the words of its button. */
    public record Choice(String name, Runnable action) {}

    private final Composite bar;

    /** @param parent with a grid of one column */
    public NoticeBar(Composite parent) {
        bar = new Composite(parent, SWT.NONE);
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
        wide.exclude = true;
        bar.setLayoutData(wide);
        bar.setVisible(false);
    }

    /** Tells something; each choice hides the bar again. */
    public void show(String text, Choice... choices) {
        clear();
        bar.setLayout(new GridLayout(2 + choices.length, false));
        Label sign = new Label(bar, SWT.NONE);
        sign.setImage(bar.getDisplay().getSystemImage(SWT.ICON_INFORMATION));
        Label label = new Label(bar, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        for (Choice choice : choices) {
            Button button = new Button(bar, SWT.PUSH);
            button.setText(choice.name());
            button.addListener(SWT.Selection, event -> {
                hide();
                choice.action().run();
            });
        }
        setShown(true);
    }

    /** Tells nothing. */
    public void hide() {
        if (!bar.isDisposed()) {
            clear();
            setShown(false);
        }
    }

    public boolean isShown() {
        return bar.getVisible();
    }

    private void clear() {
        for (Control child : bar.getChildren()) {
            child.dispose();
        }
    }

    private void setShown(boolean shown) {
        if (!bar.isDisposed()) {
            Presence.set(bar, shown);
            bar.getParent().layout(true, true);
        }
    }
}
