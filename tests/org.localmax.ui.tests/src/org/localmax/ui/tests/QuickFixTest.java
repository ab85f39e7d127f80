package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.projects.ProblemMarkers;

/** Somebody has a broken experiment, and chooses what mends it in the view of problems. */
class QuickFixTest {

    /** Ctrl+1. */
    private static final String QUICK_FIX = "org.eclipse.jdt.ui.edit.text.java.correction.assist.proposals";

    private Study study;
    private IViewPart problems;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Broken study");
        problems = Person.page().showView(IPageLayout.ID_PROBLEM_VIEW);
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    @Test
    void tokens_that_are_not_there_are_read_from_the_file_of_the_likest_name() throws CoreException {
        IFile experiment = study.fromData("corners");
        breaks(experiment, "corners.csv", "cornrs.csv");
        fixes(experiment, "no such file", "Read data/corners.csv in its place", "quick-fix-file");
        seesMended(experiment, "path=\"../data/corners.csv\"");
        Study.runs(experiment);
    }

    @Test
    void tokens_that_are_not_there_can_be_imported() throws Exception {
        Path outside = Files.writeString(Files.createTempDirectory("import").resolve("elsewhere.csv"), "1,2\n3,4\n");
        IFile experiment = study.fromData("corners");
        breaks(experiment, "corners.csv", "lost.csv");
        Person.waitFor("the problem", () -> marker(experiment, "no such file").isPresent());
        select(experiment, "no such file");
        Person.commandsAndAnswers(
                QUICK_FIX,
                "Quick Fix",
                dialog -> Person.answers(
                        "Import Tokens",
                        wizard -> {
                            Widgets.labelled(wizard, "File:", Text.class).setText(outside.toString());
                            Person.waitFor(
                                    "the tokens",
                                    () -> Widgets.text(wizard).contains("elsewhere.csv holds 2 tokens in dimension 2"));
                            Screenshot.take("quick-fix-import");
                            Widgets.push(wizard, "Finish");
                        },
                        () -> choose(dialog, "Import tokens\u2026", "")));
        seesMended(experiment, "path=\"../data/elsewhere.csv\"");
    }

    @Test
    void a_word_in_a_formula_that_is_not_known_is_replaced_by_the_likest_one() throws CoreException {
        IFile experiment = study.small("words");
        breaks(experiment, "delta=\"0.6\"", "delta=\"1.5/(1+tt)\"");
        fixes(experiment, "'tt' is not known", "Replace \"tt\" by \"t\"", "quick-fix-word");
        seesMended(experiment, "delta=\"1.5/(1+t)\"");
    }

    @Test
    void a_function_that_is_not_known_is_replaced_by_the_likest_one() throws CoreException {
        IFile experiment = study.small("functions");
        breaks(experiment, "delta=\"0.6\"", "delta=\"1/sqr(1+t)\"");
        fixes(experiment, "sqr", "Replace \"sqr\" by \"sqrt\"", "");
        seesMended(experiment, "delta=\"1/sqrt(1+t)\"");
    }

    @Test
    void a_file_that_cannot_be_read_for_a_wrong_word_can_be_again() throws CoreException {
        IFile experiment = study.small("damaged");
        breaks(experiment, "localmax:LocalmaxRule", "localmax:LocalmxRule");
        fixes(experiment, "LocalmxRule", "Replace \"LocalmxRule\" by \"LocalmaxRule\"", "quick-fix-damaged");
        seesMended(experiment, "localmax:LocalmaxRule");
        breaks(experiment, "seed=", "sed=");
        fixes(experiment, "'sed'", "Replace \"sed\" by \"seed\"", "");
        seesMended(experiment, "seed=\"7\"");
        breaks(experiment, "delta=\"0.6\"", "delta=\"0.6\" scale=\"keynrm\"");
        fixes(experiment, "keynrm", "Replace \"keynrm\" by \"keynorm\"", "");
        seesMended(experiment, "scale=\"keynorm\"");
    }

    @Test
    void a_value_out_of_range_becomes_the_nearest_one_or_the_default() throws CoreException {
        IFile experiment = study.small("ranges");
        breaks(experiment, "steps=\"30\"", "steps=\"-3\"");
        fixes(experiment, "steps is -3", "Set steps to 0", "quick-fix-range");
        seesMended(experiment, "steps=\"0\"");
        breaks(experiment, "steps=\"0\"", "steps=\"-3\"");
        fixes(experiment, "steps is -3", "Set steps to 100, the default", "");
        seesMended(experiment, "name=\"ranges\"");
        assertFalse(Study.content(experiment).contains("steps="), "the default is not written");
        breaks(experiment, "count=\"24\"", "count=\"0\"");
        fixes(experiment, "count is 0", "Set count to 1", "");
        seesMended(experiment, "count=\"1\"");
    }

    @Test
    void what_is_wrong_while_it_is_typed_is_mended_before_it_is_saved() throws CoreException {
        IFile experiment = study.small("typing");
        Study.opens(experiment);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Text steps = Widgets.labelled(Person.window().getShell(), "Steps:", Text.class);
        Person.typesInto(steps, "-3");
        Person.waitFor(
                "it is found",
                () -> editor.problems().stream()
                        .anyMatch(problem -> problem.message().contains("steps is -3")));
        Person.commandsAndAnswers(QUICK_FIX, "Quick Fix", dialog -> {
            Table offers = Widgets.all(dialog, Table.class).getFirst();
            assertTrue(
                    offers.getItem(0).getText().startsWith("Set steps to 0   \u2013   "),
                    offers.getItem(0).getText());
            Screenshot.take("quick-fix-typing");
            Widgets.push(dialog, "OK");
        });
        Person.waitFor("the field shows it", () -> steps.getText().equals("0"));
        assertTrue(editor.isDirty(), "nothing was saved meanwhile");
        assertEquals(0, markers(experiment).length);
        Person.commands("org.eclipse.ui.edit.undo");
        Person.waitFor("it is undone", () -> steps.getText().equals("-3"));
        Person.page().closeEditor(editor, false);
    }

    @Test
    void a_formula_that_leaves_its_range_is_limited() throws CoreException {
        IFile experiment = study.small("limits");
        breaks(experiment, "delta=\"0.6\"", "delta=\"0.5-t/10\"");
        fixes(experiment, "delta is", "Set delta to max(0, 0.5-t/10)", "");
        seesMended(experiment, "delta=\"max(0, 0.5-t/10)\"");
    }

    @Test
    void names_that_are_used_twice_or_cannot_be_get_others() throws CoreException {
        IFile experiment = study.rules("names");
        breaks(experiment, "name=\"soft\"", "name=\"strip\"");
        fixes(experiment, "used twice", "Rename \"strip\" to \"strip-2\"", "quick-fix-name");
        seesMended(experiment, "name=\"strip-2\"");
        breaks(experiment, "name=\"strip-2\"", "name=\"a/b\"");
        fixes(experiment, "cannot name a folder", "Rename \"a/b\" to \"a-b\"", "");
        seesMended(experiment, "name=\"a-b\"");
        breaks(experiment, "name=\"a-b\"", "name=\"\"");
        fixes(experiment, "there is no name", "Name it \"softmax\"", "");
        seesMended(experiment, "name=\"softmax\"");
    }

    @Test
    void of_two_step_sizes_one_is_kept() throws CoreException {
        IFile experiment = study.small("sizes");
        breaks(experiment, "alpha=\"1/2\"", "alpha=\"1/2\" gamma=\"1/4\"");
        fixes(experiment, "both alpha and gamma are given", "Keep gamma alone", "");
        seesMended(experiment, "gamma=\"1/4\"");
        assertFalse(Study.content(experiment).contains("alpha"));
    }

    @Test
    void a_parameter_of_a_sweep_that_is_not_known_is_replaced_by_the_likest_one() throws CoreException {
        IFile experiment = study.sweep("swept");
        breaks(experiment, "strip.delta", "strip.delt");
        fixes(experiment, "the parameter 'strip.delt' is not known", "Replace \"strip.delt\" by \"strip.delta\"", "");
        seesMended(experiment, "parameter=\"strip.delta\"");
    }

    @Test
    void a_fix_of_an_experiment_that_is_open_can_be_undone() throws CoreException {
        IFile experiment = study.small("open");
        breaks(experiment, "steps=\"30\"", "steps=\"-3\"");
        Study.opens(experiment);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        fixes(experiment, "steps is -3", "Set steps to 0", "");
        seesMended(experiment, "steps=\"0\"");
        assertFalse(editor.isDirty(), "nothing else was unsaved");
        Text steps = Widgets.labelled(Person.window().getShell(), "Steps:", Text.class);
        Person.waitFor("the field follows", () -> steps.getText().equals("0"));
        Screenshot.take("quick-fix-open");
        Person.page().activate(editor);
        Person.commands("org.eclipse.ui.edit.undo");
        Person.waitFor("it is undone", () -> steps.getText().equals("-3"));
        assertTrue(editor.isDirty());
    }

    private static void breaks(IFile file, String right, String wrong) throws CoreException {
        String content = Study.content(file);
        assertTrue(content.contains(right), content);
        file.setContents(content.replace(right, wrong).getBytes(StandardCharsets.UTF_8), true, true, null);
    }

    /** Chooses the problem in the view, asks for its fixes, and takes one. */
    private void fixes(IFile file, String problem, String fix, String picture) throws PartInitException {
        Person.waitFor("the problem " + problem, () -> marker(file, problem).isPresent());
        select(file, problem);
        Person.commandsAndAnswers(QUICK_FIX, "Quick Fix", dialog -> choose(dialog, fix, picture));
    }

    private void select(IFile file, String problem) throws PartInitException {
        Person.page().activate(problems);
        Tree tree = Widgets.all(Person.window().getShell(), Tree.class).stream()
                .filter(each -> each.isVisible()
                        && each.getColumnCount() > 3
                        && each.getColumn(0).getText().equals("Description"))
                .findFirst()
                .orElseThrow();
        Person.waitFor("the view shows it", () -> {
            Arrays.stream(tree.getItems()).filter(group -> !group.getExpanded()).forEach(group -> {
                group.setExpanded(true);
                Event event = new Event();
                event.item = group;
                tree.notifyListeners(SWT.Expand, event);
            });
            return row(tree.getItems(), problem).isPresent();
        });
        TreeItem item = row(tree.getItems(), problem).orElseThrow();
        tree.setFocus();
        tree.setSelection(item);
        Event event = new Event();
        event.item = item;
        tree.notifyListeners(SWT.Selection, event);
        Person.lookFor(100);
    }

    private static Optional<TreeItem> row(TreeItem[] items, String problem) {
        for (TreeItem item : items) {
            if (item.getText(0).contains(problem)) {
                return Optional.of(item);
            }
            Optional<TreeItem> below = row(item.getItems(), problem);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private static void choose(Shell dialog, String fix, String picture) {
        List<Table> tables = Widgets.all(dialog, Table.class);
        Person.waitFor("the fix " + fix, () -> tables.stream().anyMatch(table -> index(table, fix) >= 0));
        Table fixes = tables.stream()
                .filter(table -> index(table, fix) >= 0)
                .findFirst()
                .orElseThrow();
        TableItem item = fixes.getItem(index(fixes, fix));
        fixes.setSelection(item);
        Event event = new Event();
        event.item = item;
        fixes.notifyListeners(SWT.Selection, event);
        if (!picture.isEmpty()) {
            Screenshot.take(picture);
        }
        Widgets.push(dialog, "Finish");
    }

    private static int index(Table table, String text) {
        for (int k = 0; k < table.getItemCount(); k++) {
            if (table.getItem(k).getText().equals(text)) {
                return k;
            }
        }
        return -1;
    }

    private static void seesMended(IFile file, String content) throws CoreException {
        Person.waitFor("no problem is left", () -> markers(file).length == 0);
        assertTrue(Study.content(file).contains(content), Study.content(file));
    }

    private static Optional<IMarker> marker(IFile file, String problem) {
        return Arrays.stream(markers(file))
                .filter(marker -> marker.getAttribute(IMarker.MESSAGE, "").contains(problem))
                .findFirst();
    }

    private static IMarker[] markers(IFile file) {
        try {
            return file.findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }
}
