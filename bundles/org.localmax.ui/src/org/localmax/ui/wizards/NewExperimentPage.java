package org.localmax.ui.wizards;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.localmax.ui.projects.LocalmaxNature;
import org.localmax.ui.projects.LocalmaxProject;

/** Asks where a new experiment goes and what it starts from. */
final class NewExperimentPage extends WizardPage {

    private static final String DEFAULT_PROJECT = "Localmax study";
    private static final int MOST = 1_000_000;

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
        setTitle("Experiment");
        setDescription("Tokens, a rule of attention and a number of steps. All of it can be changed afterwards.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(2, false));
        label(area, "&Project:");
        project = new Combo(area, SWT.DROP_DOWN);
        List<String> projects = openProjects();
        project.setItems(projects.toArray(String[]::new));
        project.setText(
                !preferredProject.isEmpty()
                        ? preferredProject
                        : projects.isEmpty() ? DEFAULT_PROJECT : projects.getFirst());
        label(area, "&Name:");
        name = new Text(area, SWT.BORDER);
        name.setText(freeName());
        label(area, "&Tokens:");
        kind = choice(area, Arrays.stream(ExperimentDraft.TokenKind.values()).map(each -> each.label));
        label(area, "N&umber of tokens:");
        count = number(area, 24);
        label(area, "&Dimension:");
        dimension = number(area, 2);
        dimension.setMaximum(4096);
        label(area, "&Rule:");
        rule = choice(area, Arrays.stream(ExperimentDraft.RuleKind.values()).map(each -> each.label));
        label(area, "&Steps:");
        steps = number(area, 60);
        for (var field : area.getChildren()) {
            if (!(field instanceof Label)) {
                field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
            }
        }
        project.addListener(SWT.Modify, event -> check());
        name.addListener(SWT.Modify, event -> check());
        kind.addListener(SWT.Selection, event -> check());
        setControl(area);
        check();
        setErrorMessage(null);
        name.setFocus();
        name.selectAll();
    }

    private static void label(Composite parent, String text) {
        new Label(parent, SWT.NONE).setText(text);
    }

    private static Combo choice(Composite parent, Stream<String> labels) {
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(labels.toArray(String[]::new));
        combo.select(0);
        return combo;
    }

    private static Spinner number(Composite parent, int value) {
        Spinner spinner = new Spinner(parent, SWT.BORDER);
        spinner.setValues(value, 1, MOST, 0, 1, 10);
        return spinner;
    }

    private static List<String> openProjects() {
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(NewExperimentPage::isOurs)
                .map(IProject::getName)
                .toList();
    }

    static boolean isOurs(IProject candidate) {
        try {
            return candidate.isOpen() && candidate.hasNature(LocalmaxNature.ID);
        } catch (CoreException _) {
            return false;
        }
    }

    private String freeName() {
        for (int number = 1; ; number++) {
            String candidate = "experiment-" + number;
            if (!fileExists(candidate)) {
                return candidate;
            }
        }
    }

    private boolean fileExists(String candidate) {
        String wanted = project.getText().strip();
        return !wanted.isEmpty()
                && ResourcesPlugin.getWorkspace()
                        .validateName(wanted, IResource.PROJECT)
                        .isOK()
                && ResourcesPlugin.getWorkspace()
                        .getRoot()
                        .getProject(wanted)
                        .getFile(LocalmaxProject.EXPERIMENTS + "/" + candidate + "." + LocalmaxProject.EXTENSION)
                        .exists();
    }

    private void check() {
        ExperimentDraft.TokenKind chosen = ExperimentDraft.TokenKind.values()[kind.getSelectionIndex()];
        count.setEnabled(chosen.isGenerated());
        dimension.setEnabled(chosen.hasDimension());
        String problem = problem();
        setErrorMessage(problem.isEmpty() ? null : problem);
        setPageComplete(problem.isEmpty());
    }

    private String problem() {
        IStatus forProject =
                ResourcesPlugin.getWorkspace().validateName(project.getText().strip(), IResource.PROJECT);
        if (!forProject.isOK()) {
            return "Project: " + forProject.getMessage();
        }
        String file = name.getText().strip();
        IStatus forFile = ResourcesPlugin.getWorkspace().validateName(file, IResource.FILE);
        if (!forFile.isOK()) {
            return "Name: " + forFile.getMessage();
        }
        if (!file.matches("[^/\\\\:*?\"<>|]+") || file.startsWith(".")) {
            return "Name: \"" + file + "\" cannot name a folder; expected letters, digits, - and _";
        }
        return fileExists(file) ? "There is an experiment \"" + file + "\" in this project already." : "";
    }

    String projectName() {
        return project.getText().strip();
    }

    ExperimentDraft draft() {
        return new ExperimentDraft(
                name.getText().strip(),
                ExperimentDraft.TokenKind.values()[kind.getSelectionIndex()],
                count.getSelection(),
                dimension.getSelection(),
                ExperimentDraft.RuleKind.values()[rule.getSelectionIndex()],
                steps.getSelection());
    }
}
