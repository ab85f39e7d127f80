package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.model.ExperimentPackage;
import org.localmax.model.Token;
import org.localmax.ui.parts.AccessibleName;

/** A table of tokens given one by one; a click edits coordinates, buttons add and remove. */
final class TokenTable implements Field {

    private final ExperimentDocument document;
    private final EObject owner;
    private final EReference reference;
    private final Composite box;
    private final TableViewer table;

    TokenTable(
            Composite parent, FormToolkit toolkit, ExperimentDocument document, EObject owner, EReference reference) {
        this.document = document;
        this.owner = owner;
        this.reference = reference;
        box = toolkit.createComposite(parent);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        box.setLayout(layout);
        Composite frame = toolkit.createComposite(box);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = 220;
        frame.setLayoutData(data);
        table = new TableViewer(frame, SWT.BORDER | SWT.MULTI | SWT.FULL_SELECTION | SWT.VIRTUAL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setLinesVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        AccessibleName.give(table.getTable(), Texts.tokens);
        TableColumnLayout columns = new TableColumnLayout();
        frame.setLayout(columns);
        columns.setColumnData(numberColumn().getColumn(), new ColumnWeightData(1, 50));
        columns.setColumnData(coordinatesColumn().getColumn(), new ColumnWeightData(6, 120));
        buttons(toolkit);
        refresh();
    }

    Composite control() {
        return box;
    }

    private TableViewerColumn numberColumn() {
        TableViewerColumn column = new TableViewerColumn(table, SWT.RIGHT);
        column.getColumn().setText("Token");
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return String.valueOf(tokens().indexOf(element));
            }
        });
        return column;
    }

    private TableViewerColumn coordinatesColumn() {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText("Coordinates, separated by blanks");
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Token) element).getAt();
            }
        });
        column.setEditingSupport(new CoordinatesEditing());
        return column;
    }

    private void buttons(FormToolkit toolkit) {
        Composite column = toolkit.createComposite(box);
        column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        GridLayout layout = new GridLayout();
        layout.marginHeight = 0;
        column.setLayout(layout);
        var add = toolkit.createButton(column, "Add", SWT.PUSH);
        add.setToolTipText("Add a token after the last one");
        add.addListener(SWT.Selection, event -> addToken());
        var remove = toolkit.createButton(column, "Remove", SWT.PUSH);
        remove.setToolTipText("Remove the selected tokens");
        remove.addListener(SWT.Selection, event -> removeTokens());
        add.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        remove.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    @SuppressWarnings("unchecked")
    private List<Token> tokens() {
        return (List<Token>) owner.eGet(reference);
    }

    private void addToken() {
        List<Token> tokens = tokens();
        int dimension = tokens.isEmpty() ? 2 : tokens.getLast().getAt().strip().split("\\s+").length;
        Token token = ElementKind.token("0 ".repeat(dimension).strip());
        document.domain().getCommandStack().execute(AddCommand.create(document.domain(), owner, reference, token));
        refresh();
        table.setSelection(new org.eclipse.jface.viewers.StructuredSelection(token), true);
    }

    private void removeTokens() {
        List<?> selected = new ArrayList<>(table.getStructuredSelection().toList());
        if (!selected.isEmpty()) {
            Command remove = RemoveCommand.create(document.domain(), owner, reference, selected);
            document.domain().getCommandStack().execute(remove);
            refresh();
        }
    }

    @Override
    public void refresh() {
        if (!table.getTable().isDisposed()) {
            table.setInput(tokens());
            table.refresh();
        }
    }

    /** Coordinates edited in their cell. */
    private final class CoordinatesEditing extends EditingSupport {

        private final TextCellEditor editor = new TextCellEditor(table.getTable());

        CoordinatesEditing() {
            super(table);
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            return editor;
        }

        @Override
        protected boolean canEdit(Object element) {
            return true;
        }

        @Override
        protected Object getValue(Object element) {
            String at = ((Token) element).getAt();
            return at == null ? "" : at;
        }

        @Override
        protected void setValue(Object element, Object value) {
            document.set((Token) element, ExperimentPackage.Literals.TOKEN__AT, value);
            table.update(element, null);
        }
    }
}
