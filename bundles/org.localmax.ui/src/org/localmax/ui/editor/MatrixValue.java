package org.localmax.ui.editor;

import java.util.Optional;
import org.eclipse.emf.ecore.EReference;
import org.localmax.model.Matrix;

/** A matrix of the experiment that is edited in one line. */
record MatrixValue(ExperimentDocument document, EReference reference) implements TypedField.Value {

    @Override
    public String text() {
        return MatrixText.of((Matrix) document.experiment().eGet(reference));
    }

    @Override
    public Optional<String> take(String text) {
        Matrix matrix = MatrixText.parse(text);
        if (!MatrixText.of(matrix).equals(text())) {
            document.set(document.experiment(), reference, matrix);
        }
        return Optional.empty();
    }
}
