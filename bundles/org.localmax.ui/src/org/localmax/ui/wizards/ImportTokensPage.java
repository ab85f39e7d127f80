package org.localmax.ui.wizards;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;

/** Asks for a file of tokens, shows what it holds, and asks what is to become of it. */
final class ImportTokensPage extends WizardPage {

    private static final int COLUMNS = 3;

    private final String preferredProject;
    private final boolean makesExperiments;
    private Text file;
    private Combo step;
    private TokenSample sample;
    private Combo project;
    private Button makes;
    private Text name;
    private Combo rule;
    private boolean isNamed;
    private Optional<TokenReading> reading = Optional.empty();
    private Optional<FoundTokens> found = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    /** @param makesExperiments whether experiments of the tokens are offered; if not, the project is given */
    ImportTokensPage(String preferredProject, boolean makesExperiments) {
        super("tokens");
        this.preferredProject = preferredProject;
        this.makesExperiments = makesExperiments;
        setTitle(Texts.importPage);
        setDescription(Texts.importPageHint);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(COLUMNS, false));
        FormRow row = new FormRow(area, COLUMNS - 1);
        file = new FormRow(area, 1).text(Texts.file, "");
        file.setMessage(Texts.fileHint);
        Button browse = new Button(area, SWT.PUSH);
        browse.setText(Texts.browse);
        browse.addListener(SWT.Selection, event -> browse());
        step = row.choice(Texts.step, Stream.of());
        step.setEnabled(false);
        sample = new TokenSample(area, COLUMNS);
        sample.say(Texts.importFormats);
        project = row.suggestion(Texts.project, ExperimentPlace.projects().stream(), preferredProject);
        project.setEnabled(makesExperiments);
        if (makesExperiments) {
            experimentFields(area, row);
        }
        file.addListener(SWT.Modify, event -> read(0));
        step.addListener(SWT.Selection, event -> read(step.getSelectionIndex()));
        project.addListener(SWT.Modify, event -> check());
        area.addListener(SWT.Dispose, event -> reading.ifPresent(TokenReading::cancel));
        setControl(area);
        setPageComplete(false);
        file.setFocus();
    }

    private void experimentFields(Composite area, FormRow row) {
        makes = new Button(area, SWT.CHECK);
        makes.setText(Texts.makeExperiment);
        makes.setSelection(true);
        makes.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, COLUMNS, 1));
        name = row.text(Texts.experimentName, "");
        rule = row.choice(Texts.rule, Arrays.stream(RuleKind.values()).map(each -> each.label));
        makes.addListener(SWT.Selection, event -> check());
        name.addListener(SWT.Modify, event -> {
            isNamed = name.isFocusControl();
            check();
        });
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(Texts.importPage);
        dialog.setFilterExtensions(new String[] {"*.csv;*.npy;*.npz", "*"});
        dialog.setFilterNames(new String[] {Texts.tokenFiles, Texts.allFiles});
        String chosen = dialog.open();
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    /** Looks into the file; what was seen of another one does not count any more. */
    private void read(int record) {
        reading.ifPresent(TokenReading::cancel);
        reading = Optional.empty();
        found = Optional.empty();
        refusal = Optional.empty();
        String text = file.getText().strip();
        if (text.isEmpty()) {
            sample.say(Texts.importFormats);
        } else {
            try {
                TokenReading begun =
                        new TokenReading(Path.of(text), record, file.getDisplay(), this::show, this::refuse);
                sample.say(begun.getName());
                reading = Optional.of(begun);
                begun.begin();
            } catch (InvalidPathException e) {
                refuse(e.getMessage());
            }
        }
        check();
    }

    private void show(FoundTokens tokens) {
        found = Optional.of(tokens);
        sample.show(tokens);
        step.setItems(tokens.steps().stream().map(Object::toString).toArray(String[]::new));
        step.select(tokens.record());
        step.setEnabled(tokens.steps().size() > 1);
        if (makesExperiments && !isNamed) {
            name.setText(
                    new ExperimentPlace(projectName(), tokens.baseName()).free().name());
        }
        check();
    }

    private void refuse(String problem) {
        sample.say(problem);
        step.removeAll();
        step.setEnabled(false);
        refusal = Optional.of(Texts.notTokens);
        check();
    }

    private void check() {
        boolean wanted = makesExperiments && makes.getSelection();
        if (makesExperiments) {
            name.setEnabled(wanted);
            rule.setEnabled(wanted);
        }
        Optional<String> problem = refusal.or(
                () -> wanted && found.isPresent() ? place().problem() : ExperimentPlace.problemOf(projectName()));
        setErrorMessage(problem.orElse(null));
        setPageComplete(problem.isEmpty() && found.isPresent());
    }

    private String projectName() {
        return project.getText().strip();
    }

    /** Where the experiment goes, if one is made. */
    ExperimentPlace place() {
        return new ExperimentPlace(projectName(), name.getText().strip());
    }

    TokenImport wanted() {
        return new TokenImport(found.orElseThrow(), projectName());
    }

    /** The rule of the experiment; empty if none is to be made. */
    Optional<RuleKind> rule() {
        return makesExperiments && makes.getSelection()
                ? Optional.of(RuleKind.values()[rule.getSelectionIndex()])
                : Optional.empty();
    }
}
