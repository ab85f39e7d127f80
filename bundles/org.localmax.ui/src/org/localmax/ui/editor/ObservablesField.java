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
        GridLayout layout = new GridLayout(3, true);
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
            case HULL -> "hull";
            case NORM -> "largest norm";
            case CLUSTERS -> "clusters";
            case NEIGHBOURS -> "neighbours";
            case MARGIN -> "smallest margin";
            case AMBIGUOUS -> "ambiguous decisions";
            case RESIDUAL -> "residual";
            case VOLUME -> "volume of the hull";
            case BOUNDARY -> "perimeter or surface";
            case WIDTH -> "least width";
            case VERTICES -> "vertices of the hull";
            case DIAMETER -> "diameter";
            case RANK -> "effective rank";
            case REVERSALS -> "reversals";
            case ASYMMETRY -> "asymmetry";
            case SYMMETRIC_PART -> "asymmetry, symmetric part";
        };
    }

    /** What one may want to know before choosing it. */
    private static String hint(Observable observable) {
        return switch (observable) {
            case VOLUME, BOUNDARY -> "Of the convex hull, in dimension 3 at most";
            case VERTICES -> "Of the convex hull; in dimension 4 and more of up to 500 tokens";
            case WIDTH -> "The least distance of two parallel planes that enclose the tokens, in dimension 3 at most";
            case RANK -> "exp of the entropy of the singular values; 1 when all tokens are multiples of one";
            case REVERSALS -> "How many tokens turn back, by more than a right angle";
            case ASYMMETRY ->
                "Who attends to whom: reciprocity, strongly connected components and those that no edge leaves; up to 10,000 tokens";
            case SYMMETRIC_PART -> "The same with the symmetric part of A in the place of A; up to 10,000 tokens";
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
