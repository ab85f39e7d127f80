package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.experiments.figures.FigureKind;
import org.localmax.ui.plots.FigureView;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.run.RunEditor;

/** Every kind of figure of a run, looked at in the window. */
class FiguresPageTest {

    private Study study;

    @BeforeEach
    void run_an_experiment_and_turn_to_its_figures() throws CoreException {
        Person.closesEverything();
        study = Study.create("Figure study");
        runs(study.small("leaders"));
    }

    /** Runs an experiment and turns to the figures of the run. */
    private static void runs(IFile experiment) throws CoreException {
        Study.runs(experiment);
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
                FigureLook.inBothThemes(view, "figure-" + kind.text());
                boolean isGrey = kind == FigureKind.GAPS; // nothing is said of limits while tokens move
                Person.waitFor(kind + " has colours", () -> isGrey == (Screenshot.coloured(view) <= 50));
            }
        }
    }

    @Test
    void energies_are_drawn_beside_their_bound() throws CoreException {
        Person.closesEverything();
        runs(study.bounded("bounded"));
        chooses(FigureKind.DECAY);
        Person.waitFor("the figure is drawn", FiguresPageTest::seesFigure);
        FigureLook.inBothThemes(view(), "figure-decay");
    }

    @Test
    void the_figure_of_the_tokens_is_linked_with_the_token_view() {
        TokenCanvas tokens = ((RunEditor) Person.page().getActiveEditor()).tokens();
        chooses(FigureKind.TOKENS);
        Person.waitFor(
                "the tokens are drawn",
                () -> seesFigure() && view().views().getFirst() instanceof TokenCanvas canvas && canvas.isSettled());
        TokenCanvas figure = (TokenCanvas) view().views().getFirst();
        Person.lookFor(200);
        Point at = figure.locationOf(5);
        Person.points(figure, SWT.MouseMove, at.x, at.y);
        assertEquals(5, tokens.hoveredToken(), "the token is known in all views");
        Person.points(figure, SWT.MouseExit, 0, 0);
        tokens.hover(11);
        assertEquals(11, figure.hoveredToken());
        Person.clicks(figure, at.x, at.y);
        assertEquals(List.of(5), tokens.selectedTokens());
        Person.waitFor(
                "its strip is drawn in the figure, too",
                () -> seesFigure()
                        && view().views().getFirst() instanceof TokenCanvas now
                        && now.panel().orElseThrow().marks().stream()
                                .anyMatch(mark -> mark.label().equals("strip of token 5")));
        Screenshot.take("figure-linked");
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
