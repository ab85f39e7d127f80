package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.experiments.figures.FigureKind;
import org.localmax.plots.Palette;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.plots.FigureView;
import org.localmax.ui.plots.PanelView;
import org.localmax.ui.run.RunEditor;

/** Every kind of figure of a run, looked at in the window. */
class FiguresPageTest {

    private Study study;

    @BeforeEach
    void run_an_experiment_and_turn_to_its_figures() throws CoreException {
        Person.closesEverything();
        study = Study.create("Figure study");
        Study.opens(study.small("leaders"));
        Person.seesEditor(ExperimentEditor.class);
        Person.commands("org.localmax.ui.run");
        RunEditor editor = Person.seesEditor(RunEditor.class);
        Person.waitFor("the run is shown", editor::isShown);
        CTabFolder tabs = Widgets.first(
                        shell(),
                        CTabFolder.class,
                        folder -> folder.getItemCount() == 2
                                && folder.getItem(1).getText().equals("Figures"))
                .orElseThrow();
        tabs.setSelection(1);
        tabs.notifyListeners(SWT.Selection, new Event());
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static Shell shell() {
        return Person.page().getWorkbenchWindow().getShell();
    }

    private static void chooses(FigureKind kind) {
        Combo kinds = Widgets.first(
                        shell(),
                        Combo.class,
                        combo -> combo.isVisible() && combo.getItem(0).startsWith("Tokens"))
                .orElseThrow();
        for (int k = 0; k < kinds.getItemCount(); k++) {
            if (kinds.getItem(k).toLowerCase(Locale.ROOT).startsWith(kind.text())) {
                kinds.select(k);
            }
        }
        kinds.notifyListeners(SWT.Selection, new Event());
    }

    private static boolean sees(Predicate<Label> words) {
        return Widgets.first(shell(), Label.class, label -> label.isVisible() && words.test(label))
                .isPresent();
    }

    private static boolean seesFigure() {
        return Widgets.first(shell(), FigureView.class, FigureView::isVisible).isPresent();
    }

    private static FigureView view() {
        return Widgets.first(shell(), FigureView.class, FigureView::isVisible).orElseThrow();
    }

    /** Frame, ticks, numbers and labels stand around the area of each panel, and none is empty. */
    private static void looksAt(FigureView view, String name) {
        Person.waitFor(name + " is drawn", () -> view.views().stream().allMatch(PanelView::isSettled));
        Palette palette = view.views().getFirst().palette();
        for (PanelView panel : view.views()) {
            Rectangle area = panel.area();
            assertTrue(area.width > 60 && area.height > 60, name + " has room: " + area);
            Point corner = view.toControl(panel.surface().toDisplay(area.x, area.y));
            Rectangle below = new Rectangle(corner.x, corner.y + area.height + 2, area.width, 40);
            Person.waitFor(
                    name + " has numbers or words below",
                    () -> Screenshot.count(view, below, palette.foreground()) > 20);
            Rectangle inside = new Rectangle(corner.x, corner.y, area.width, area.height);
            Person.waitFor(
                    name + " is not empty",
                    () -> Screenshot.count(view, inside, palette.background()) < area.width * area.height - 100);
        }
        Rectangle whole = new Rectangle(0, 0, view.getSize().x, view.getSize().y);
        Person.waitFor(
                name + " is on its ground",
                () -> Screenshot.count(view, whole, palette.background()) > whole.width * whole.height / 20);
        Person.waitFor(name + " has words", () -> Screenshot.count(view, whole, palette.foreground()) > 200);
        Screenshot.take(name);
    }

    @Test
    void each_kind_is_drawn_or_says_why_it_cannot_be() {
        for (FigureKind kind : FigureKind.ofOneRun()) {
            chooses(kind);
            boolean cannotBe = kind == FigureKind.DECAY; // hardmax is no oracle that minimises
            Person.waitFor(
                    kind + " is drawn, or it is said why not",
                    () -> cannotBe ? sees(label -> label.getText().contains("cannot be made")) : seesFigure());
            if (!cannotBe) {
                Person.waitFor(
                        "the caption of " + kind + " names the rule",
                        () -> sees(label -> label.getText().contains("localmax")));
                FigureView view = view();
                looksAt(view, "figure-" + kind.text());
                boolean isGrey = kind == FigureKind.GAPS; // nothing is said of limits while tokens move
                Person.waitFor(kind + " has colours", () -> isGrey == (Screenshot.coloured(view) <= 50));
                Color ground = view.getBackground();
                Color letters = view.getForeground();
                view.setBackground(new Color(30, 31, 34));
                view.setForeground(new Color(230, 230, 230));
                assertTrue(view.views().getFirst().palette().isDark());
                looksAt(view, "figure-" + kind.text() + "-dark");
                view.setBackground(ground);
                view.setForeground(letters);
            }
        }
    }

    @Test
    void the_figure_that_is_shown_is_exported() throws CoreException {
        chooses(FigureKind.NEIGHBOURS);
        Person.waitFor("the figure is drawn", FiguresPageTest::seesFigure);
        Person.commandsAndAnswers("org.localmax.ui.run.export", "Export Figure", dialog -> {
            assertEquals(
                    "Figure", Widgets.labelled(dialog, "Figure:", Combo.class).getText());
            Widgets.labelled(dialog, "Name in figures:", Text.class).setText("neighbours");
            Widgets.push(dialog, "Export");
        });
        IFile file = study.project().project().getFile("figures/neighbours.svg");
        Person.waitFor("the figure appears", file::exists);
        String svg = Study.content(file);
        assertTrue(svg.contains("|C") && svg.contains("localmax"), "axis and caption are those of the figure");
    }
}
