package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.localmax.ui.run.RunExperiment;

/** A page of the experiment editor: a heading with what is wrong and a Run button, and fields below. */
abstract class ExperimentPage extends FormPage {

    private final ExperimentEditor experimentEditor;
    private final List<Field> fields = new ArrayList<>();
    private ExperimentPreview preview = new ExperimentPreview(List.of(), Optional.empty(), Optional.empty());

    ExperimentPage(ExperimentEditor editor, String id, String title) {
        super(editor, id, title);
        experimentEditor = editor;
    }

    ExperimentDocument document() {
        return experimentEditor.document();
    }

    @Override
    protected final void createFormContent(IManagedForm managed) {
        ScrolledForm form = managed.getForm();
        FormToolkit toolkit = managed.getToolkit();
        toolkit.decorateFormHeading(form.getForm());
        IToolBarManager tools = form.getToolBarManager();
        CommandContributionItemParameter run = new CommandContributionItemParameter(
                getSite(), null, RunExperiment.COMMAND, CommandContributionItem.STYLE_PUSH);
        run.mode = CommandContributionItem.MODE_FORCE_TEXT;
        tools.add(new CommandContributionItem(run));
        tools.update(true);
        createFields(form.getBody(), toolkit);
        refresh();
        show(preview);
        form.reflow(true);
    }

    abstract void createFields(Composite body, FormToolkit toolkit);

    <F extends Field> F add(F field) {
        fields.add(field);
        return field;
    }

    /** A titled group of fields. */
    static Composite section(Composite parent, FormToolkit toolkit, String title, int columns) {
        Section section = toolkit.createSection(parent, ExpandableComposite.TITLE_BAR | ExpandableComposite.EXPANDED);
        section.setText(title);
        section.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        Composite client = toolkit.createComposite(section);
        GridLayout layout = new GridLayout(columns, false);
        layout.verticalSpacing = 8;
        client.setLayout(layout);
        section.setClient(client);
        return client;
    }

    /** Shows what the model holds now. */
    void refresh() {
        if (isCreated()) {
            String name = document().experiment().getName();
            getManagedForm().getForm().setText(name == null ? "Experiment without a name" : name);
            fields.forEach(Field::refresh);
        }
    }

    void flush() {
        fields.forEach(Field::flush);
    }

    boolean isPending() {
        return fields.stream().anyMatch(Field::isPending);
    }

    /** Shows what a look at the experiment has found. */
    void show(ExperimentPreview found) {
        preview = found;
        if (isCreated()) {
            List<String> problems = found.problems();
            String more = problems.size() > 1 ? "  (and " + (problems.size() - 1) + " more, see Problems)" : "";
            getManagedForm()
                    .getForm()
                    .setMessage(
                            problems.isEmpty() ? null : problems.getFirst() + more,
                            problems.isEmpty() ? IMessageProvider.NONE : IMessageProvider.ERROR);
        }
    }

    ExperimentPreview preview() {
        return preview;
    }

    boolean isCreated() {
        return getManagedForm() != null && !getManagedForm().getForm().isDisposed();
    }
}
