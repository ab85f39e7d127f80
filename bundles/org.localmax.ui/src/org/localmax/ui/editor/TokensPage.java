package org.localmax.ui.editor;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.run.TokenName;

/** Where the tokens come from, and how they lie. */
final class TokensPage extends ExperimentPage {

    static final String ID = "tokens";

    private TokenCanvas canvas;

    TokensPage(ExperimentEditor editor) {
        super(editor, ID, "Tokens");
    }

    @Override
    void createFields(Composite body, FormToolkit toolkit) {
        GridLayout layout = new GridLayout(2, true);
        layout.marginWidth = 12;
        layout.horizontalSpacing = 20;
        body.setLayout(layout);
        Composite group = section(body, toolkit, "Tokens at t = 0", 1);
        add(new KindSection(
                group, toolkit, document(), Literals.EXPERIMENT__TOKENS, ElementKind.TOKENS, Optional.empty()));
        Composite plane = section(body, toolkit, "In the plane", 1);
        plane.getParent().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        canvas = new TokenCanvas(plane, SWT.BORDER);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = 420;
        data.widthHint = 300;
        canvas.setLayoutData(data);
        canvas.setBackground(body.getBackground());
        canvas.setForeground(body.getForeground());
        canvas.setEmptyText("The tokens of the experiment appear here");
    }

    @Override
    void show(ExperimentPreview found) {
        super.show(found);
        if (isCreated()) {
            found.tokens().ifPresent(tokens -> canvas.setNames(token -> TokenName.of(tokens, token)));
            found.plane().ifPresentOrElse(canvas::show, canvas::clear);
        }
    }
}
