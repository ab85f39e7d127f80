package org.localmax.experiments;

import java.util.ArrayList;
import java.util.List;
import org.localmax.dynamics.Movement;

/** Where tokens go, in a few words. */
public final class MovementText {

    private MovementText() {}

    /** What is not as usual about a movement; empty for a fraction gamma of the straight line to the mean. */
    public static String of(Movement movement) {
        return of(movement.values().isPresent(), movement.preconditioner().isPresent(), movement.onSphere());
    }

    static String of(boolean hasValues, boolean isPreconditioned, boolean onSphere) {
        List<String> words = new ArrayList<>();
        if (hasValues) {
            words.add("with a value matrix");
        }
        if (isPreconditioned) {
            words.add("preconditioned");
        }
        if (onSphere) {
            words.add("on the sphere");
        }
        return String.join(", ", words);
    }
}
