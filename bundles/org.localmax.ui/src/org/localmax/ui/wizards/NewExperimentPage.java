package org.localmax.ui.wizards;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/** Asks where a new experiment goes and what it starts from. */
final class NewExperimentPage extends WizardPage {

    private static final int LARGEST_DIMENSION = 4096;

    private final String preferredProject;
    private Combo project;
    private Text name;
    private Combo kind;
    private Spinner count;
    private Spinner dimension;
    private Combo rule;
    private Spinner steps;

    NewExperimentPage(String preferredProject) {
        super("experiment");
        this.preferredProject = preferredProject;
        setTitle(Texts.experimentPage);
        setDescription(Texts.experimentPageHint);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(2, false));
        FormRow row = new FormRow(area, 1);
        project = row.suggestion(Texts.project, ExperimentPlace.projects().stream(), preferredProject);
        name = row.text(
                Texts.experimentName,
                new ExperimentPlace(preferredProject, "experiment").numbered().name());
        kind = row.choice(Texts.tokens, Arrays.stream(TokenKind.values()).map(each -> each.label));
        count = row.number(Texts.count, 24);
        dimension = row.number(Texts.dimension, 2);
        dimension.setMaximum(LARGEST_DIMENSION);
        rule = row.choice(Texts.rule, Arrays.stream(RuleKind.values()).map(each -> each.label));
        steps = row.number(Texts.steps, 60);
        project.addListener(SWT.Modify, event -> check());
        name.addListener(SWT.Modify, event -> check());
        kind.addListener(SWT.Selection, event -> check());
        setControl(area);
        check();
        setErrorMessage(null);
        name.setFocus();
        name.selectAll();
    }

    private TokenKind chosenKind() {
        return TokenKind.values()[kind.getSelectionIndex()];
    }

    private void check() {
        count.setEnabled(chosenKind().isGenerated());
        dimension.setEnabled(chosenKind().hasDimension());
        Optional<String> problem = place().problem();
        setErrorMessage(problem.orElse(null));
        setPageComplete(problem.isEmpty());
    }

    ExperimentPlace place() {
        return new ExperimentPlace(project.getText().strip(), name.getText().strip());
    }

    ExperimentDraft draft() {
        return new ExperimentDraft(
                place().name(),
                chosenKind().create(count.getSelection(), dimension.getSelection()),
                RuleKind.values()[rule.getSelectionIndex()],
                steps.getSelection());
    }
}
