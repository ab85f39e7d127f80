package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.run.RunEditor;

/** Taking a view of a run with oneself, as a figure. */
class ExportTest {

    private static final String EXPORT = "org.localmax.ui.run.export";
    private static final String TITLE = "Export Figure";

    private Study study;

    @BeforeEach
    void run_an_experiment_up_to_step_3() throws CoreException {
        Person.closesEverything();
        study = Study.create("Export study");
        Study.opens(study.small("leaders"));
        Person.seesEditor(ExperimentEditor.class);
        Person.commands("org.localmax.ui.run");
        RunEditor editor = Person.seesEditor(RunEditor.class);
        Person.waitFor("the run is shown", editor::isShown);
        for (int k = 0; k < 3; k++) {
            Person.commands("org.localmax.ui.run.forward");
        }
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static void chooses(Shell dialog, String label, String item) {
        Combo combo = Widgets.labelled(dialog, label, Combo.class);
        combo.select(combo.indexOf(item));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    private IFile exports(String figure, String format, String name) throws CoreException {
        Person.commandsAndAnswers(EXPORT, TITLE, dialog -> {
            chooses(dialog, "Figure:", figure);
            chooses(dialog, "Format:", format);
            assertEquals(
                    name,
                    Widgets.labelled(dialog, "Name in figures:", Text.class).getText());
            Screenshot.take("export-" + format.toLowerCase(Locale.ROOT));
            Widgets.push(dialog, "Export");
        });
        IFile file = study.project().project().getFile("figures/" + name + "." + format.toLowerCase(Locale.ROOT));
        Person.waitFor("the figure " + file + " appears", file::exists);
        return file;
    }

    @Test
    void the_tokens_as_shown_become_a_file_of_the_project() throws CoreException {
        IFile file = exports("Tokens", "SVG", "leaders-1-t3-tokens");
        String svg = Study.content(file);
        assertTrue(svg.contains("<svg"), svg);
        assertTrue(svg.contains("localmax") && svg.contains("t = 3 of 30"), "the caption names rule and step");
        assertTrue(svg.contains("tokens") && svg.contains("conv X(t)") && svg.contains("trails"), "the legend");
        CommonNavigator explorer = (CommonNavigator) Person.page().findView(ProjectExplorer.VIEW_ID);
        Person.waitFor(
                "the explorer shows the file",
                () -> file.equals(
                        explorer.getCommonViewer().getStructuredSelection().getFirstElement()));
        Screenshot.take("exported");
    }

    @Test
    void what_is_hidden_in_the_view_is_not_exported() throws CoreException {
        Person.commands("org.localmax.ui.run.draw(what=hull)");
        String svg = Study.content(exports("Tokens", "SVG", "leaders-1-t3-tokens"));
        assertFalse(svg.contains("conv X(t)"));
        assertTrue(svg.contains("trails"));
    }

    @Test
    void every_format_gives_a_file_that_is_what_it_says() throws CoreException, IOException {
        byte[] pdf = bytes(exports("Tokens", "PDF", "leaders-1-t3-tokens"));
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
        assertTrue(Study.content(exports("Observable", "PGF", "leaders-1-t3-observable"))
                .contains("pgfpicture"));
        IFile png = exports("Observable", "PNG", "leaders-1-t3-observable");
        assertEquals(
                Math.round(86 / 25.4 * 300), new ImageData(png.getLocation().toOSString()).width, 1);
        looksAt(png);
        looksAt(exports("Tokens", "PNG", "leaders-1-t3-tokens"));
    }

    /** Leaves a copy beside the screenshots. */
    private static void looksAt(IFile picture) throws IOException {
        Path copy = Path.of("target", "screenshots", "exported-" + picture.getName());
        Files.createDirectories(copy.getParent());
        Files.copy(picture.getLocation().toPath(), copy, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] bytes(IFile file) throws IOException {
        return Files.readAllBytes(file.getLocation().toPath());
    }

    @Test
    void a_name_that_is_taken_and_a_width_that_is_none_are_refused() throws CoreException {
        exports("Tokens", "SVG", "leaders-1-t3-tokens");
        Person.commandsAndAnswers(EXPORT, TITLE, dialog -> {
            Text name = Widgets.labelled(dialog, "Name in figures:", Text.class);
            assertEquals("leaders-1-t3-tokens-2", name.getText());
            name.setText("leaders-1-t3-tokens");
            assertFalse(export(dialog).isEnabled());
            Screenshot.take("export-taken");
            name.setText("another");
            assertTrue(export(dialog).isEnabled());
            Widgets.labelled(dialog, "Width in mm:", Text.class).setText("wide");
            assertFalse(export(dialog).isEnabled());
            Widgets.labelled(dialog, "Width in mm:", Text.class).setText("2");
            assertFalse(export(dialog).isEnabled());
        });
    }

    private static Button export(Shell dialog) {
        return Widgets.first(dialog, Button.class, button -> button.getText().equals("Export"))
                .orElseThrow();
    }
}
