package org.localmax.ui.editor;

import java.util.Optional;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/**
 * A field with text. What is typed goes to the model when typing pauses, with Enter, when the focus leaves and before
 * saving; what cannot be read stays in the field with a mark that says what is expected.
 */
final class TypedField implements Field {

    /** The model behind a field. */
    interface Value {

        /** The text of the present value. */
        String text();

        /** What is wrong with a text, if that can be told before it is taken over. */
        default Optional<String> problem(String text) {
            return Optional.empty();
        }

        /** Takes a text over; what is wrong with it, if anything. */
        Optional<String> take(String text);
    }

    private static final int PAUSE = 500;

    private final Control control;
    private final Value value;
    private final Runnable typing;
    private final ControlDecoration mark;
    private final Runnable pause = this::flush;
    private boolean refreshing;
    private boolean pending;

    /** What was handed over last, and what the model has made of it. */
    private String handedOver = "";

    private String madeOfIt = "";

    /**
     * @param control a text or an editable combo
     * @param typing told of everything typed
     */
    TypedField(Control control, Value value, Runnable typing) {
        this.control = control;
        this.value = value;
        this.typing = typing;
        mark = new ControlDecoration(control, SWT.TOP | SWT.LEFT);
        mark.setImage(FieldDecorationRegistry.getDefault()
                .getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
                .getImage());
        mark.hide();
        control.addListener(SWT.Modify, event -> typed());
        control.addListener(SWT.FocusOut, event -> leave());
        control.addListener(SWT.DefaultSelection, event -> flush());
        refresh();
    }

    private void typed() {
        if (!refreshing) {
            pending = true;
            control.getDisplay().timerExec(PAUSE, pause);
            typing.run();
        }
    }

    @Override
    public void flush() {
        if (!pending || control.isDisposed()) {
            return;
        }
        pending = false;
        control.getDisplay().timerExec(-1, pause);
        handedOver = text();
        Optional<String> problem = value.take(handedOver);
        madeOfIt = value.text();
        typing.run();
        problem.ifPresentOrElse(
                message -> {
                    mark.setDescriptionText(message);
                    mark.show();
                },
                mark::hide);
    }

    private void leave() {
        flush();
        if (!control.isDisposed() && text().equals(handedOver) && !mark.isVisible()) {
            show(value.text());
        }
    }

    /** Whether somebody is still typing, and the text differs from the model's by no more than its layout. */
    private boolean isBeingTyped(String shown) {
        return control.isFocusControl() && text().equals(handedOver) && shown.equals(madeOfIt);
    }

    @Override
    public boolean isPending() {
        return pending;
    }

    @Override
    public void refresh() {
        if (pending || control.isDisposed()) {
            return;
        }
        String shown = value.text();
        if (!isBeingTyped(shown)) {
            show(shown);
        }
        mark.hide();
    }

    private void show(String shown) {
        if (!shown.equals(text())) {
            refreshing = true;
            setText(shown);
            refreshing = false;
        }
    }

    private String text() {
        return control instanceof Combo combo ? combo.getText() : ((Text) control).getText();
    }

    private void setText(String text) {
        if (control instanceof Combo combo) {
            combo.setText(text);
        } else {
            ((Text) control).setText(text);
        }
    }
}
