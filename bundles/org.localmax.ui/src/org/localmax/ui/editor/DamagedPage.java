package org.localmax.ui.editor;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.ui.projects.ProblemMarkers;

/** Stands for an experiment that cannot be read: what is wrong, where, and the way to the text. */
final class DamagedPage extends FormPage {

    private final ExperimentEditor experimentEditor;
    private final ProblemMarkers.Entry damage;

    DamagedPage(ExperimentEditor editor, ProblemMarkers.Entry damage) {
        super(editor, "damaged", Texts.damaged);
        experimentEditor = editor;
        this.damage = damage;
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        FormToolkit toolkit = managed.getToolkit();
        var form = managed.getForm();
        toolkit.decorateFormHeading(form.getForm());
        form.setText(experimentEditor.getEditorInput().getName());
        form.setMessage(Texts.damagedHeading, IMessageProvider.ERROR);
        Composite body = form.getBody();
        GridLayout layout = new GridLayout();
        layout.marginWidth = 16;
        layout.verticalSpacing = 14;
        body.setLayout(layout);
        paragraph(
                toolkit,
                body,
                damage.line() > 0 ? Texts.name(Texts.damagedLine, damage.line(), damage.message()) : damage.message());
        paragraph(toolkit, body, Texts.damagedHint);
        toolkit.createButton(body, Texts.openAsText, SWT.PUSH)
                .addListener(SWT.Selection, event -> experimentEditor.openAsText(damage.line()));
    }

    private static void paragraph(FormToolkit toolkit, Composite body, String text) {
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
        data.widthHint = 400;
        toolkit.createLabel(body, text, SWT.WRAP).setLayoutData(data);
    }
}
