package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.run.RunEditor;
import org.localmax.ui.welcome.GalleryCard;
import org.localmax.ui.welcome.WelcomeEditor;

/**
 * The window as it looks: buttons and lines of text are whole, and the pictures in target/screenshots are there to be looked at.
 * The theme is that of the environment, LOCALMAX_LOOK=dark or else the light one: the toolkit cannot go back to light without a
 * new process. {@code releng/looks} goes through both, at 100 and at 200 %.
 */
class LookTest {

    private static final String THEME = "org.eclipse.e4.ui.css.theme.e4_";
    private static final int DARK = 128;

    @Test
    void the_window_is_whole_and_of_its_theme() throws CoreException {
        boolean dark = "dark".equals(System.getenv("LOCALMAX_LOOK"));
        if (dark) {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(THEME + "dark", false);
            Person.lookFor(600);
        }
        assertEquals(dark, brightness(looks(dark ? "dark" : "light")) < DARK, "a ground of the theme");
    }

    /** Goes through the window; the ground of the token view. */
    private static RGB looks(String theme) throws CoreException {
        String name =
                "look-" + theme + "-" + Person.window().getShell().getMonitor().getZoom();
        Person.closesEverything();
        Person.page().resetPerspective();
        Study study = Study.create("Hardmax study");
        try {
            WelcomeEditor welcome = Person.seesEditor(WelcomeEditor.class);
            Person.waitFor("the pictures", () -> welcome.cards().stream().allMatch(GalleryCard::isDrawn));
            look(name + "-1-welcome");
            Study.opens(study.rules("leaders"));
            ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
            look(name + "-2-overview");
            Person.shows(editor, "Tokens");
            look(name + "-3-tokens");
            Person.shows(editor, "Rules");
            look(name + "-4-rules");
            Study.runs(study.small("strips"));
            RunEditor run = Person.seesEditor(RunEditor.class);
            Person.waitFor("the run is shown", run::isShown);
            Person.lookFor(500);
            Point at = run.tokens().locationOf(5);
            Person.clicks(run.tokens(), at.x, at.y);
            Person.page().showView("org.localmax.ui.monitors");
            Widgets.push(Person.window().getShell(), "Check");
            Person.lookFor(2500);
            look(name + "-5-run");
            return run.tokens().getBackground().getRGB();
        } finally {
            study.delete();
        }
    }

    private static void look(String name) {
        Screenshot.take(name);
        assertEquals(List.of(), cutOff(Person.window().getShell()), name);
    }

    /** Buttons and lines of text that have less room than they need. */
    private static List<String> cutOff(Control root) {
        List<String> found = new ArrayList<>();
        for (Button button : Widgets.all(root, Button.class)) {
            Point wanted = button.computeSize(-1, -1);
            if (button.isVisible() && (button.getSize().x < wanted.x || button.getSize().y < wanted.y)) {
                found.add(button.getText());
            }
        }
        for (Label label : Widgets.all(root, Label.class)) {
            boolean isLine = (label.getStyle() & (SWT.WRAP | SWT.SEPARATOR)) == 0;
            if (isLine && label.isVisible() && label.getSize().x < label.computeSize(-1, -1).x) {
                found.add(label.getText());
            }
        }
        for (ScrolledForm form : Widgets.all(root, ScrolledForm.class)) {
            if (form.isVisible()
                    && form.getHorizontalBar() != null
                    && form.getBody().getSize().x > form.getSize().x) {
                found.add("the form is wider than its editor");
            }
        }
        return found;
    }

    private static int brightness(RGB colour) {
        return (colour.red + colour.green + colour.blue) / 3;
    }
}
