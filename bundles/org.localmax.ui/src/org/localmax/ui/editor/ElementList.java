package org.localmax.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.ui.parts.AccessibleName;

/** A list of elements with buttons to add and remove, and beside it the fields of the selected one. */
final class ElementList implements Field {

    /**
     * What a list shows.
     *
     * @param title what the elements are called
     * @param owner what they belong to
     * @param reference how they belong to it
     * @param kinds those that can be added
     * @param label an element in a line
     * @param addHint what the button to add says
     * @param removeHint what the button to remove says
     */
    record Content(
            String title,
            EObject owner,
            EReference reference,
            List<ElementKind> kinds,
            Function<EObject, String> label,
            String addHint,
            String removeHint) {

        @SuppressWarnings("unchecked")
        List<EObject> elements() {
            return (List<EObject>) owner.eGet(reference);
        }
    }

    private static final int LIST_WIDTH = 250;

    private final ExperimentDocument document;
    private final FormToolkit toolkit;
    private final Content content;
    private final TableViewer list;
    private final Composite details;
    private Optional<EObject> shown = Optional.empty();
    private ElementForm form;
    private Button remove;
    private Consumer<Optional<EObject>> listener = element -> {};

    ElementList(Composite parent, FormToolkit toolkit, ExperimentDocument document, Content content) {
        this.document = document;
        this.toolkit = toolkit;
        this.content = content;
        Composite left = toolkit.createComposite(parent);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = LIST_WIDTH; // it grows with the page
        left.setLayoutData(data);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        left.setLayout(layout);
        list = new TableViewer(left, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION);
        AccessibleName.give(list.getTable(), content.title);
        GridData tall = new GridData(SWT.FILL, SWT.FILL, true, true);
        tall.heightHint = 180;
        list.getTable().setLayoutData(tall);
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(new Lines());
        ColumnViewerToolTipSupport.enableFor(list);
        list.addSelectionChangedListener(event -> select());
        buttons(left);
        details = toolkit.createComposite(parent);
        details.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout grid = new GridLayout(3, false);
        grid.marginHeight = 0;
        grid.marginLeft = 12;
        grid.verticalSpacing = 8;
        details.setLayout(grid);
        form = new ElementForm(details, toolkit, document);
        refresh();
    }

    private void buttons(Composite left) {
        Composite row = toolkit.createComposite(left);
        GridLayout layout = new GridLayout(2, true);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        row.setLayout(layout);
        Button add = toolkit.createButton(row, Texts.add, SWT.PUSH);
        add.setToolTipText(content.addHint);
        add.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Menu menu = new Menu(add);
        add.setMenu(menu);
        for (ElementKind kind : content.kinds) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(kind.label());
            item.addListener(SWT.Selection, event -> addElement(kind));
        }
        add.addListener(SWT.Selection, event -> {
            menu.setLocation(add.toDisplay(0, add.getSize().y));
            menu.setVisible(true);
        });
        remove = toolkit.createButton(row, Texts.remove, SWT.PUSH);
        remove.setToolTipText(content.removeHint);
        remove.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        remove.addListener(SWT.Selection, event -> removeElement());
    }

    /** Is told of the selected element, and again when it has changed. */
    void onSelection(Consumer<Optional<EObject>> told) {
        listener = told;
        listener.accept(shown);
    }

    private void addElement(ElementKind kind) {
        EObject element = kind.create();
        element.eSet(element.eClass().getEStructuralFeature("name"), freeName(kind.name()));
        document.execute(
                NLS.bind(Texts.addElement, kind.label()),
                AddCommand.create(document.domain(), content.owner, content.reference, element));
        refresh();
        list.setSelection(new StructuredSelection(element), true);
    }

    private String freeName(String base) {
        Set<String> taken = content.elements().stream().map(ElementList::name).collect(Collectors.toSet());
        String name = base;
        for (int number = 2; taken.contains(name); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    private static String name(EObject element) {
        return String.valueOf(element.eGet(element.eClass().getEStructuralFeature("name")));
    }

    private void removeElement() {
        shown.ifPresent(element -> document.execute(
                NLS.bind(Texts.removeElement, name(element)),
                RemoveCommand.create(document.domain(), content.owner, content.reference, element)));
        refresh();
    }

    private void select() {
        Optional<EObject> selected =
                Optional.ofNullable((EObject) list.getStructuredSelection().getFirstElement());
        if (selected.equals(shown)) {
            return;
        }
        form.flush();
        shown = selected;
        remove.setEnabled(shown.isPresent());
        for (Control control : details.getChildren()) {
            control.dispose();
        }
        form = new ElementForm(details, toolkit, document);
        shown.ifPresent(element -> {
            ElementKind kind = ElementKind.of(element, content.kinds);
            Label hint = toolkit.createLabel(details, Texts.name(Texts.kindLine, kind.label(), kind.hint()), SWT.WRAP);
            ElementForm.spread(hint, 3, false);
            form.add(element);
        });
        details.layout(true, true);
        listener.accept(shown);
    }

    /** The selected element, if there is any. */
    Optional<EObject> selected() {
        return shown;
    }

    @Override
    public void reveal(EObject element) {
        if (!list.getTable().isDisposed() && content.elements().contains(element)) {
            list.setSelection(new StructuredSelection(element), true);
        }
    }

    @Override
    public void refresh() {
        if (list.getTable().isDisposed()) {
            return;
        }
        Optional<EObject> before = shown;
        List<EObject> elements = content.elements();
        list.setInput(elements.toArray());
        boolean gone = shown.filter(elements::contains).isEmpty();
        if (gone && !elements.isEmpty()) {
            list.setSelection(new StructuredSelection(elements.getFirst()));
        } else {
            shown.ifPresent(element -> list.setSelection(new StructuredSelection(element)));
        }
        select();
        form.refresh();
        if (shown.equals(before)) {
            listener.accept(shown); // another one has been told of when it was selected
        }
    }

    @Override
    public boolean isPending() {
        return form.isPending();
    }

    @Override
    public void flush() {
        form.flush();
    }

    /** The elements in a line each; a tooltip has the whole of one that is cut off. */
    private final class Lines extends ColumnLabelProvider {
        @Override
        public String getText(Object element) {
            return content.label.apply((EObject) element);
        }

        @Override
        public String getToolTipText(Object element) {
            return getText(element);
        }
    }
}
