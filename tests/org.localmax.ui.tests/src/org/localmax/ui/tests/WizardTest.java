package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.projects.LocalmaxNature;
import org.localmax.ui.projects.ProblemMarkers;

/** New projects and experiments. */
class WizardTest {

    private static final String NAME = "Wizard study";
    private static final String NEW_PROJECT = "org.eclipse.ui.newWizard(newWizardId=org.localmax.ui.newProject)";
    private static final String NEW_EXPERIMENT = "org.eclipse.ui.newWizard(newWizardId=org.localmax.ui.newExperiment)";

    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(NAME);

    @AfterEach
    void tidy_up() throws CoreException {
        Person.closesEverything();
        if (project.exists()) {
            project.delete(true, true, new NullProgressMonitor());
        }
    }

    @Test
    void a_new_project_has_its_folders_and_its_nature() throws CoreException {
        Person.commandsAndAnswers(NEW_PROJECT, "New Localmax Project", dialog -> {
            Widgets.labelled(dialog, "Project name:", Text.class).setText(NAME);
            Screenshot.take("new-project");
            Widgets.push(dialog, "Finish");
        });
        assertTrue(project.hasNature(LocalmaxNature.ID));
        for (String folder : new String[] {"experiments", "data", "results", "figures"}) {
            assertTrue(project.getFolder(folder).exists(), folder);
        }
        Screenshot.take("new-project-created");
    }

    @Test
    void every_kind_of_tokens_and_rule_gives_an_experiment_without_problems() throws CoreException {
        int[] kinds = {1};
        for (int kind = 0; kind < kinds[0]; kind++) {
            int chosen = kind;
            String name = "made-" + kind;
            Person.commandsAndAnswers(
                    NEW_EXPERIMENT, "New Experiment", dialog -> kinds[0] = fill(dialog, name, chosen));
            ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
            assertEquals(name + ".localmax", editor.getTitle());
            assertTrue(editor.isReadable());
        }
        assertTrue(kinds[0] >= 12, kinds[0] + " kinds of rules");
        project.build(IncrementalProjectBuilder.FULL_BUILD, new NullProgressMonitor());
        IMarker[] problems = project.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_INFINITE);
        assertEquals(0, problems.length, () -> problems[0].getAttribute(IMarker.MESSAGE, ""));
        IFile file = project.getFile("experiments/made-0.localmax");
        assertTrue(file.readString().contains("steps=\"60\""), file.readString());
        Screenshot.take("new-experiment-created");
    }

    /** Chooses a kind of tokens and a kind of rule; gives how many kinds of rules there are. */
    private static int fill(Shell dialog, String name, int kind) {
        Widgets.labelled(dialog, "Project:", Combo.class).setText(NAME);
        Widgets.labelled(dialog, "Name:", Text.class).setText(name);
        Combo tokens = Widgets.labelled(dialog, "Tokens:", Combo.class);
        select(tokens, kind % tokens.getItemCount());
        Combo rules = Widgets.labelled(dialog, "Rule:", Combo.class);
        select(rules, kind);
        int kinds = rules.getItemCount();
        if (kind == 0) {
            Screenshot.take("new-experiment");
        }
        Widgets.push(dialog, "Finish");
        return kinds;
    }

    private static void select(Combo combo, int index) {
        combo.select(index);
        combo.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void a_name_that_cannot_name_a_file_is_refused() {
        Person.commandsAndAnswers(NEW_EXPERIMENT, "New Experiment", dialog -> {
            Widgets.labelled(dialog, "Name:", Text.class).setText("a/b");
            Button finish = Widgets.first(
                            dialog, Button.class, each -> each.getText().equals("&Finish"))
                    .orElseThrow();
            assertFalse(finish.isEnabled());
            Screenshot.take("new-experiment-refused");
            Widgets.push(dialog, "Cancel");
        });
        assertFalse(project.exists());
    }
}
