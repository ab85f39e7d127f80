package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.model.ExperimentPackage;

/** The fields of one element, one for each of its features, in a grid of three columns. */
final class ElementForm implements Field {

    private final Composite parent;
    private final FormToolkit toolkit;
    private final ExperimentDocument document;
    private final List<Field> fields = new ArrayList<>();

    ElementForm(Composite parent, FormToolkit toolkit, ExperimentDocument document) {
        this.parent = parent;
        this.toolkit = toolkit;
        this.document = document;
    }

    /** Adds fields for all features of an element. */
    void add(EObject element) {
        for (EAttribute attribute : element.eClass().getEAllAttributes()) {
            add(element, attribute);
        }
        for (EReference reference : element.eClass().getEAllContainments()) {
            if (reference.isMany()) {
                TokenTable table = new TokenTable(parent, toolkit, document, element, reference);
                spread(table.control(), 3, true);
                fields.add(table);
            } else if (element.eGet(reference) instanceof EObject matrix) {
                add(matrix, ExperimentPackage.Literals.MATRIX__VALUES, FieldLabels.of(reference));
                add(matrix, ExperimentPackage.Literals.MATRIX__PATH, Texts.orFile);
            }
        }
    }

    /** Adds a labelled field for one attribute. */
    void add(EObject element, EAttribute attribute) {
        add(element, attribute, FieldLabels.of(attribute));
    }

    private void add(EObject element, EAttribute attribute, String label) {
        if (attribute.getEAttributeType() == EcorePackage.Literals.EBOOLEAN) {
            toolkit.createLabel(parent, "");
            CheckField field = new CheckField(parent, toolkit, document, element, attribute);
            field.control().setToolTipText(FieldHints.of(attribute));
            spread(field.control(), 2, false);
            fields.add(field);
            return;
        }
        boolean isMatrix = attribute == ExperimentPackage.Literals.MATRIX__VALUES;
        var shown = toolkit.createLabel(parent, Texts.name(Texts.labelled, label));
        if (attribute.getEAttributeType() instanceof EEnum) {
            ChoiceField field = new ChoiceField(parent, document, element, attribute);
            field.control().setToolTipText(FieldHints.of(attribute));
            spread(field.control(), 2, false);
            fields.add(field);
            return;
        }
        int style = isMatrix ? SWT.MULTI | SWT.V_SCROLL | SWT.WRAP : SWT.SINGLE;
        Text text = toolkit.createText(parent, "", SWT.BORDER | style);
        boolean isPath = attribute.getName().equals("path");
        boolean isSchedule = ScheduleKind.isOf(attribute);
        spread(text, isPath || isSchedule ? 1 : 2, false);
        text.setMessage(FieldHints.message(attribute));
        text.setToolTipText(FieldHints.of(attribute));
        if (isMatrix) {
            ((GridData) text.getLayoutData()).heightHint = 4 * text.getLineHeight();
            shown.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        }
        AttributeValue value = new AttributeValue(document, element, attribute);
        TypedField field = new TypedField(text, value, document::typing);
        fields.add(field);
        if (isSchedule) {
            fields.add(new ScheduleChoice(parent, field, value));
        }
        names(element, attribute).ifPresent(names -> NameProposals.offer(text, names));
        if (isPath) {
            toolkit.createButton(parent, Texts.browse, SWT.PUSH)
                    .addListener(SWT.Selection, event -> browse(element, attribute));
        }
    }

    private Optional<Names> names(EObject element, EAttribute attribute) {
        return attribute == ExperimentPackage.Literals.AXIS__PARAMETER
                ? Optional.of(new ParameterNames(document))
                : FormulaNames.of(element, attribute);
    }

    private void browse(EObject element, EAttribute attribute) {
        FileDialog dialog = new FileDialog(parent.getShell(), SWT.OPEN);
        dialog.setFilterPath(document.folder().toString());
        dialog.setFilterExtensions(new String[] {"*.csv;*.npy", "*"});
        dialog.setFilterNames(new String[] {Texts.dataFiles, Texts.allFiles});
        String chosen = dialog.open();
        if (chosen != null) {
            java.nio.file.Path path = java.nio.file.Path.of(chosen);
            String relative = document.folder().relativize(path).toString().replace('\\', '/');
            document.set(element, attribute, relative);
        }
    }

    static void spread(Control control, int columns, boolean tall) {
        GridData data = new GridData(SWT.FILL, tall ? SWT.FILL : SWT.CENTER, true, tall, columns, 1);
        data.horizontalIndent = 6; // room for the mark of a wrong value
        data.widthHint = 120;
        control.setLayoutData(data);
    }

    @Override
    public void refresh() {
        fields.forEach(Field::refresh);
    }

    @Override
    public boolean isPending() {
        return fields.stream().anyMatch(Field::isPending);
    }

    @Override
    public void flush() {
        fields.forEach(Field::flush);
    }
}
