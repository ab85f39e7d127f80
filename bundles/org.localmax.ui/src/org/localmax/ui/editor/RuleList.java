package org.localmax.ui.editor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
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
import org.localmax.experiments.ExperimentSentence;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.Rule;
import org.localmax.ui.parts.AccessibleName;

/** The list of rules with buttons to add and remove, and beside it the fields of the selected one. */
final class RuleList implements Field {

    private final ExperimentDocument document;
    private final FormToolkit toolkit;
    private final TableViewer list;
    private final Composite details;
    private Optional<Rule> shown = Optional.empty();
    private ElementForm form;
    private Button remove;

    RuleList(Composite parent, FormToolkit toolkit, ExperimentDocument document) {
        this.document = document;
        this.toolkit = toolkit;
        Composite left = toolkit.createComposite(parent);
        GridData data = new GridData(SWT.FILL, SWT.FILL, false, true);
        data.widthHint = 360;
        left.setLayoutData(data);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        left.setLayout(layout);
        list = new TableViewer(left, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION);
        AccessibleName.give(list.getTable(), Texts.rules);
        GridData tall = new GridData(SWT.FILL, SWT.FILL, true, true);
        tall.heightHint = 180;
        list.getTable().setLayoutData(tall);
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(LabelProvider.createTextProvider(
                rule -> ((Rule) rule).getName() + "  \u2013  " + ExperimentSentence.of((Rule) rule)));
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
        Composite column = toolkit.createComposite(left);
        column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        GridLayout layout = new GridLayout();
        layout.marginHeight = 0;
        column.setLayout(layout);
        Button add = toolkit.createButton(column, "Add\u2026", SWT.PUSH);
        add.setToolTipText("Add a rule to compare with");
        add.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Menu menu = new Menu(add);
        for (ElementKind kind : ElementKind.RULES) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(kind.label());
            item.addListener(SWT.Selection, event -> addRule(kind));
        }
        add.addListener(SWT.Selection, event -> {
            menu.setLocation(add.toDisplay(0, add.getSize().y));
            menu.setVisible(true);
        });
        remove = toolkit.createButton(column, "Remove", SWT.PUSH);
        remove.setToolTipText("Remove the selected rule");
        remove.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        remove.addListener(SWT.Selection, event -> removeRule());
    }

    private List<Rule> rules() {
        return document.experiment().getRules();
    }

    private void addRule(ElementKind kind) {
        Rule rule = (Rule) kind.create();
        String base =
                kind.label().toLowerCase(Locale.ROOT).replace('\u2013', '-').replace(' ', '-');
        String name = base;
        for (int number = 2; isTaken(name); number++) {
            name = base + "-" + number;
        }
        rule.setName(name);
        document.domain()
                .getCommandStack()
                .execute(AddCommand.create(document.domain(), document.experiment(), Literals.EXPERIMENT__RULES, rule));
        refresh();
        list.setSelection(new StructuredSelection(rule), true);
    }

    private boolean isTaken(String name) {
        return rules().stream().anyMatch(rule -> name.equals(rule.getName()));
    }

    private void removeRule() {
        shown.ifPresent(rule -> document.domain()
                .getCommandStack()
                .execute(RemoveCommand.create(
                        document.domain(), document.experiment(), Literals.EXPERIMENT__RULES, rule)));
        refresh();
    }

    private void select() {
        Optional<Rule> selected =
                Optional.ofNullable((Rule) list.getStructuredSelection().getFirstElement());
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
        shown.ifPresent(rule -> {
            ElementKind kind = ElementKind.of(rule, ElementKind.RULES);
            Label hint = toolkit.createLabel(details, kind.label() + ". " + kind.hint(), SWT.WRAP);
            ElementForm.spread(hint, 3, false);
            form.add(rule);
        });
        details.layout(true, true);
    }

    @Override
    public void refresh() {
        if (list.getTable().isDisposed()) {
            return;
        }
        list.setInput(rules().toArray());
        boolean gone = shown.filter(rules()::contains).isEmpty();
        if (gone && !rules().isEmpty()) {
            list.setSelection(new StructuredSelection(rules().getFirst()));
        } else {
            shown.ifPresent(rule -> list.setSelection(new StructuredSelection(rule)));
        }
        select();
        form.refresh();
    }

    @Override
    public boolean isPending() {
        return form.isPending();
    }

    @Override
    public void flush() {
        form.flush();
    }
}
