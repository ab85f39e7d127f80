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

/** Check boxes for the observables; none chosen means all, and then all are checked. */
final class ObservablesField implements Field {

    private final ExperimentDocument document;
    private final Composite box;
    private final Map<Observable, Button> buttons = new LinkedHashMap<>();

    ObservablesField(Composite parent, ExperimentDocument document, FormToolkit toolkit) {
        this.document = document;
        box = toolkit.createComposite(parent);
        GridLayout layout = new GridLayout(4, true);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        box.setLayout(layout);
        for (Observable observable : Observable.values()) {
            Button button = toolkit.createButton(box, label(observable), SWT.CHECK);
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
        };
    }

    private void chosen() {
        List<Observable> chosen = new ArrayList<>();
        buttons.forEach((observable, button) -> {
            if (button.getSelection()) {
                chosen.add(observable);
            }
        });
        boolean all = chosen.size() == buttons.size();
        document.set(
                document.experiment(),
                ExperimentPackage.Literals.EXPERIMENT__OBSERVABLES,
                all ? List.of() : List.copyOf(chosen));
        refresh();
    }

    @Override
    public void refresh() {
        List<Observable> chosen = document.experiment().getObservables();
        buttons.forEach((observable, button) -> button.setSelection(chosen.isEmpty() || chosen.contains(observable)));
    }
}
