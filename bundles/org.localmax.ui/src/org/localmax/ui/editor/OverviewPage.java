package org.localmax.ui.editor;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.experiments.ExperimentSentence;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentPackage.Literals;

/** What the experiment is, in a sentence and in its general parameters. */
final class OverviewPage extends ExperimentPage {

    static final String ID = "overview";

    private static final String LINKS = "<p><a href=\"tokens\">Edit tokens</a>   <a href=\"rules\">Edit rules and"
            + " interaction</a>   <a href=\"text\">Open the file as text</a></p>";

    private FormText sentence;

    OverviewPage(ExperimentEditor editor) {
        super(editor, ID, "Overview");
    }

    @Override
    void createFields(Composite body, FormToolkit toolkit) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.verticalSpacing = 14;
        body.setLayout(layout);
        sentence = toolkit.createFormText(body, true);
        GridData wrapped = new GridData(SWT.FILL, SWT.TOP, true, false);
        wrapped.widthHint = 200; // it grows with the page, and the page not with it
        sentence.setLayoutData(wrapped);
        sentence.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                follow(String.valueOf(event.getHref()));
            }
        });
        createGeneral(body, toolkit);
        createRun(body, toolkit);
        createMovement(body, toolkit);
    }

    private void follow(String link) {
        if (link.equals("text")) {
            ((ExperimentEditor) getEditor()).openAsText();
        } else {
            getEditor().setActivePage(link);
        }
    }

    private void createGeneral(Composite body, FormToolkit toolkit) {
        Composite group = section(body, toolkit, "Experiment", 2);
        text(group, toolkit, "Name:", Literals.EXPERIMENT__NAME, SWT.SINGLE, "It names the folder of results");
        Text description = text(
                group,
                toolkit,
                "Description:",
                Literals.EXPERIMENT__DESCRIPTION,
                SWT.MULTI | SWT.WRAP | SWT.V_SCROLL,
                "What the experiment shows, in a sentence or two");
        ((GridData) description.getLayoutData()).heightHint = 3 * description.getLineHeight();
    }

    private void createRun(Composite body, FormToolkit toolkit) {
        Composite group = section(body, toolkit, "Run", 4);
        text(group, toolkit, "Steps:", Literals.EXPERIMENT__STEPS, SWT.SINGLE, "The horizon T");
        toolkit.createLabel(group, "Record:");
        Combo record = new Combo(group, SWT.DROP_DOWN);
        record.setItems("auto", "every:1", "every:10", "log", "last");
        record.setToolTipText("Which steps are written: auto, every:K, log or last");
        ElementForm.spread(record, 1, false);
        add(new TypedField(
                record,
                new AttributeValue(document(), document().experiment(), Literals.EXPERIMENT__RECORD),
                document()::typing));
        toolkit.createLabel(group, "Step size:");
        StepSizeField stepSize = add(new StepSizeField(group, document()));
        ElementForm.spread(stepSize.control(), 3, false);
        text(
                group,
                toolkit,
                "Tie tolerance:",
                Literals.EXPERIMENT__TIE_TOLERANCE,
                SWT.SINGLE,
                "Relative tolerance of membership decisions; 0 decides on rounded scores alone");
        text(
                group,
                toolkit,
                "Settle tolerance:",
                Literals.EXPERIMENT__SETTLE_TOLERANCE,
                SWT.SINGLE,
                "Settled: displacements at most this times the diameter of the first tokens");
        toolkit.createLabel(group, "Arithmetic:");
        CheckField exact = add(new CheckField(
                group,
                toolkit,
                document(),
                document().experiment(),
                Literals.EXPERIMENT__EXACT,
                "exact fractions, nothing rounded"));
        exact.control()
                .setToolTipText(
                        "For few tokens and steps; localmax, hardmax, Frank\u2013Wolfe, Hegselmann\u2013Krause, sparsemax,"
                                + " top-k and softmax with beta = 0, and weights by a formula without exp and its like. 2.1 is 21/10");
        ElementForm.spread(exact.control(), 3, false);
        toolkit.createLabel(group, "Observables:").setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        ObservablesField observables = add(new ObservablesField(group, document(), toolkit));
        ElementForm.spread(observables.control(), 3, false);
        toolkit.createLabel(group, "Formulas:").setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        Text formulas = toolkit.createText(group, "", SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
        formulas.setToolTipText(
                "Further observables, one a line: energy=mean:norm^2 or spread=max:abs(x1-x2). sum, mean, min or"
                        + " max over all tokens of a formula in x1, x2, \u2026, norm, i (from 0), t and n");
        ElementForm.spread(formulas, 3, false);
        ((GridData) formulas.getLayoutData()).heightHint = 2 * formulas.getLineHeight();
        add(new TypedField(formulas, new FormulasField(document()), document()::typing));
    }

    private void createMovement(Composite body, FormToolkit toolkit) {
        Composite group = section(body, toolkit, "Movement", 4);
        toolkit.createLabel(group, "Value matrix:");
        Text values = toolkit.createText(group, "", SWT.BORDER);
        values.setMessage("identity, or " + MatrixText.HINT);
        values.setToolTipText(
                "V: m is the mean of the V x. Such as 0 -1; 1 0, or the path of a CSV or NPY file after the"
                        + " word file; nothing for the identity");
        ElementForm.spread(values, 1, false);
        add(new TypedField(values, new MatrixValue(document(), Literals.EXPERIMENT__VALUE_MATRIX), document()::typing));
        toolkit.createLabel(group, "Sphere:");
        CheckField sphere = add(new CheckField(
                group,
                toolkit,
                document(),
                document().experiment(),
                Literals.EXPERIMENT__ON_SPHERE,
                "tokens stay on the unit sphere"));
        sphere.control()
                .setToolTipText(
                        "Each token is divided by its norm after a step; in continuous time, with a time step, it"
                                + " moves along the sphere");
        ElementForm.spread(sphere.control(), 1, false);
        text(
                group,
                toolkit,
                "Flow tolerance:",
                Literals.EXPERIMENT__FLOW_TOLERANCE,
                SWT.SINGLE,
                "With a time step: how far a token may be off after a step of the integrator, in units of the largest norm");
    }

    private Text text(
            Composite group, FormToolkit toolkit, String label, EAttribute attribute, int style, String hint) {
        Experiment experiment = document().experiment();
        var shown = toolkit.createLabel(group, label);
        if ((style & SWT.MULTI) != 0) {
            shown.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        }
        Text text = toolkit.createText(group, "", SWT.BORDER | style);
        text.setToolTipText(hint);
        ElementForm.spread(text, 1, false);
        add(new TypedField(text, new AttributeValue(document(), experiment, attribute), document()::typing));
        return text;
    }

    @Override
    void refresh() {
        super.refresh();
        if (isCreated()) {
            String text = ExperimentSentence.of(document().experiment())
                    .replace("&", "&amp;")
                    .replace("<", "&lt;");
            sentence.setText("<form><p>" + text + "</p>" + LINKS + "</form>", true, false);
            getManagedForm().reflow(true);
        }
    }
}
