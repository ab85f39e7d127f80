package org.localmax.ui.editor;

import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** One attribute of one element as text. An empty text unsets it. */
record AttributeValue(ExperimentDocument document, EObject element, EAttribute attribute) implements TypedField.Value {

    @Override
    public String text() {
        Object value = element.eGet(attribute);
        return value == null ? "" : EcoreUtil.convertToString(attribute.getEAttributeType(), value);
    }

    @Override
    public Optional<String> take(String text) {
        boolean isText = attribute.getEAttributeType() == EcorePackage.Literals.ESTRING;
        String stripped = text.strip();
        if (isText && stripped.isEmpty()) {
            document.set(element, attribute, null);
            return Optional.empty();
        }
        try {
            Object value = EcoreUtil.createFromString(attribute.getEAttributeType(), stripped);
            document.set(element, attribute, value);
            return Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.of("\"" + stripped + "\" is not " + expected() + "; the experiment keeps " + text());
        }
    }

    private String expected() {
        return attribute.getEAttributeType() == EcorePackage.Literals.EDOUBLE ? "a number" : "a whole number";
    }
}
