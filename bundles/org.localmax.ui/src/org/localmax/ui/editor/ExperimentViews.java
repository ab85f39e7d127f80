package org.localmax.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.localmax.ui.parts.PartSelection;

/** The views that go with an experiment editor: the outline, the properties of what is selected, and the selection itself. */
final class ExperimentViews {

    private final ExperimentEditor editor;
    private final UndoRedo undoRedo;
    private final Consumer<EObject> reveal;
    private final PartSelection selection = new PartSelection();
    private Optional<ExperimentOutline> outline = Optional.empty();
    private Optional<PropertiesPage> properties = Optional.empty();

    /** @param reveal shows an element in the editor */
    ExperimentViews(ExperimentEditor editor, UndoRedo undoRedo, Consumer<EObject> reveal) {
        this.editor = editor;
        this.undoRedo = undoRedo;
        this.reveal = reveal;
        editor.getSite().setSelectionProvider(selection);
    }

    /** The page of a view of this kind, if there is one. */
    Optional<Object> page(Class<?> wanted) {
        if (wanted == IContentOutlinePage.class) {
            outline = Optional.of(
                    new ExperimentOutline(() -> editor.opened().map(ExperimentDocument::experiment), reveal, undoRedo));
            return outline.map(Object.class::cast);
        }
        if (wanted == IPropertySheetPage.class) {
            properties = Optional.of(new PropertiesPage(editor::opened, undoRedo));
            return properties.map(Object.class::cast);
        }
        return Optional.empty();
    }

    /** An element is selected in the editor. */
    void select(EObject element) {
        selection.select(List.of(element));
    }

    /**
     * Shows what the model holds now.
     *
     * @param selected what is selected in the editor
     */
    void refresh(EObject selected) {
        outline.ifPresent(ExperimentOutline::refresh);
        select(selected);
        properties.ifPresent(page -> page.refresh(editor, selected));
    }
}
