package org.localmax.ui.editor;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.dynamics.Tokens;
import org.localmax.model.ExperimentPackage.Literals;

/** How a run is made: its steps, what is recorded and observed, and how tokens move. */
final class RunPage extends ExperimentPage {

    static final String ID = "run";

    private static final String[] RECORDINGS = {"auto", "every:1", "every:10", "log", "last"};

    RunPage(ExperimentEditor editor) {
        super(editor, ID, Texts.run);
    }

    @Override
    void createFields(Composite body, FormToolkit toolkit) {
        stack(body);
        createSteps(body, toolkit);
        createObservables(body, toolkit);
        createMovement(body, toolkit);
    }

    private void createSteps(Composite body, FormToolkit toolkit) {
        Composite group = section(body, toolkit, Texts.stepsAndDecisions, 4);
        text(group, toolkit, Literals.EXPERIMENT__STEPS, SWT.SINGLE);
        label(group, toolkit, Texts.record);
        Combo record = new Combo(group, SWT.DROP_DOWN);
        record.setItems(RECORDINGS);
        record.setToolTipText(Texts.recordHint);
        ElementForm.spread(record, 1, false);
        add(new TypedField(
                record,
                new AttributeValue(document(), document().experiment(), Literals.EXPERIMENT__RECORD),
                document()::typing));
        label(group, toolkit, Texts.stepSize);
        StepSizeField stepSize = add(new StepSizeField(group, document()));
        ElementForm.spread(stepSize.control(), 3, false);
        text(group, toolkit, Literals.EXPERIMENT__TIE_TOLERANCE, SWT.SINGLE);
        text(group, toolkit, Literals.EXPERIMENT__SETTLE_TOLERANCE, SWT.SINGLE);
        label(group, toolkit, Texts.arithmetic);
        Button exact = check(group, toolkit, Literals.EXPERIMENT__EXACT);
        ElementForm.spread(exact, 3, false);
    }

    private void createObservables(Composite body, FormToolkit toolkit) {
        Composite group = section(body, toolkit, Texts.observed, 2);
        label(group, toolkit, Texts.observables).setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        ObservablesField observables = add(new ObservablesField(group, document(), toolkit));
        ElementForm.spread(observables.control(), 1, false);
        label(group, toolkit, Texts.formulas).setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        Text formulas = toolkit.createText(group, "", SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
        formulas.setToolTipText(Texts.formulasHint);
        ElementForm.spread(formulas, 1, false);
        ((GridData) formulas.getLayoutData()).heightHint = 2 * formulas.getLineHeight();
        NameProposals.offer(formulas, new ObservableNames(this::dimension));
        add(new TypedField(formulas, new FormulasField(document()), document()::typing));
    }

    /** That of the tokens as they were found last. */
    private int dimension() {
        return preview().tokens().map(Tokens::dimension).orElse(2);
    }

    private void createMovement(Composite body, FormToolkit toolkit) {
        Composite group = section(body, toolkit, Texts.movement, 4);
        label(group, toolkit, Texts.valueMatrix);
        Text values = toolkit.createText(group, "", SWT.BORDER);
        values.setMessage(Texts.name(Texts.valueMatrixMessage, Texts.matrixLineMessage));
        values.setToolTipText(Texts.valueMatrixHint);
        ElementForm.spread(values, 1, false);
        add(new TypedField(values, new MatrixValue(document(), Literals.EXPERIMENT__VALUE_MATRIX), document()::typing));
        label(group, toolkit, Texts.sphere);
        Button sphere = check(group, toolkit, Literals.EXPERIMENT__ON_SPHERE);
        ElementForm.spread(sphere, 1, false);
        text(group, toolkit, Literals.EXPERIMENT__FLOW_TOLERANCE, SWT.SINGLE);
    }

    private Button check(Composite group, FormToolkit toolkit, EAttribute attribute) {
        Button box = add(new CheckField(group, toolkit, document(), document().experiment(), attribute))
                .control();
        box.setToolTipText(FieldHints.of(attribute));
        return box;
    }
}
