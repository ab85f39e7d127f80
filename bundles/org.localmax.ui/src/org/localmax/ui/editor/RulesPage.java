package org.localmax.ui.editor;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.model.ExperimentPackage.Literals;

/** The rules of attention, each of which gives a run, and the interaction of the scores. */
final class RulesPage extends ExperimentPage {

    static final String ID = "rules";

    RulesPage(ExperimentEditor editor) {
        super(editor, ID, "Rules");
    }

    @Override
    void createFields(Composite body, FormToolkit toolkit) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.verticalSpacing = 14;
        body.setLayout(layout);
        Composite rules = section(body, toolkit, "Rules", 2);
        rules.getParent().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        add(new RuleList(rules, toolkit, document()));
        Composite scores = section(body, toolkit, "Interaction", 1);
        toolkit.createLabel(scores, "The matrix A of the scores g\u1d62\u2c7c = \u27e8A x\u1d62, x\u2c7c\u27e9:");
        add(new KindSection(
                scores,
                toolkit,
                document(),
                Literals.EXPERIMENT__INTERACTION,
                ElementKind.INTERACTIONS,
                Optional.of("Identity")));
    }
}
