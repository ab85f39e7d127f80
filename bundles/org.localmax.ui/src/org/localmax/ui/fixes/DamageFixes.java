package org.localmax.ui.fixes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.ENamedElement;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import org.localmax.model.ExperimentPackage;

/** For a file that cannot be read because of a word that is not known: the known ones that are most like it. */
final class DamageFixes {

    /** A message of the reader, and where the word it names stands in the text. */
    private record Kind(Pattern message, String before, String after, Set<String> known) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    Pattern.compile("(?i)feature.'([^']+)'.not.found"), "(?<=[\\s<])", "(?=\\s*=|[\\s/>])", features()),
            new Kind(Pattern.compile("(?i)class.'([^']+)'.is.not.found"), "(?<=:)", "(?=\")", classes()),
            new Kind(Pattern.compile("(?i)value.'([^']+)'.is.not"), "(?<=[\">])", "(?=[\"<])", literals()));

    private DamageFixes() {}

    static List<Fix> of(IFile file, IMarker marker) {
        String message = marker.getAttribute(IMarker.MESSAGE, "");
        List<Fix> fixes = new ArrayList<>();
        try {
            String text = file.readString();
            for (Kind kind : KINDS) {
                Matcher fault = kind.message().matcher(message);
                if (fault.find()) {
                    fixes.addAll(replacements(text, message, kind, fault.group(1)));
                }
            }
        } catch (CoreException _) {
            return List.of(); // the file has gone meanwhile
        }
        return fixes;
    }

    /** Those after which the reader has nothing more to say of that word. */
    private static List<Fix> replacements(String text, String message, Kind kind, String word) {
        Pattern place = Pattern.compile(kind.before() + Pattern.quote(word) + kind.after());
        return Nearest.to(word, kind.known()).stream()
                .filter(known -> !message.equals(fault(replaced(place, text, known))))
                .<Fix>map(known -> new Fix.Rewriting(
                        Texts.name(Texts.replaceWord, word, known), now -> replaced(place, now, known)))
                .toList();
    }

    private static String replaced(Pattern place, String text, String known) {
        return place.matcher(text).replaceFirst(Matcher.quoteReplacement(known));
    }

    private static String fault(String text) {
        try {
            ExperimentFiles.parse("", text.getBytes(StandardCharsets.UTF_8));
            return "";
        } catch (ExperimentFormatException e) {
            return e.fault();
        }
    }

    private static Set<String> features() {
        return names(ExperimentPackage.eINSTANCE.getEClassifiers().stream()
                .filter(EClass.class::isInstance)
                .flatMap(type -> ((EClass) type).getEStructuralFeatures().stream())
                .toList());
    }

    private static Set<String> classes() {
        return names(ExperimentPackage.eINSTANCE.getEClassifiers().stream()
                .filter(type -> type instanceof EClass found && !found.isAbstract())
                .toList());
    }

    private static Set<String> literals() {
        Set<String> literals = new TreeSet<>(Set.of("true", "false"));
        for (EClassifier type : ExperimentPackage.eINSTANCE.getEClassifiers()) {
            if (type instanceof EEnum choice) {
                choice.getELiterals().forEach(literal -> literals.add(literal.getLiteral()));
            }
        }
        return literals;
    }

    private static Set<String> names(Collection<? extends ENamedElement> elements) {
        Set<String> names = new TreeSet<>();
        elements.forEach(element -> names.add(element.getName()));
        return names;
    }
}
