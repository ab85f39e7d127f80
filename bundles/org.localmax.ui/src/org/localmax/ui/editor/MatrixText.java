package org.localmax.ui.editor;

import java.util.Objects;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.Matrix;

/** A matrix in one line: its rows, or the word "file" and a path. */
final class MatrixText {

    private static final String FILE = "file ";

    private MatrixText() {}

    /** The line of a matrix; empty for none. */
    static String of(Matrix matrix) {
        if (matrix == null) {
            return "";
        }
        if (matrix.getValues() == null && matrix.getPath() != null) {
            return FILE + matrix.getPath();
        }
        return Objects.requireNonNullElse(matrix.getValues(), "");
    }

    /** The matrix of a line; null for an empty one. */
    static Matrix parse(String text) {
        String line = text.strip();
        if (line.isEmpty()) {
            return null;
        }
        Matrix matrix = ExperimentFactory.eINSTANCE.createMatrix();
        if (line.startsWith(FILE)) {
            matrix.setPath(line.substring(FILE.length()).strip());
        } else {
            matrix.setValues(line);
        }
        return matrix;
    }
}
