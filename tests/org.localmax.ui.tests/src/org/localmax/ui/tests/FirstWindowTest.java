package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Path;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.inspector.InspectorView;
import org.localmax.ui.monitors.MonitorsView;
import org.localmax.ui.run.RunEditor;
import org.localmax.ui.welcome.GalleryCard;
import org.localmax.ui.welcome.WelcomeEditor;

/** What a person sees first. */
class FirstWindowTest {

    private static final String COPY = "Gallery/experiments/hardmax-leaders.localmax";

    @AfterEach
    void delete_the_gallery() throws CoreException {
        Person.closesEverything();
        IProject gallery = ResourcesPlugin.getWorkspace().getRoot().getProject("Gallery");
        if (gallery.exists()) {
            gallery.delete(true, true, null);
        }
    }

    @BeforeEach
    void empty_window() {
        Person.closesEverything();
        Person.page().resetPerspective();
    }

    @Test
    void the_welcome_page_shows_the_gallery_with_pictures() {
        WelcomeEditor welcome = Person.seesEditor(WelcomeEditor.class);
        List<GalleryCard> cards = welcome.cards();
        assertTrue(cards.size() >= 6, "six examples or more, not " + cards.size());
        Person.waitFor("all pictures are drawn", () -> cards.stream().allMatch(GalleryCard::isDrawn));
        Screenshot.take("first-window");
        assertEquals("Localmax Workbench", Person.window().getShell().getText().replaceFirst(".* - ", ""));
    }

    @Test
    void the_views_of_the_perspective_are_there() {
        Person.seesEditor(WelcomeEditor.class);
        for (String id : List.of(ProjectExplorer.VIEW_ID, InspectorView.ID, MonitorsView.ID)) {
            IViewPart view = Person.page().findView(id);
            assertNotNull(view, id);
            assertTrue(Person.page().isPartVisible(view), id + " is visible");
        }
    }

    @Test
    void closing_the_last_editor_brings_the_welcome_page_back() {
        WelcomeEditor welcome = Person.seesEditor(WelcomeEditor.class);
        Person.closes(welcome);
        Person.waitFor(
                "another welcome page",
                () -> Person.page().getActiveEditor() instanceof WelcomeEditor again && again != welcome);
    }

    @Test
    void a_click_on_a_card_copies_the_example_into_a_project_opens_it_and_plays_its_run() throws CoreException {
        WelcomeEditor welcome = Person.seesEditor(WelcomeEditor.class);
        GalleryCard card = card(welcome, "Hardmax leaders");
        Person.clicks(card, 20, 20);
        RunEditor run = Person.seesEditor(RunEditor.class);
        Person.waitFor("the run is shown", run::isShown);
        byte[] early = Screenshot.pixels(run.tokens());
        Person.waitFor("it moves", () -> run.step() > 3);
        assertFalse(Arrays.equals(early, Screenshot.pixels(run.tokens())), "other tokens are seen");
        Screenshot.take("gallery-example");
        IFile copy = ResourcesPlugin.getWorkspace().getRoot().getFile(new Path(COPY));
        assertTrue(copy.exists());
        assertTrue(Person.page().findEditor(new FileEditorInput(copy)) instanceof ExperimentEditor, "it is open, too");
        CommonNavigator explorer = (CommonNavigator) Person.page().findView(ProjectExplorer.VIEW_ID);
        Person.waitFor(
                "the project is listed",
                () -> explorer.getCommonViewer().getTree().getItemCount() > 0
                        && "Gallery"
                                .equals(explorer.getCommonViewer()
                                        .getTree()
                                        .getItem(0)
                                        .getText()));
        Person.waitFor("it ends at the last step", () -> run.step() == 30);
    }

    @Test
    void another_click_on_a_card_plays_the_run_that_is_there() throws CoreException {
        Person.clicks(card(Person.seesEditor(WelcomeEditor.class), "Hardmax leaders"), 20, 20);
        Person.seesEditor(RunEditor.class);
        Person.closesEverything();
        Person.clicks(card(Person.seesEditor(WelcomeEditor.class), "Hardmax leaders"), 20, 20);
        RunEditor again = Person.seesEditor(RunEditor.class);
        assertEquals("hardmax-leaders-1", again.getTitle());
        Person.waitFor("it moves", () -> again.isShown() && again.step() > 3);
    }

    @Test
    void a_card_of_several_rules_plays_the_first_of_them() {
        Person.clicks(card(Person.seesEditor(WelcomeEditor.class), "Three rules"), 20, 20);
        RunEditor run = Person.seesEditor(RunEditor.class);
        assertEquals("softmax \u2013 three-rules-1", run.getTitle());
        Person.waitFor("it moves", () -> run.isShown() && run.step() > 3);
        Screenshot.take("gallery-three-rules");
    }

    private static GalleryCard card(WelcomeEditor welcome, String title) {
        Person.waitFor(
                "the cards have their places", () -> welcome.cards().stream().allMatch(card -> card.getSize().y > 20));
        return welcome.cards().stream()
                .filter(card -> card.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
