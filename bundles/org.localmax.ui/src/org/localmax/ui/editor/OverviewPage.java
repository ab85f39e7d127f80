package org.localmax.ui.editor;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.experiments.ExperimentSentence;
import org.localmax.model.ExperimentPackage.Literals;

/** What the experiment is, in a sentence and in its general parameters. */
final class OverviewPage extends ExperimentPage {

    static final String ID = "overview";

    private static final String LINKS = "<p>"
            + Stream.of(
                            link(TokensPage.ID, Texts.editTokens),
                            link(RulesPage.ID, Texts.editRules),
                            link(RunPage.ID, Texts.editRun),
                            link(SweepPage.ID, Texts.editSweep),
                            link("text", Texts.openText))
                    .collect(Collectors.joining("   "))
            + "</p>";

    private FormText sentence;

    OverviewPage(ExperimentEditor editor) {
        super(editor, ID, Texts.overview);
    }

    private static String link(String page, String text) {
        return "<a href=\"" + page + "\">" + text + "</a>";
    }

    @Override
    void createFields(Composite body, FormToolkit toolkit) {
        stack(body);
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
    }

    private void follow(String link) {
        if (link.equals("text")) {
            ((ExperimentEditor) getEditor()).openAsText();
        } else {
            getEditor().setActivePage(link);
        }
    }

    private void createGeneral(Composite body, FormToolkit toolkit) {
        Composite group = section(body, toolkit, Texts.experiment, 2);
        text(group, toolkit, Literals.EXPERIMENT__NAME, SWT.SINGLE);
        Text description = text(group, toolkit, Literals.EXPERIMENT__DESCRIPTION, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        ((GridData) description.getLayoutData()).heightHint = 3 * description.getLineHeight();
    }

    private void createRun(Composite body, FormToolkit toolkit) {
        Composite group = section(body, toolkit, Texts.run, 2);
        text(group, toolkit, Literals.EXPERIMENT__STEPS, SWT.SINGLE);
        label(group, toolkit, Texts.stepSize);
        StepSizeField stepSize = add(new StepSizeField(group, document()));
        ElementForm.spread(stepSize.control(), 1, false);
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
