package org.localmax.ui.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.experiments.Formula;

/** For a value that is not allowed: the nearest one that is, and the default. */
final class RangeFixes {

    /** What is wrong, and with which value: "the number of steps is -3; expected ...". */
    private static final Pattern FAULT =
            Pattern.compile("^(?:.*: )?([^;]*?) is (\\S+?),?(?: at.t = \\d+)?;? .*expected .*");

    private RangeFixes() {}

    static List<Fix> of(MarkedProblem problem) {
        Optional<EAttribute> attribute = attribute(problem);
        List<Fix> fixes = new ArrayList<>();
        attribute.flatMap(faulty -> nearest(problem, faulty)).ifPresent(fixes::add);
        attribute
                .flatMap(faulty -> byDefault(problem, faulty))
                .filter(fix -> fixes.stream().noneMatch(other -> other.label().equals(fix.label())))
                .ifPresent(fixes::add);
        return fixes;
    }

    /** The attribute at fault: the one that the problem is of, or else the one whose name its message begins with. */
    private static Optional<EAttribute> attribute(MarkedProblem problem) {
        if (problem.feature().isPresent() && problem.feature().get() instanceof EAttribute attribute) {
            return Optional.of(attribute)
                    .filter(each -> !each.isMany() && !each.getName().equals("name"));
        }
        Matcher fault = FAULT.matcher(problem.message());
        String head = fault.matches() ? fault.group(1) : problem.message().replaceFirst(":.*", "");
        List<String> words = List.of(head.toLowerCase(Locale.ROOT).split("\\W+"));
        return problem.attributes().stream()
                .filter(each -> words.contains(each.getName().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<Fix> nearest(MarkedProblem problem, EAttribute attribute) {
        Matcher fault = FAULT.matcher(problem.message());
        Optional<AllowedRange> range = AllowedRange.in(problem.message());
        if (!fault.matches() || range.isEmpty()) {
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(fault.group(2));
            double allowed = range.get().nearest(value);
            return attribute.getEAttributeType().getInstanceClass() == String.class
                            && !isConstant(problem.element().eGet(attribute))
                    ? limited(problem, attribute, range.get(), value)
                    : Optional.of(setting(problem, attribute, text(allowed), Texts.setTo));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean isConstant(Object text) {
        try {
            return text instanceof String formula && Formula.parse(formula).isConstant();
        } catch (IllegalArgumentException _) {
            return true; // whatever it is, it is replaced
        }
    }

    /** A formula that is limited where it leaves the range. */
    private static Optional<Fix> limited(
            MarkedProblem problem, EAttribute attribute, AllowedRange range, double value) {
        Object formula = problem.element().eGet(attribute);
        if (range.isLeastIn() && value < range.least()) {
            return Optional.of(
                    setting(problem, attribute, "max(" + text(range.least()) + ", " + formula + ")", Texts.setTo));
        }
        return range.isMostIn() && value > range.most()
                ? Optional.of(
                        setting(problem, attribute, "min(" + text(range.most()) + ", " + formula + ")", Texts.setTo))
                : Optional.empty();
    }

    private static Optional<Fix> byDefault(MarkedProblem problem, EAttribute attribute) {
        String usual = attribute.getDefaultValueLiteral();
        String present = EcoreUtil.convertToString(
                attribute.getEAttributeType(), problem.element().eGet(attribute));
        return usual == null || usual.equals(present)
                ? Optional.empty()
                : Optional.of(setting(problem, attribute, usual, Texts.setToDefault));
    }

    private static Fix setting(MarkedProblem problem, EAttribute attribute, String value, String label) {
        return Fix.Edit.set(
                Texts.name(label, attribute.getName(), value),
                problem,
                problem.element(),
                attribute,
                EcoreUtil.createFromString(attribute.getEAttributeType(), value));
    }

    /** 2 rather than 2.0. */
    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
