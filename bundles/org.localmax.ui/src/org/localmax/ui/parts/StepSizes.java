package org.localmax.ui.parts;

import java.util.Locale;
import org.localmax.dynamics.StepSize;

/** What the forms of the step size are called. */
public final class StepSizes {

    private StepSizes() {}

    /** Its name in files. */
    public static String name(StepSize size) {
        return size.form().name().toLowerCase(Locale.ROOT);
    }

    /** Its name in formulas. */
    public static String symbol(StepSize size) {
        return switch (size.form()) {
            case ALPHA -> "\u03b1";
            case GAMMA -> "\u03b3";
            case TIME -> "dt";
        };
    }
}
