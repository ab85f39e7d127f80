package org.localmax.ui.editor;

import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.model.Axis;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.RangeAxis;
import org.localmax.model.Rule;
import org.localmax.model.Sweep;

/** Parameters that vary: which, over what, and how often. Without any the page says what a sweep is for. */
final class SweepPage extends ExperimentPage {

    static final String ID = "sweep";

    private Composite whole;
    private FormToolkit toolkit;
    private Optional<Sweep> shown = Optional.empty();
    private Optional<Label> count = Optional.empty();
    private Optional<ElementList> list = Optional.empty();

    SweepPage(ExperimentEditor editor) {
        super(editor, ID, Texts.sweep);
    }

    @Override
    void createFields(Composite body, FormToolkit formToolkit) {
        whole = body;
        toolkit = formToolkit;
        stack(body);
        build();
    }

    private Optional<Sweep> present() {
        return Optional.ofNullable(document().experiment().getSweep());
    }

    private void build() {
        shown = present();
        clearFields();
        for (Control control : whole.getChildren()) {
            control.dispose();
        }
        count = Optional.empty();
        list = Optional.empty();
        shown.ifPresentOrElse(this::showSweep, this::showNone);
        whole.layout(true, true);
    }

    private void showNone() {
        Composite group = section(whole, toolkit, Texts.noSweep, 1);
        wrapped(group, Texts.noSweepHint);
        Button begin = toolkit.createButton(group, Texts.beginSweep, SWT.PUSH);
        begin.addListener(
                SWT.Selection,
                event -> document().set(document().experiment(), Literals.EXPERIMENT__SWEEP, firstSweep()));
    }

    private Label wrapped(Composite group, String text) {
        Label label = toolkit.createLabel(group, text, SWT.WRAP);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, ((GridLayout) group.getLayout()).numColumns, 1);
        data.widthHint = 200; // it grows with the page
        label.setLayoutData(data);
        return label;
    }

    /** A sweep that can be run as it is: over the strip of the first rule that has one, or else over the step size. */
    private Sweep firstSweep() {
        Sweep sweep = ExperimentFactory.eINSTANCE.createSweep();
        RangeAxis axis = ExperimentFactory.eINSTANCE.createRangeAxis();
        Optional<Rule> strip = document().experiment().getRules().stream()
                .filter(rule -> rule.eClass().getEStructuralFeature("delta") != null)
                .findFirst();
        axis.setName(strip.isPresent() ? "delta" : stepSize());
        axis.setParameter(strip.map(rule -> rule.getName() + ".delta").orElseGet(this::stepSize));
        axis.setFrom(0.1);
        axis.setTo(1);
        sweep.getAxes().add(axis);
        sweep.setReplicates(3);
        return sweep;
    }

    private String stepSize() {
        return document().experiment().getGamma() != null ? "gamma" : "alpha";
    }

    private void showSweep(Sweep sweep) {
        Composite axes = section(whole, toolkit, Texts.axes, 2);
        ElementList axisList = add(new ElementList(
                axes,
                toolkit,
                document(),
                new ElementList.Content(
                        Texts.axes,
                        sweep,
                        Literals.SWEEP__AXES,
                        ElementKind.AXES,
                        axis -> line((Axis) axis),
                        Texts.addAxis,
                        Texts.removeAxis)));
        list = Optional.of(axisList);
        axisList.onSelection(axis -> selects());
        Composite points = section(whole, toolkit, Texts.pointsAndSeeds, 3);
        count = Optional.of(wrapped(points, ""));
        fields(
                points,
                sweep,
                Literals.SWEEP__DESIGN,
                Literals.SWEEP__POINTS,
                Literals.SWEEP__REPLICATES,
                Literals.SWEEP__SEED,
                Literals.SWEEP__SAME_SEEDS,
                Literals.SWEEP__CONDITION);
        fields(
                section(whole, toolkit, Texts.runsOfSweep, 3),
                sweep,
                Literals.SWEEP__SECONDS_PER_RUN,
                Literals.SWEEP__TRAJECTORIES);
        Composite finer = section(whole, toolkit, Texts.finerCells, 3);
        wrapped(finer, Texts.finerCellsHint);
        fields(finer, sweep, Literals.SWEEP__REFINEMENTS, Literals.SWEEP__REFINE, Literals.SWEEP__REFINE_ABOVE);
        Button none = toolkit.createButton(whole, Texts.removeSweep, SWT.PUSH);
        none.setToolTipText(Texts.removeSweepHint);
        none.addListener(
                SWT.Selection, event -> document().set(document().experiment(), Literals.EXPERIMENT__SWEEP, null));
        sayCount();
    }

    private static String line(Axis axis) {
        String parameter = axis.getParameter() == null || axis.getParameter().equals(axis.getName())
                ? ""
                : "  \u2013  " + axis.getParameter();
        return axis.getName() + parameter;
    }

    private void fields(Composite group, Sweep sweep, EAttribute... attributes) {
        ElementForm form = add(new ElementForm(group, toolkit, document()));
        for (EAttribute attribute : attributes) {
            form.add(sweep, attribute);
        }
    }

    @Override
    void refresh() {
        if (isCreated() && !shown.equals(present())) {
            build();
            getManagedForm().reflow(true);
        }
        super.refresh();
    }

    @Override
    void show(ExperimentPreview found) {
        super.show(found);
        if (isCreated()) {
            sayCount();
        }
    }

    @Override
    EObject selected() {
        return list.flatMap(ElementList::selected)
                .or(() -> present().map(EObject.class::cast))
                .orElseGet(super::selected);
    }

    /** So that nobody starts a million runs without knowing. */
    private void sayCount() {
        count.filter(label -> !label.isDisposed()).ifPresent(label -> {
            label.setText(preview().runs());
            label.requestLayout();
        });
    }
}
