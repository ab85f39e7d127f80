package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.model.ExperimentPackage;
import org.localmax.model.Observable;

/** Check boxes for the observables; none chosen means the usual ones, and then those are checked. */
final class ObservablesField implements Field {

    private final ExperimentDocument document;
    private final Composite box;
    private final Map<Observable, Button> buttons = new LinkedHashMap<>();

    ObservablesField(Composite parent, ExperimentDocument document, FormToolkit toolkit) {
        this.document = document;
        box = toolkit.createComposite(parent);
        GridLayout layout = new GridLayout(3, false);
        layout.horizontalSpacing = 20;
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        box.setLayout(layout);
        for (Observable observable : Observable.values()) {
            Button button = toolkit.createButton(box, label(observable), SWT.CHECK);
            button.setToolTipText(hint(observable));
            button.addListener(SWT.Selection, event -> chosen());
            buttons.put(observable, button);
        }
        refresh();
    }

    Composite control() {
        return box;
    }

    private static String label(Observable observable) {
        return switch (observable) {
            case HULL -> Texts.observableHull;
            case NORM -> Texts.observableNorm;
            case CLUSTERS -> Texts.observableClusters;
            case NEIGHBOURS -> Texts.observableNeighbours;
            case MARGIN -> Texts.observableMargin;
            case AMBIGUOUS -> Texts.observableAmbiguous;
            case RESIDUAL -> Texts.observableResidual;
            case VOLUME -> Texts.observableVolume;
            case BOUNDARY -> Texts.observableBoundary;
            case WIDTH -> Texts.observableWidth;
            case VERTICES -> Texts.observableVertices;
            case DIAMETER -> Texts.observableDiameter;
            case RANK -> Texts.observableRank;
            case REVERSALS -> Texts.observableReversals;
            case ASYMMETRY -> Texts.observableAsymmetry;
            case SYMMETRIC_PART -> Texts.observableSymmetricPart;
        };
    }

    /** What one may want to know before choosing it. */
    private static String hint(Observable observable) {
        return switch (observable) {
            case VOLUME, BOUNDARY -> Texts.observableHullHint;
            case VERTICES -> Texts.observableVerticesHint;
            case WIDTH -> Texts.observableWidthHint;
            case RANK -> Texts.observableRankHint;
            case REVERSALS -> Texts.observableReversalsHint;
            case ASYMMETRY -> Texts.observableAsymmetryHint;
            case SYMMETRIC_PART -> Texts.observableSymmetricPartHint;
            default -> null;
        };
    }

    private static boolean isUsual(Observable observable) {
        return org.localmax.analysis.Observable.DEFAULTS.contains(
                org.localmax.analysis.Observable.valueOf(observable.getName()));
    }

    private void chosen() {
        List<Observable> chosen = new ArrayList<>();
        buttons.forEach((observable, button) -> {
            if (button.getSelection()) {
                chosen.add(observable);
            }
        });
        List<Observable> usual =
                buttons.keySet().stream().filter(ObservablesField::isUsual).toList();
        document.set(
                document.experiment(),
                ExperimentPackage.Literals.EXPERIMENT__OBSERVABLES,
                chosen.equals(usual) ? List.of() : List.copyOf(chosen));
        refresh();
    }

    @Override
    public void refresh() {
        List<Observable> chosen = document.experiment().getObservables();
        buttons.forEach((observable, button) ->
                button.setSelection(chosen.isEmpty() ? isUsual(observable) : chosen.contains(observable)));
    }
}
