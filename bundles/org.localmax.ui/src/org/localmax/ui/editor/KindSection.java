package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.localmax.model.Experiment;
import org.localmax.ui.parts.AccessibleName;

/** A choice among kinds for one part of the experiment, and below it the fields of the chosen kind. */
final class KindSection implements Field {

    private final ExperimentDocument document;
    private final EReference reference;
    private final List<ElementKind> kinds;
    private final Optional<String> none;
    private final FormToolkit toolkit;
    private final Combo choice;
    private final Label hint;
    private final Composite details;
    private ElementForm form;
    private Optional<EObject> shown = Optional.empty();

    /** @param none what it is called when there is no element, if that is a choice */
    KindSection(
            Composite parent,
            FormToolkit toolkit,
            ExperimentDocument document,
            EReference reference,
            List<ElementKind> kinds,
            Optional<String> none) {
        this.document = document;
        this.reference = reference;
        this.kinds = kinds;
        this.none = none;
        this.toolkit = toolkit;
        choice = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        AccessibleName.give(
                choice, parent.getParent() instanceof Section section ? section.getText() : reference.getName());
        List<String> labels = new ArrayList<>();
        none.ifPresent(labels::add);
        kinds.forEach(kind -> labels.add(kind.label()));
        choice.setItems(labels.toArray(String[]::new));
        choice.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        choice.addListener(SWT.Selection, event -> chosen());
        hint = toolkit.createLabel(parent, "", SWT.WRAP);
        GridData wrapped = new GridData(SWT.FILL, SWT.TOP, true, false);
        wrapped.widthHint = 200;
        hint.setLayoutData(wrapped);
        details = toolkit.createComposite(parent);
        details.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.verticalSpacing = 8;
        details.setLayout(layout);
        form = new ElementForm(details, toolkit, document);
        rebuild();
    }

    private Optional<EObject> present() {
        return Optional.ofNullable((EObject) document.experiment().eGet(reference));
    }

    private void chosen() {
        int index = choice.getSelectionIndex() - (none.isPresent() ? 1 : 0);
        Experiment experiment = document.experiment();
        if (index < 0) {
            document.set(experiment, reference, null);
            return;
        }
        ElementKind kind = kinds.get(index);
        if (present().map(EObject::eClass).filter(type -> type == kind.type()).isEmpty()) {
            document.set(experiment, reference, present().map(kind::createLike).orElseGet(kind::create));
        }
    }

    private void rebuild() {
        shown = present();
        for (Control control : details.getChildren()) {
            control.dispose();
        }
        form = new ElementForm(details, toolkit, document);
        shown.ifPresentOrElse(
                element -> {
                    ElementKind kind = ElementKind.of(element, kinds);
                    choice.select(choice.indexOf(kind.label()));
                    hint.setText(kind.hint());
                    form.add(element);
                },
                () -> {
                    none.ifPresent(label -> choice.select(choice.indexOf(label)));
                    hint.setText("");
                });
        details.requestLayout();
        for (Composite parent = details; parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrolledForm scrolled) {
                scrolled.getBody().layout(true, true);
                scrolled.reflow(true);
                return;
            }
        }
    }

    @Override
    public void refresh() {
        if (!shown.equals(present())) {
            rebuild();
        }
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
