package org.localmax.ui.welcome;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.localmax.ui.parts.ReadOnlyEditor;
import org.localmax.ui.wizards.ImportTokensWizard;
import org.localmax.ui.wizards.NewExperimentWizard;
import org.localmax.ui.wizards.NewProjectWizard;

/** The welcome page: what this is in two lines, the gallery, and how to begin from nothing. */
public final class WelcomeEditor extends ReadOnlyEditor {

    public static final String ID = "org.localmax.ui.welcome";

    private static final String IMPORT_TOKENS =
            "org.eclipse.ui.file.import(importWizardId=" + ImportTokensWizard.ID + ")";

    private ScrolledComposite scrolled;
    private Composite page;
    private final List<GalleryCard> cards = new ArrayList<>();

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        page = new Composite(scrolled, SWT.NONE);
        page.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        page.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        page.setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 28;
        layout.marginHeight = 14;
        layout.verticalSpacing = 8;
        page.setLayout(layout);
        text(Texts.product, 1.6);
        text(Texts.whatThisIs, 1);
        buttons();
        text(Texts.gallery, 1.3);
        gallery();
        scrolled.setContent(page);
        scrolled.addListener(
                SWT.Resize, event -> scrolled.setMinHeight(page.computeSize(scrolled.getClientArea().width, -1).y));
    }

    private void text(String shown, double size) {
        Label label = new Label(page, SWT.WRAP);
        label.setForeground(page.getForeground());
        label.setText(shown);
        label.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        if (size > 1) {
            int height = label.getFont().getFontData()[0].getHeight();
            Font font = FontDescriptor.createFrom(label.getFont())
                    .setHeight((int) Math.round(height * size))
                    .withStyle(SWT.BOLD)
                    .createFont(label.getDisplay());
            label.setFont(font);
            label.addListener(SWT.Dispose, event -> font.dispose());
        }
    }

    private void buttons() {
        Composite row = new Composite(page, SWT.NONE);
        RowLayout layout = new RowLayout();
        layout.marginLeft = 0;
        layout.spacing = 8;
        row.setLayout(layout);
        button(row, Texts.newExperiment, Texts.newExperimentHint, wizard(NewExperimentWizard.ID));
        button(row, Texts.openTokens, Texts.openTokensHint, IMPORT_TOKENS);
        button(row, Texts.newProject, Texts.newProjectHint, wizard(NewProjectWizard.ID));
        button(row, Texts.guide, Texts.guideHint, OpenGuide.COMMAND);
    }

    private void button(Composite row, String label, String hint, String command) {
        Button button = new Button(row, SWT.PUSH);
        button.setText(label);
        button.setToolTipText(hint);
        button.addListener(SWT.Selection, event -> give(command));
    }

    private static String wizard(String id) {
        return "org.eclipse.ui.newWizard(newWizardId=" + id + ")";
    }

    private void give(String id) {
        ICommandService commands = getSite().getService(ICommandService.class);
        IHandlerService handlers = getSite().getService(IHandlerService.class);
        try {
            handlers.executeCommand(commands.deserialize(id), null);
        } catch (CommandException e) {
            Platform.getLog(WelcomeEditor.class).error("The command " + id + " cannot be given", e);
        }
    }

    private void gallery() {
        List<Example> examples = Example.gallery();
        if (examples.isEmpty()) {
            text(Texts.noGallery, 1);
            return;
        }
        Composite row = new Composite(page, SWT.NONE);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        RowLayout layout = new RowLayout();
        layout.marginLeft = 0;
        layout.spacing = 14;
        row.setLayout(layout);
        for (Example example : examples) {
            GalleryCard card = new GalleryCard(
                    row, example, new OpenExample(example, getSite().getPage()));
            card.setBackground(page.getBackground());
            card.setForeground(page.getForeground());
            cards.add(card);
        }
        GalleryJob job = new GalleryJob(examples, List.copyOf(cards), page.getDisplay());
        page.addListener(SWT.Dispose, event -> job.cancel());
        job.schedule();
    }

    /** The cards of the gallery. */
    public List<GalleryCard> cards() {
        return List.copyOf(cards);
    }

    @Override
    public void setFocus() {
        if (cards.isEmpty()) {
            page.setFocus();
        } else {
            cards.getFirst().setFocus();
        }
    }
}
