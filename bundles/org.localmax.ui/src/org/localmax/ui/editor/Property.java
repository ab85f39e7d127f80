package org.localmax.ui.editor;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.ui.views.properties.ComboBoxPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;

/**
 * A line in the view of properties.
 *
 * @param category what it belongs to
 * @param label what the field of the editor is called, too
 * @param hint its tooltip there
 * @param value what it shows and sets
 * @param choices the values that there are; none if it is typed
 */
record Property(String category, String label, String hint, TypedField.Value value, List<Choice> choices) {

    /**
     * A value among a few.
     *
     * @param text as it is written
     * @param label as it is shown
     */
    record Choice(String text, String label) {}

    /** That of an attribute. */
    static Property of(
            String category, String label, ExperimentDocument document, EObject element, EAttribute attribute) {
        return new Property(
                category,
                label,
                FieldHints.of(attribute),
                new AttributeValue(document, element, attribute),
                choices(attribute));
    }

    private static List<Choice> choices(EAttribute attribute) {
        if (attribute.getEAttributeType() == EcorePackage.Literals.EBOOLEAN) {
            return List.of(new Choice("true", Texts.yes), new Choice("false", Texts.no));
        }
        return attribute.getEAttributeType() instanceof EEnum type
                ? type.getELiterals().stream()
                        .map(literal -> new Choice(literal.getLiteral(), literal.getLiteral()))
                        .toList()
                : List.of();
    }

    /** How it is shown and edited. */
    IPropertyDescriptor descriptor() {
        PropertyDescriptor descriptor;
        if (choices.isEmpty()) {
            descriptor = new TextPropertyDescriptor(this, label);
            descriptor.setValidator(
                    typed -> value.problem(String.valueOf(typed)).orElse(null));
        } else {
            descriptor = new ComboBoxPropertyDescriptor(
                    this, label, choices.stream().map(Choice::label).toArray(String[]::new));
        }
        descriptor.setCategory(category);
        descriptor.setDescription(hint);
        return descriptor;
    }

    /** What the cell shows: a text, or the number of a choice. */
    Object shown() {
        String text = value.text();
        return choices.isEmpty()
                ? text
                : IntStream.range(0, choices.size())
                        .filter(k -> choices.get(k).text().equals(text))
                        .findFirst()
                        .orElse(-1);
    }

    /** Takes over what was entered in the cell; what is wrong has been said before. */
    void enter(Object cell) {
        if (!(cell instanceof Integer index)) {
            value.take(String.valueOf(cell));
        } else if (index >= 0) {
            value.take(choices.get(index).text());
        }
    }
}
