package org.localmax.ui.fixes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.localmax.model.Experiment;
import org.localmax.model.Rule;

/** For names that are missing, taken, or not allowed: one that is free and allowed. */
final class NameFixes {

    private static final String NAME = "name";

    /** What no folder is called; see the planner. */
    private static final Pattern NO_FOLDER = Pattern.compile("[/\\\\:*?\"<>|\\p{Cc}\\p{Zl}\\p{Zp}]+");

    /** Messages about names that something other than the experiment has taken. */
    private static final Pattern TAKEN_ELSEWHERE = Pattern.compile("name.is.that.of|is.there.already");

    private final MarkedProblem problem;
    private final String present;
    private final boolean namesFolder;

    private NameFixes(MarkedProblem problem, EStructuralFeature feature) {
        this.problem = problem;
        present = Optional.ofNullable((String) problem.element().eGet(feature)).orElse("");
        namesFolder = problem.element() instanceof Experiment || problem.element() instanceof Rule;
    }

    static List<Fix> of(MarkedProblem problem) {
        EStructuralFeature feature = problem.element().eClass().getEStructuralFeature(NAME);
        if (feature == null
                || problem.feature().filter(other -> other != feature).isPresent()) {
            return List.of();
        }
        NameFixes fixes = new NameFixes(problem, feature);
        boolean mayBeAnother = fixes.namesFolder && problem.feature().isEmpty();
        String name = mayBeAnother ? fixes.present : fixes.better();
        return name.equals(fixes.present)
                ? List.of()
                : List.of(Fix.Edit.set(fixes.label(name), problem, problem.element(), feature, name));
    }

    private String label(String name) {
        return present.isBlank() ? Texts.name(Texts.nameIt, name) : Texts.name(Texts.rename, present, name);
    }

    /** A name that is allowed and free; the present one if it is. */
    private String better() {
        String allowed = present.isBlank() ? substitute() : namesFolder ? folderName() : columnName();
        boolean isTaken = siblings().contains(allowed)
                || allowed.equals(present)
                        && TAKEN_ELSEWHERE.matcher(problem.message()).find();
        return isTaken ? numbered(allowed) : allowed;
    }

    /** What the file is called, or the kind of the element: "LocalmaxRule" as "localmax". */
    private String substitute() {
        return problem.element() instanceof Experiment
                ? problem.file().getFullPath().removeFileExtension().lastSegment()
                : problem.element()
                        .eClass()
                        .getName()
                        .replaceFirst("(?<=.)[A-Z][a-z]+$", "")
                        .replaceAll("(?<=.)([A-Z])", namesFolder ? "-$1" : "_$1")
                        .toLowerCase(Locale.ROOT);
    }

    private String folderName() {
        String kept = present.startsWith(".") || NO_FOLDER.matcher(present).find()
                ? NO_FOLDER.matcher(present).replaceAll("-").replaceAll("^[.-]+|-+$", "")
                : present;
        return kept.isBlank() ? substitute() : kept;
    }

    private String columnName() {
        if (present.matches("[A-Za-z][A-Za-z0-9_]*")) {
            return present;
        }
        String kept = present.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+|_+$", "");
        return kept.isEmpty() ? substitute() : kept.matches("[A-Za-z].*") ? kept : "x_" + kept;
    }

    /** The name with the first number behind it that makes it free. */
    private String numbered(String name) {
        String start = name.replaceFirst("[-_][0-9]+$", "") + (namesFolder ? "-" : "_");
        int number = 2;
        while (siblings().contains(start + number)) {
            number++;
        }
        return start + number;
    }

    private Set<String> siblings() {
        EObject owner = problem.element().eContainer();
        return owner == null
                ? Set.of()
                : owner.eContents().stream()
                        .filter(other -> other != problem.element())
                        .map(other -> Optional.ofNullable(other.eClass().getEStructuralFeature(NAME))
                                .map(other::eGet)
                                .map(Object::toString)
                                .orElse(""))
                        .collect(Collectors.toSet());
    }
}
