package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.localmax.model.Axis;
import org.localmax.model.Experiment;
import org.localmax.model.FormulaObservable;
import org.localmax.model.Interaction;
import org.localmax.model.Rule;
import org.localmax.model.Sweep;
import org.localmax.model.TokenSource;

/** The structure of an experiment in the Outline view: tokens, interaction, rules, observables by formulas and the axes of the sweep; a click goes there. */
final class ExperimentOutline extends ContentOutlinePage {

    private final Supplier<Optional<Experiment>> experiment;
    private final Consumer<EObject> goTo;
    private final UndoRedo undoRedo;

    /**
     * @param experiment what is in the editor now, if it can be read
     * @param goTo shows an element in the editor
     */
    ExperimentOutline(Supplier<Optional<Experiment>> experiment, Consumer<EObject> goTo, UndoRedo undoRedo) {
        this.experiment = experiment;
        this.goTo = goTo;
        this.undoRedo = undoRedo;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer tree = getTreeViewer();
        tree.setContentProvider(new Structure());
        tree.setLabelProvider(LabelProvider.createTextProvider(element -> label((EObject) element)));
        tree.setAutoExpandLevel(TreeViewer.ALL_LEVELS);
        refresh();
    }

    @Override
    public void setActionBars(IActionBars bars) {
        super.setActionBars(bars);
        undoRedo.offerIn(bars);
    }

    /** Shows what the model holds now. */
    void refresh() {
        if (getControl() != null && !getControl().isDisposed()) {
            Object present = experiment.get().<Object>map(each -> each).orElse(null);
            if (getTreeViewer().getInput() != present) {
                getTreeViewer().setInput(present);
            }
            getTreeViewer().refresh();
            getTreeViewer().expandAll();
        }
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (event.getStructuredSelection().getFirstElement() instanceof EObject element) {
            goTo.accept(element);
        }
    }

    private static String label(EObject element) {
        return switch (element) {
            case TokenSource tokens ->
                Texts.name(
                        Texts.outlineTokens,
                        ElementKind.of(tokens, ElementKind.TOKENS).label());
            case Interaction interaction ->
                Texts.name(
                        Texts.outlineInteraction,
                        ElementKind.of(interaction, ElementKind.INTERACTIONS).label());
            case Rule rule -> RulesPage.line(rule);
            case FormulaObservable observable ->
                Texts.name(
                        Texts.outlineObservable,
                        shown(observable.getName()),
                        observable.getAggregate().getLiteral(),
                        shown(observable.getFormula()));
            case Sweep _ -> Texts.sweep;
            case Axis axis ->
                Texts.name(
                        Texts.axisLine,
                        shown(axis.getName()),
                        ElementKind.of(axis, ElementKind.AXES).label());
            default -> element.eClass().getName();
        };
    }

    private static String shown(String name) {
        return name == null ? "" : name;
    }

    /** The elements below an element. */
    private static final class Structure implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return getChildren(input);
        }

        @Override
        public Object[] getChildren(Object parent) {
            return switch (parent) {
                case Experiment experiment -> parts(experiment).toArray();
                case Sweep sweep -> sweep.getAxes().toArray();
                default -> new Object[0];
            };
        }

        private static List<EObject> parts(Experiment experiment) {
            List<EObject> parts = new ArrayList<>();
            for (EObject one : new EObject[] {experiment.getTokens(), experiment.getInteraction()}) {
                if (one != null) {
                    parts.add(one);
                }
            }
            parts.addAll(experiment.getRules());
            parts.addAll(experiment.getFormulas());
            if (experiment.getSweep() != null) {
                parts.add(experiment.getSweep());
            }
            return parts;
        }

        @Override
        public Object getParent(Object element) {
            return ((EObject) element).eContainer();
        }

        @Override
        public boolean hasChildren(Object element) {
            return getChildren(element).length > 0;
        }
    }
}
