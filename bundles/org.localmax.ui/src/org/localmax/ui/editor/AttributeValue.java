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
    public Optional<String> problem(String text) {
        try {
            read(text);
            return Optional.empty();
        } catch (NumberFormatException _) {
            boolean isReal = attribute.getEAttributeType() == EcorePackage.Literals.EDOUBLE;
            return Optional.of(Texts.name(isReal ? Texts.notANumber : Texts.notAWholeNumber, text.strip(), text()));
        }
    }

    @Override
    public Optional<String> take(String text) {
        Optional<String> problem = problem(text);
        if (problem.isEmpty()) {
            document.set(element, attribute, read(text));
        }
        return problem;
    }

    /** The value that a text says; null for an empty one. */
    private Object read(String text) {
        String stripped = text.strip();
        boolean isText = attribute.getEAttributeType() == EcorePackage.Literals.ESTRING;
        return isText && stripped.isEmpty()
                ? null
                : EcoreUtil.createFromString(attribute.getEAttributeType(), stripped);
    }
}
