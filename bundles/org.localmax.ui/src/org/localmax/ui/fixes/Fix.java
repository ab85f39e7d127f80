package org.localmax.ui.fixes;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Something that can be done about a problem. */
sealed interface Fix {

    /** What it does, in words. */
    String label();

    /**
     * A change of an element of the model.
     *
     * @param path of the element in the experiment
     * @param type its class, so that no other element is taken for it
     * @param change done to it, in the file or in the editor that shows it
     */
    record Edit(String label, String path, EClass type, Consumer<EObject> change) implements Fix {

        /** Gives a feature of an element a value; null unsets it. */
        static Edit set(
                String label, MarkedProblem problem, EObject element, EStructuralFeature feature, Object value) {
            return new Edit(label, problem.path(element), element.eClass(), found -> {
                if (value == null) {
                    found.eUnset(feature);
                } else {
                    found.eSet(feature, value);
                }
            });
        }
    }

    /** The same, after somebody has said what it shall be; empty if they would rather not. */
    record Question(String label, Supplier<Optional<Edit>> answer) implements Fix {}

    /** A change of the text of a file that cannot be read as it is. */
    record Rewriting(String label, UnaryOperator<String> change) implements Fix {}
}
