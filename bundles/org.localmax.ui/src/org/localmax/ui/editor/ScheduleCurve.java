package org.localmax.ui.editor;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.localmax.experiments.Formula;
import org.localmax.ui.plots.PanelView;
import org.localmax.ui.plots.StandardRenderer;
import org.localmax.ui.plots.StepSeries;

/** The parameters of a rule that may change with t, as curves over the steps of the run. */
final class ScheduleCurve {

    /** A curve has no more points than that. */
    private static final int MOST_POINTS = 500;

    private static final int HEIGHT = 190;

    private final ExperimentDocument document;
    private final Composite area;
    private final Label heading;
    private final PanelView curve;

    ScheduleCurve(Composite parent, ExperimentDocument document) {
        this.document = document;
        area = new Composite(parent, 0);
        area.setBackground(parent.getBackground());
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        area.setLayout(layout);
        heading = new Label(area, 0);
        heading.setBackground(parent.getBackground());
        heading.setLayoutData(new GridData(GridData.FILL_HORIZONTAL));
        curve = StandardRenderer.CHART.create(area);
        GridData data = new GridData(GridData.FILL_BOTH);
        data.heightHint = HEIGHT;
        data.widthHint = 200; // it grows with the page
        curve.control().setLayoutData(data);
        curve.control().setBackground(parent.getBackground());
        curve.control().setForeground(parent.getForeground());
        curve.setEmptyText(Texts.noSchedule);
    }

    Composite control() {
        return area;
    }

    /** Shows the schedule of a rule: the first that changes, or else the first. */
    void show(Optional<EObject> rule) {
        List<EAttribute> schedules = rule.stream()
                .flatMap(each -> each.eClass().getEAllAttributes().stream())
                .filter(ScheduleKind::isOf)
                .toList();
        Optional<EAttribute> shown = schedules.stream()
                .filter(attribute -> formula(rule.orElseThrow(), attribute)
                        .filter(found -> !found.isConstant())
                        .isPresent())
                .findFirst()
                .or(() -> schedules.stream().findFirst());
        Optional<StepSeries> series = shown.flatMap(attribute ->
                formula(rule.orElseThrow(), attribute).map(formula -> series(attribute.getName(), formula)));
        heading.setText(series.map(found -> Texts.name(
                        Texts.schedule, found.label(), document.experiment().getSteps()))
                .orElse(schedules.isEmpty() ? "" : Texts.notAFormula));
        curve.show(series.orElseGet(() -> new StepSeries("", "", new double[0], new double[0], false))
                .panel(0, false));
    }

    private static Optional<Formula> formula(EObject rule, EAttribute attribute) {
        try {
            return Optional.ofNullable((String) rule.eGet(attribute)).map(Formula::parse);
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // the field says what is wrong
        }
    }

    private StepSeries series(String name, Formula formula) {
        int last = Math.max(1, document.experiment().getSteps());
        int stride = (last + MOST_POINTS - 1) / MOST_POINTS;
        double[] steps = new double[last / stride + 1];
        double[] values = new double[steps.length];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = (double) k * stride;
            values[k] = formula.at((long) k * stride);
        }
        return new StepSeries(name, name, steps, values, false);
    }
}
