package org.localmax.ui.editor;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** A check box for an attribute that holds or does not. */
final class CheckField implements Field {

    private final Button button;
    private final EObject element;
    private final EAttribute attribute;

    CheckField(
            Composite parent, FormToolkit toolkit, ExperimentDocument document, EObject element, EAttribute attribute) {
        this.element = element;
        this.attribute = attribute;
        button = toolkit.createButton(parent, FieldLabels.of(attribute), SWT.CHECK);
        button.addListener(SWT.Selection, event -> document.set(element, attribute, button.getSelection()));
        refresh();
    }

    Button control() {
        return button;
    }

    @Override
    public void refresh() {
        if (!button.isDisposed()) {
            button.setSelection((Boolean) element.eGet(attribute));
        }
    }
}
