package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentPackage.Literals;

/** The attributes of an element, for the view of properties: those that the form of the element has, set by the same commands. */
final class ElementProperties implements IPropertySource {

    private static final List<EAttribute> DECISIONS = List.of(
            Literals.EXPERIMENT__RECORD,
            Literals.EXPERIMENT__TIE_TOLERANCE,
            Literals.EXPERIMENT__SETTLE_TOLERANCE,
            Literals.EXPERIMENT__EXACT);

    private final ExperimentDocument document;
    private final EObject element;
    private final List<Property> properties = new ArrayList<>();

    ElementProperties(ExperimentDocument document, EObject element) {
        this.document = document;
        this.element = element;
        if (element instanceof Experiment) {
            addExperiment();
        } else {
            String category = ElementKind.label(element);
            element.eClass().getEAllAttributes().forEach(attribute -> add(category, attribute));
            element.eClass().getEAllContainments().forEach(this::addMatrix);
        }
    }

    private void add(String category, EAttribute attribute) {
        properties.add(Property.of(category, FieldLabels.of(attribute), document, element, attribute));
    }

    private void addMatrix(EReference reference) {
        if (!reference.isMany() && element.eGet(reference) instanceof EObject matrix) {
            String label = FieldLabels.of(reference);
            properties.add(Property.of(label, label, document, matrix, Literals.MATRIX__VALUES));
            properties.add(Property.of(label, Texts.orFile, document, matrix, Literals.MATRIX__PATH));
        }
    }

    private void addExperiment() {
        add(Texts.experiment, Literals.EXPERIMENT__NAME);
        add(Texts.experiment, Literals.EXPERIMENT__DESCRIPTION);
        add(Texts.stepsAndDecisions, Literals.EXPERIMENT__STEPS);
        StepSize stepSize = new StepSize(document);
        properties.add(new Property(
                Texts.stepsAndDecisions,
                Texts.stepSizeForm,
                String.join("; ", Texts.formHint.lines().toList()),
                stepSize.formValue(),
                Arrays.stream(StepSize.Form.values())
                        .map(form -> new Property.Choice(form.name(), form.label()))
                        .toList()));
        properties.add(new Property(Texts.stepsAndDecisions, Texts.stepSize, Texts.stepSizeHint, stepSize, List.of()));
        DECISIONS.forEach(attribute -> add(Texts.stepsAndDecisions, attribute));
        properties.add(new Property(
                Texts.movement,
                Texts.valueMatrix,
                Texts.valueMatrixHint,
                new MatrixValue(document, Literals.EXPERIMENT__VALUE_MATRIX),
                List.of()));
        add(Texts.movement, Literals.EXPERIMENT__ON_SPHERE);
        add(Texts.movement, Literals.EXPERIMENT__FLOW_TOLERANCE);
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        return properties.stream().map(Property::descriptor).toArray(IPropertyDescriptor[]::new);
    }

    @Override
    public Object getPropertyValue(Object id) {
        return ((Property) id).shown();
    }

    @Override
    public void setPropertyValue(Object id, Object cell) {
        ((Property) id).enter(cell);
    }

    @Override
    public boolean isPropertySet(Object id) {
        return ((Property) id).value() instanceof AttributeValue value
                && value.element().eIsSet(value.attribute());
    }

    /** As if it had never been set. */
    @Override
    public void resetPropertyValue(Object id) {
        if (((Property) id).value() instanceof AttributeValue value) {
            document.set(value.element(), value.attribute(), null);
        }
    }

    /** It is no value of another element. */
    @Override
    public Object getEditableValue() {
        return element;
    }
}
