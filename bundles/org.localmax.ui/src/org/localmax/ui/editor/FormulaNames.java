package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.localmax.experiments.Formula;
import org.localmax.model.Axis;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.Sweep;

/** The variables of a formula, and the constants and functions of the language. */
final class FormulaNames {

    private FormulaNames() {}

    /** The names in the text of an attribute; none if it is no formula. */
    static Optional<Names> of(EObject element, EAttribute attribute) {
        if (attribute == Literals.FORMULA_RULE__WEIGHT) {
            return Optional.of(before -> withLanguage(weight()));
        }
        if (ScheduleKind.isOf(attribute)) {
            return Optional.of(ofStep());
        }
        if (attribute == Literals.SWEEP__CONDITION || attribute == Literals.FORMULA_AXIS__FORMULA) {
            return Optional.of(before -> withLanguage(otherAxes(element)));
        }
        if (attribute == Literals.AXIS__PATTERN) {
            return Optional.of(before -> {
                List<Names.Name> names = step();
                names.addFirst(new Names.Name("{}", Texts.proposalValue));
                return withLanguage(names);
            });
        }
        return Optional.empty();
    }

    /** The names in a formula of the step. */
    static Names ofStep() {
        return before -> withLanguage(step());
    }

    private static List<Names.Name> step() {
        return new ArrayList<>(List.of(new Names.Name("t", Texts.proposalStep)));
    }

    private static List<Names.Name> weight() {
        List<Names.Name> names = new ArrayList<>();
        for (String variable : List.of("g", "M", "s", "beta", "delta", "alpha", "t", "i", "j")) {
            names.add(new Names.Name(variable, Texts.proposalVariable));
        }
        return names;
    }

    /** The axes of the sweep but this one. */
    private static List<Names.Name> otherAxes(EObject element) {
        Sweep sweep = (Sweep) (element instanceof Axis axis ? axis.eContainer() : element);
        List<Names.Name> names = new ArrayList<>();
        for (Axis axis : sweep == null ? List.<Axis>of() : sweep.getAxes()) {
            if (axis != element && axis.getName() != null) {
                names.add(new Names.Name(axis.getName(), Texts.proposalAxis));
            }
        }
        return names;
    }

    /** The same names, with those of the language. */
    static List<Names.Name> withLanguage(List<Names.Name> names) {
        for (String constant : List.of("pi", "e", "inf")) {
            names.add(new Names.Name(constant, Texts.proposalConstant));
        }
        new TreeMap<>(Formula.functions())
                .forEach((name, count) -> names.add(new Names.Name(name + "(", meaning(count))));
        return names;
    }

    private static String meaning(int count) {
        return count == 1
                ? Texts.proposalUnary
                : count > 1 ? Texts.name(Texts.proposalFunction, count) : Texts.proposalAny;
    }
}
