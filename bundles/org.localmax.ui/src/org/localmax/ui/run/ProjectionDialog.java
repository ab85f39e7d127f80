package org.localmax.ui.run;

import java.util.Collections;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.figures.ShownPlane;

/** Asks by which map tokens are seen: coordinates, principal axes, a camera in space, or any matrix. */
final class ProjectionDialog {

    private ProjectionDialog() {}

    /** Asks, and has the tokens seen so. */
    static void ask(Shell shell, ShownLayers layers, int dimension) {
        InputDialog dialog = new InputDialog(
                shell,
                Texts.projectionTitle,
                Texts.name(Texts.projectionQuestion, dimension, example(dimension)),
                layers.request().plane().text(),
                text -> problem(text, dimension));
        if (dialog.open() == Window.OK) {
            layers.see(ShownPlane.parse(dialog.getValue()));
        }
    }

    /** A matrix of as many columns as there are coordinates: the first of them against the mean of the others. */
    private static String example(int dimension) {
        String others = String.join(" ", Collections.nCopies(dimension - 1, "1"));
        String zeros = String.join(" ", Collections.nCopies(dimension - 1, "0"));
        return ("1 " + zeros).strip() + "; " + ("0 " + others).strip();
    }

    /** What is wrong with a text; null if nothing is, as dialogs of the platform expect it. */
    private static String problem(String text, int dimension) {
        try {
            ShownPlane.parse(text).projection(corners(dimension), CancellationCheck.NONE);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** Tokens that any map of this dimension can be tried on. */
    private static Tokens corners(int dimension) {
        double[] rows = new double[dimension * dimension];
        for (int k = 0; k < dimension; k++) {
            rows[k * dimension + k] = 1;
        }
        return Tokens.ofRows(dimension, dimension, rows);
    }
}
