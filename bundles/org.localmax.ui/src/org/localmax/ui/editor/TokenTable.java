package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.model.ExperimentPackage;
import org.localmax.model.Token;
import org.localmax.ui.parts.AccessibleName;

/** A table of tokens given one by one; a click edits coordinates, buttons and keys add, remove, copy and paste. */
final class TokenTable implements Field {

    private final ExperimentDocument document;
    private final EObject owner;
    private final EReference reference;
    private final Composite box;
    private final TableViewer table;
    private final Label said;

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
        said = toolkit.createLabel(box, "", SWT.WRAP);
        GridData wrapped = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        wrapped.widthHint = 200;
        said.setLayoutData(wrapped);
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
        table.getTable().addListener(SWT.KeyDown, this::pressed);
        refresh();
    }

    Composite control() {
        return box;
    }

    private TableViewerColumn numberColumn() {
        TableViewerColumn column = new TableViewerColumn(table, SWT.RIGHT);
        column.getColumn().setText(Texts.tokenColumn);
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
        column.getColumn().setText(Texts.coordinatesColumn);
        column.getColumn().setToolTipText(Texts.coordinatesHint);
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
        button(column, toolkit, Texts.tokenAdd, Texts.addHint, this::addToken);
        button(column, toolkit, Texts.tokenRemove, Texts.removeHint, this::removeTokens);
        button(column, toolkit, Texts.copy, Texts.copyHint, this::copy);
        button(column, toolkit, Texts.paste, Texts.pasteHint, this::paste);
    }

    private static void button(Composite parent, FormToolkit toolkit, String text, String hint, Runnable action) {
        Button button = toolkit.createButton(parent, text, SWT.PUSH);
        button.setToolTipText(hint);
        button.addListener(SWT.Selection, event -> action.run());
        button.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    private void pressed(Event event) {
        if (event.keyCode == SWT.DEL) {
            removeTokens();
        } else if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
            copy();
        } else if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'v') {
            paste();
        }
    }

    /** The selected tokens, or all, as a spreadsheet takes them. */
    private void copy() {
        List<?> chosen = table.getStructuredSelection().toList();
        List<String> lines = (chosen.isEmpty() ? tokens() : chosen)
                .stream()
                        .map(token -> Objects.requireNonNullElse(((Token) token).getAt(), "")
                                .strip()
                                .replaceAll("\\s+", "\t"))
                        .toList();
        if (lines.isEmpty()) {
            return;
        }
        Clipboard clipboard = new Clipboard(box.getDisplay());
        clipboard.setContents(
                new Object[] {String.join(System.lineSeparator(), lines)}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
        say(Texts.name(Texts.copied, lines.size()));
    }

    /** What is on the clipboard instead of all tokens. */
    private void paste() {
        Clipboard clipboard = new Clipboard(box.getDisplay());
        Object content = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        try {
            List<Token> pasted = SpreadsheetText.parse(content instanceof String text ? text : "").rows().stream()
                    .map(ElementKind::token)
                    .toList();
            document.set(owner, reference, pasted);
            refresh();
            say(Texts.name(Texts.pasted, pasted.size()));
        } catch (SpreadsheetText.NotTokensException e) {
            say(e.getMessage());
        }
    }

    private void say(String text) {
        said.setText(text);
        box.layout(true, true);
        said.requestLayout();
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
        table.setSelection(new StructuredSelection(token), true);
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
