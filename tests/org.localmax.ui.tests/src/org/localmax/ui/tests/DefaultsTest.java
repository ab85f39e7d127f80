package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;

/** What a person sets once for all new experiments and figures. */
class DefaultsTest {

    private static final String PREFERENCES = "org.eclipse.ui.window.preferences";
    private static final String NEW_EXPERIMENT = "org.eclipse.ui.newWizard(newWizardId=org.localmax.ui.newExperiment)";

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Defaults study");
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        Person.commandsAndAnswers(PREFERENCES, "Preferences", dialog -> {
            choose(dialog);
            Widgets.push(dialog, "Restore Defaults");
            Widgets.push(dialog, "Apply and Close");
        });
        study.delete();
    }

    @Test
    void a_new_experiment_records_what_the_preferences_say() throws CoreException {
        Person.commandsAndAnswers(PREFERENCES, "Preferences", dialog -> {
            choose(dialog);
            Text record = Widgets.labelled(dialog, "New experiments record:", Text.class);
            assertEquals("auto", record.getText());
            record.setText("every");
            record.notifyListeners(SWT.KeyUp, new Event());
            assertTrue(said(dialog).contains("Expected: auto, every:K"), said(dialog));
            record.setText("every:5");
            record.notifyListeners(SWT.KeyUp, new Event());
            Widgets.push(dialog, "Apply and Close");
        });
        Person.commandsAndAnswers(NEW_EXPERIMENT, "New Experiment", dialog -> {
            Widgets.labelled(dialog, "Project:", Combo.class)
                    .setText(study.project().project().getName());
            Widgets.labelled(dialog, "Name:", Text.class).setText("recorded");
            Widgets.push(dialog, "Finish");
        });
        Person.seesEditor(ExperimentEditor.class);
        String content = Study.content(study.project().project().getFile("experiments/recorded.localmax"));
        assertTrue(content.contains("record=\"every:5\""), content);
    }

    @Test
    void figures_are_exported_on_the_ground_that_the_preferences_say() throws CoreException {
        Person.commandsAndAnswers(PREFERENCES, "Preferences", dialog -> {
            choose(dialog);
            Combo ground = Widgets.labelled(dialog, "Figures are exported on a:", Combo.class);
            ground.select(ground.indexOf("dark ground"));
            ground.notifyListeners(SWT.Selection, new Event());
            Widgets.push(dialog, "Apply and Close");
        });
        Study.runs(study.small("grounded"));
        Person.commandsAndAnswers("org.localmax.ui.run.export", "Export Figure", dialog -> {
            Combo ground = Widgets.first(
                            dialog, Combo.class, each -> each.getItemCount() == 2 && each.getSelectionIndex() == 1)
                    .orElseThrow();
            assertTrue(ground.getText().toLowerCase(java.util.Locale.ROOT).contains("dark"), ground.getText());
            Widgets.push(dialog, "Cancel");
        });
    }

    private static String said(Shell dialog) {
        StringBuilder said = new StringBuilder(Widgets.text(dialog));
        Widgets.all(dialog, Text.class)
                .forEach(text -> said.append(text.getText()).append('\n'));
        return said.toString();
    }

    /** Goes to our page. */
    private static void choose(Shell dialog) {
        Tree pages = Widgets.first(dialog, Tree.class, tree -> true).orElseThrow();
        for (TreeItem item : pages.getItems()) {
            if (item.getText().equals("Localmax")) {
                pages.setSelection(item);
                Event event = new Event();
                event.item = item;
                pages.notifyListeners(SWT.Selection, event);
            }
        }
        Person.waitFor("the page is shown", () -> Widgets.text(dialog).contains("Threads of a run"));
    }
}
