package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.statushandlers.StatusManager;
import org.localmax.experiments.Problem;
import org.localmax.ui.run.RunExperiment;

/** A page of the experiment editor: a heading with what is wrong and a Run button, and fields below. */
abstract class ExperimentPage extends FormPage {

    private static final int LONGEST_PROBLEM = 72;

    /** The command of the platform, whose key is Ctrl+1. */
    private static final String QUICK_FIX = "org.eclipse.jdt.ui.edit.text.java.correction.assist.proposals";

    private final ExperimentEditor experimentEditor;
    private final List<Field> fields = new ArrayList<>();
    private ExperimentPreview preview = ExperimentPreview.NONE;

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
        form.getForm().addMessageHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(event -> offerFixes()));
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

    /** Forgets all fields, whose controls are disposed of. */
    void clearFields() {
        fields.clear();
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

    /** What stands before a field. */
    static Label label(Composite group, FormToolkit toolkit, String label) {
        return toolkit.createLabel(group, Texts.name(Texts.labelled, label));
    }

    /** A labelled text for one attribute of the experiment. */
    Text text(Composite group, FormToolkit toolkit, EAttribute attribute, int style) {
        Label shown = label(group, toolkit, FieldLabels.of(attribute));
        if ((style & SWT.MULTI) != 0) {
            shown.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        }
        Text text = toolkit.createText(group, "", SWT.BORDER | style);
        text.setToolTipText(FieldHints.of(attribute));
        ElementForm.spread(text, 1, false);
        add(new TypedField(
                text, new AttributeValue(document(), document().experiment(), attribute), document()::typing));
        return text;
    }

    /** A body with groups one below the other. */
    static void stack(Composite body) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.verticalSpacing = 14;
        body.setLayout(layout);
    }

    /** Shows what the model holds now. */
    void refresh() {
        if (isCreated()) {
            String name = document().experiment().getName();
            getManagedForm().getForm().setText(name == null ? Texts.noName : name);
            fields.forEach(Field::refresh);
        }
    }

    /** What is selected here: the experiment as a whole, unless something in it is. */
    EObject selected() {
        return document().experiment();
    }

    /** Something else is selected now. */
    void selects() {
        experimentEditor.showSelection();
    }

    /** Selects an element of the experiment, if it is listed here. */
    void reveal(EObject element) {
        fields.forEach(field -> field.reveal(element));
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
            List<String> problems =
                    found.problems().stream().map(Problem::toString).toList();
            getManagedForm()
                    .getForm()
                    .setMessage(
                            problems.isEmpty() ? null : heading(problems),
                            problems.isEmpty() ? IMessageProvider.NONE : IMessageProvider.ERROR);
        }
    }

    /** As Ctrl+1 does. */
    private void offerFixes() {
        try {
            getSite().getService(IHandlerService.class).executeCommand(QUICK_FIX, null);
        } catch (CommandException e) {
            StatusManager.getManager().handle(Status.error(e.getMessage(), e), StatusManager.LOG);
        }
    }

    private static String heading(List<String> problems) {
        String first = shortened(problems.getFirst());
        return problems.size() > 1 ? Texts.name(Texts.moreProblems, first, problems.size() - 1) : first;
    }

    /** The heading makes the page as wide as its words; all of them are in the view of problems. */
    private static String shortened(String problem) {
        return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM - 1) + "\u2026";
    }

    ExperimentPreview preview() {
        return preview;
    }

    boolean isCreated() {
        return getManagedForm() != null && !getManagedForm().getForm().isDisposed();
    }
}
