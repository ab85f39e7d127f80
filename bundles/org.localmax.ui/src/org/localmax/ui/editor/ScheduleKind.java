package org.localmax.ui.editor;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EAttribute;

/** The kinds of parameters that may change with the step t, as the formulas that they are written as. */
enum ScheduleKind {
    /** c. */
    CONSTANT(Texts.scheduleConstant, "C|inf", "c"),
    /** c/(1+t)^p, which vanishes, the faster the greater p. */
    POWER(Texts.schedulePower, "C/\\(1\\+t\\)(?:\\^.+)?", "c/(1+t)^1"),
    /** c q^t, which vanishes faster than any power. */
    GEOMETRIC(Texts.scheduleGeometric, "C\\*\\(?[0-9./]+\\)?\\^t", "c*0.9^t"),
    /** c/log(e+t), which vanishes so slowly that no horizon shows it. */
    LOGARITHMIC(Texts.scheduleLogarithmic, "C/log\\(e\\+t\\)", "c/log(e+t)"),
    /** 1-exp(-a(t+1)), a step size gamma that goes to 1. */
    SATURATING(Texts.scheduleSaturating, "1-exp\\(-C\\*?\\(t\\+1\\)\\)", "1-exp(-c*(t+1))"),
    /** Values one by one, of which the last stays. */
    TABLE(Texts.scheduleTable, "table\\(C(?:,.*)?\\)", "table(c, c/2, c/4)"),
    /** Anything else. */
    FORMULA(Texts.scheduleFormula, ".*", "c");

    private static final List<String> ATTRIBUTES = List.of("delta", "beta");

    private final String label;
    private final Pattern pattern;
    private final String template;

    /**
     * @param pattern what it looks like without blanks, C for its constant
     * @param template a formula of this kind, c for its constant
     */
    ScheduleKind(String label, String pattern, String template) {
        this.label = label;
        this.pattern = Pattern.compile(pattern.replace("C", "(" + number() + ")"));
        this.template = template;
    }

    private static String number() {
        return "-?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?(?:/[0-9]+)?";
    }

    /** Whether an attribute of a rule is a number or a formula in t: its width or its inverse temperature. */
    static boolean isOf(EAttribute attribute) {
        return ATTRIBUTES.contains(attribute.getName());
    }

    /** Its name in lists. */
    String label() {
        return label;
    }

    /** The kind of a formula: the first that it looks like. */
    static ScheduleKind of(String formula) {
        return Arrays.stream(values())
                .filter(kind -> kind.matches(formula).matches())
                .findFirst()
                .orElse(FORMULA);
    }

    private Matcher matches(String formula) {
        return pattern.matcher(formula.replaceAll("\\s", ""));
    }

    /** A formula of this kind with the constant of another one, 1 if that has none. A formula stays what it is. */
    String from(String formula) {
        if (this == FORMULA || of(formula) == this) {
            return formula;
        }
        Matcher matcher = of(formula).matches(formula);
        boolean hasConstant = matcher.matches() && matcher.groupCount() > 0 && matcher.group(1) != null;
        return template.replaceAll("\\bc\\b", hasConstant ? matcher.group(1) : "1");
    }
}
