package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Path;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.inspector.InspectorView;
import org.localmax.ui.monitors.MonitorsView;
import org.localmax.ui.welcome.GalleryCard;
import org.localmax.ui.welcome.WelcomeEditor;

/** What a person sees first. */
class FirstWindowTest {

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
    void a_click_on_a_card_copies_the_example_into_a_project_and_opens_it() throws CoreException {
        WelcomeEditor welcome = Person.seesEditor(WelcomeEditor.class);
        GalleryCard card = welcome.cards().getFirst();
        Person.waitFor("the cards have their places", () -> card.getSize().y > 20);
        Person.clicks(card, 20, 20);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        assertTrue(editor.isReadable());
        IFile copy =
                ResourcesPlugin.getWorkspace().getRoot().getFile(new Path("Gallery/experiments/" + editor.getTitle()));
        assertTrue(copy.exists());
        CommonNavigator explorer = (CommonNavigator) Person.page().findView(ProjectExplorer.VIEW_ID);
        Person.waitFor(
                "the project is listed",
                () -> explorer.getCommonViewer().getTree().getItemCount() > 0
                        && "Gallery"
                                .equals(explorer.getCommonViewer()
                                        .getTree()
                                        .getItem(0)
                                        .getText()));
        Screenshot.take("gallery-example");
        Person.closesEverything();
        copy.getProject().delete(true, true, null);
    }
}
