package org.localmax.experiments.sweeps;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.model.Experiment;
import org.localmax.model.Rule;

/**
 * Where a parameter stands in an experiment: an attribute of the experiment ({@code alpha}), of its tokens
 * ({@code tokens.count}), of the rule of a name ({@code strip.delta}), or of all rules that have it ({@code rules.delta}).
 *
 * @param owner {@code tokens}, {@code rules} or the name of a rule; empty for the experiment itself
 * @param attribute the name of the attribute
 */
record ParameterPath(String owner, String attribute) {

    private static final String TOKENS = "tokens";
    private static final String RULES = "rules";

    /** The path that a text says. */
    static ParameterPath parse(String text) {
        int dot = text.lastIndexOf('.');
        return dot < 0
                ? new ParameterPath("", text.strip())
                : new ParameterPath(
                        text.substring(0, dot).strip(), text.substring(dot + 1).strip());
    }

    /**
     * Refuses a path that leads nowhere in an experiment.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    void requireIn(Experiment experiment) {
        if (owners(experiment).isEmpty()) {
            throw new IllegalArgumentException("the parameter '" + this + "' is not known: there is no "
                    + (owner.equals(TOKENS)
                            ? "source of tokens"
                            : owner.equals(RULES) ? "rule with it" : "rule of that name")
                    + "; expected " + expected(experiment));
        }
        for (EObject object : owners(experiment)) {
            attribute(experiment, object);
        }
    }

    /**
     * Sets the parameter.
     *
     * @throws IllegalArgumentException with a message for the user, if the text is no value of it
     */
    void set(Experiment experiment, String value) {
        for (EObject object : owners(experiment)) {
            EAttribute feature = attribute(experiment, object);
            try {
                object.eSet(feature, EcoreUtil.createFromString(feature.getEAttributeType(), value));
            } catch (IllegalArgumentException e) {
                String kind = feature.getEAttributeType()
                        .getName()
                        .replaceFirst("^E", "")
                        .toLowerCase(Locale.ROOT);
                throw new IllegalArgumentException(
                        "the value '" + value + "' does not suit the parameter '" + this
                                + "'; expected a value of kind " + kind,
                        e);
            }
        }
    }

    /** Whose attribute it is. */
    private List<? extends EObject> owners(Experiment experiment) {
        return switch (owner) {
            case "" -> List.of(experiment);
            case TOKENS -> experiment.getTokens() == null ? List.of() : List.of(experiment.getTokens());
            case RULES -> experiment.getRules().stream().filter(this::has).toList();
            default ->
                experiment.getRules().stream()
                        .filter(rule -> owner.equals(rule.getName()))
                        .toList();
        };
    }

    private boolean has(Rule rule) {
        return rule.eClass().getEStructuralFeature(attribute) != null;
    }

    private EAttribute attribute(Experiment experiment, EObject object) {
        EStructuralFeature feature = object.eClass().getEStructuralFeature(attribute);
        if (feature instanceof EAttribute found && !found.isMany() && !isFixed(found)) {
            return found;
        }
        throw new IllegalArgumentException(
                "the parameter '" + this + "' is not known; expected " + expected(experiment));
    }

    /** Names and versions say what something is, and do not vary. */
    private static boolean isFixed(EAttribute attribute) {
        return List.of("name", "description", "formatVersion").contains(attribute.getName());
    }

    private static String expected(Experiment experiment) {
        return "one of " + String.join(", ", all(experiment));
    }

    /** The paths that lead somewhere in an experiment; those of all rules only if there are several. */
    static List<String> all(Experiment experiment) {
        Set<String> paths = new LinkedHashSet<>(names("", experiment));
        if (experiment.getTokens() != null) {
            paths.addAll(names(TOKENS + ".", experiment.getTokens()));
        }
        for (Rule rule : experiment.getRules()) {
            paths.addAll(names(rule.getName() + ".", rule));
        }
        for (Rule rule : experiment.getRules().size() > 1 ? experiment.getRules() : List.<Rule>of()) {
            paths.addAll(names(RULES + ".", rule));
        }
        return List.copyOf(paths);
    }

    private static List<String> names(String prefix, EObject object) {
        return object.eClass().getEAllAttributes().stream()
                .filter(attribute -> !attribute.isMany() && !isFixed(attribute))
                .map(attribute -> prefix + attribute.getName())
                .toList();
    }

    @Override
    public String toString() {
        return owner.isEmpty() ? attribute : owner + "." + attribute;
    }
}
