package org.localmax.ui.editor;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** A field for an attribute with a few values. */
final class ChoiceField implements Field {

    private final Combo combo;
    private final EObject element;
    private final EAttribute attribute;

    ChoiceField(Composite parent, ExperimentDocument document, EObject element, EAttribute attribute) {
        this.element = element;
        this.attribute = attribute;
        EEnum type = (EEnum) attribute.getEAttributeType();
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        type.getELiterals().forEach(literal -> combo.add(literal.getLiteral()));
        combo.addListener(
                SWT.Selection,
                event -> document.set(
                        element,
                        attribute,
                        type.getEEnumLiteralByLiteral(combo.getText()).getInstance()));
        refresh();
    }

    Combo control() {
        return combo;
    }

    @Override
    public void refresh() {
        if (!combo.isDisposed()) {
            combo.select(combo.indexOf(((Enumerator) element.eGet(attribute)).getLiteral()));
        }
    }
}
