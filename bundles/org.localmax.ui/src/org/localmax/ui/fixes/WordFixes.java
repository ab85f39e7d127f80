package org.localmax.ui.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EcorePackage;
import org.localmax.experiments.Formula;

/** For a word in a formula or a path of a parameter that is not known: the known ones that are most like it. */
final class WordFixes {

    /** "'delt' is not known; expected t, pi, e, inf or a function out of abs, ..." */
    private static final Pattern NOT_KNOWN = Pattern.compile("'([^']+)'.is.not.known.*?;.expected.(?:one.of.)?(.*)$");

    private static final Pattern NO_FUNCTION = Pattern.compile("(?i)undefined.function.'([^']+)'");

    /** What stands between the words that are known. */
    private static final Pattern BETWEEN = Pattern.compile(",\\s*|\\s+or.a.function.out.of\\s+");

    private WordFixes() {}

    static List<Fix> of(MarkedProblem problem) {
        Matcher notKnown = NOT_KNOWN.matcher(problem.message());
        if (notKnown.find()) {
            List<String> known = BETWEEN.splitAsStream(notKnown.group(2))
                    .filter(each -> each.matches("[A-Za-z][A-Za-z0-9_.-]*"))
                    .toList();
            return replacements(problem, notKnown.group(1), Nearest.to(notKnown.group(1), known));
        }
        Matcher noFunction = NO_FUNCTION.matcher(problem.message());
        return noFunction.find()
                ? replacements(
                        problem,
                        noFunction.group(1),
                        Nearest.to(noFunction.group(1), Formula.functions().keySet()))
                : List.of();
    }

    private static List<Fix> replacements(MarkedProblem problem, String word, List<String> known) {
        Optional<EAttribute> attribute = problem.attributes().stream()
                .filter(each -> each.getEAttributeType() == EcorePackage.Literals.ESTRING
                        && problem.element().eGet(each) instanceof String text
                        && whole(word).matcher(text).find())
                .findFirst();
        List<Fix> fixes = new ArrayList<>();
        attribute.ifPresent(faulty -> known.forEach(nearest -> fixes.add(Fix.Edit.set(
                Texts.name(Texts.replaceWord, word, nearest),
                problem,
                problem.element(),
                faulty,
                whole(word)
                        .matcher((String) problem.element().eGet(faulty))
                        .replaceAll(Matcher.quoteReplacement(nearest))))));
        return fixes;
    }

    /** The word where it is no part of another; a number may stand before it, since that is multiplied. */
    private static Pattern whole(String word) {
        return Pattern.compile("(?<![A-Za-z_])" + Pattern.quote(word) + "(?![A-Za-z0-9_])");
    }
}
