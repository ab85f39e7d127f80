package org.localmax.ui.editor;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.localmax.experiments.ExperimentSentence;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.Rule;

/** The rules of attention, each of which gives a run, and the interaction of the scores. */
final class RulesPage extends ExperimentPage {

    static final String ID = "rules";

    private Optional<ElementList> list = Optional.empty();

    RulesPage(ExperimentEditor editor) {
        super(editor, ID, Texts.rules);
    }

    @Override
    void createFields(Composite body, FormToolkit toolkit) {
        stack(body);
        Composite rules = section(body, toolkit, Texts.rules, 2);
        ElementList shown = add(new ElementList(
                rules,
                toolkit,
                document(),
                new ElementList.Content(
                        Texts.rules,
                        document().experiment(),
                        Literals.EXPERIMENT__RULES,
                        ElementKind.RULES,
                        rule -> line((Rule) rule),
                        Texts.addRule,
                        Texts.removeRule)));
        ScheduleCurve curve = new ScheduleCurve(rules, document());
        curve.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1));
        list = Optional.of(shown);
        shown.onSelection(rule -> {
            curve.show(rule);
            selects();
        });
        Composite scores = section(body, toolkit, Texts.interaction, 1);
        toolkit.createLabel(scores, Texts.interactionHint);
        add(new KindSection(
                scores,
                toolkit,
                document(),
                Literals.EXPERIMENT__INTERACTION,
                ElementKind.INTERACTIONS,
                Optional.of(Texts.identity)));
    }

    /** A rule by its name and what it does, in lists and in the outline. */
    static String line(Rule rule) {
        return Texts.name(Texts.ruleLine, Objects.requireNonNullElse(rule.getName(), ""), ExperimentSentence.of(rule));
    }

    @Override
    EObject selected() {
        return list.flatMap(ElementList::selected).orElseGet(super::selected);
    }
}
