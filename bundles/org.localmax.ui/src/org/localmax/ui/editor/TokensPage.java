package org.localmax.ui.editor;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.model.ExperimentPackage.Literals;

/** Where the tokens come from, and how they lie. */
final class TokensPage extends ExperimentPage {

    static final String ID = "tokens";

    private TokenPlane plane;

    TokensPage(ExperimentEditor editor) {
        super(editor, ID, Texts.tokensPage);
    }

    @Override
    void createFields(Composite body, FormToolkit toolkit) {
        GridLayout layout = new GridLayout(2, true);
        layout.marginWidth = 12;
        layout.horizontalSpacing = 20;
        body.setLayout(layout);
        Composite group = section(body, toolkit, Texts.tokensAtStart, 1);
        add(new KindSection(
                group, toolkit, document(), Literals.EXPERIMENT__TOKENS, ElementKind.TOKENS, Optional.empty()));
        Composite beside = section(body, toolkit, Texts.inThePlane, 1);
        beside.getParent().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        plane = add(new TokenPlane(beside, toolkit, document()));
    }

    @Override
    void show(ExperimentPreview found) {
        super.show(found);
        if (isCreated()) {
            plane.show(found);
        }
    }

    @Override
    EObject selected() {
        return Optional.<EObject>ofNullable(document().experiment().getTokens()).orElseGet(super::selected);
    }
}
