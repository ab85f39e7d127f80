package org.localmax.ui.editor;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;

/** The view of properties for an experiment: the attributes of the element that is selected in the editor or in the outline. */
final class PropertiesPage extends PropertySheetPage {

    private final Supplier<Optional<ExperimentDocument>> document;
    private final UndoRedo undoRedo;
    private Optional<EObject> shown = Optional.empty();

    /** @param document what is in the editor now, if it can be read */
    PropertiesPage(Supplier<Optional<ExperimentDocument>> document, UndoRedo undoRedo) {
        this.document = document;
        this.undoRedo = undoRedo;
        setPropertySourceProvider(object -> object instanceof EObject element && isPresent(element)
                ? new ElementProperties(document.get().orElseThrow(), element)
                : null);
        setSorter(new FormOrder());
    }

    private boolean isPresent(EObject element) {
        return document.get()
                .filter(opened -> EcoreUtil.isAncestor(opened.experiment(), element))
                .isPresent();
    }

    @Override
    public void setActionBars(IActionBars bars) {
        super.setActionBars(bars);
        undoRedo.offerIn(bars);
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        shown = selection instanceof IStructuredSelection elements
                        && elements.getFirstElement() instanceof EObject element
                ? Optional.of(element)
                : Optional.empty();
        super.selectionChanged(part, selection);
    }

    /** Shows what the model holds now; if the element is gone, another one in its place. */
    void refresh(ExperimentEditor editor, EObject instead) {
        if (getControl() == null || getControl().isDisposed()) {
            return;
        }
        if (shown.filter(this::isPresent).isPresent()) {
            refresh();
        } else {
            selectionChanged(editor, new StructuredSelection(instead));
        }
    }

    /** As the fields of the form come one after the other. */
    private static final class FormOrder extends PropertySheetSorter {
        @Override
        public int compare(IPropertySheetEntry one, IPropertySheetEntry other) {
            return 0;
        }

        @Override
        public int compareCategories(String one, String other) {
            return 0;
        }
    }
}
