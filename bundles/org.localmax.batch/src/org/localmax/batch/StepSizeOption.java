package org.localmax.batch;

import org.localmax.dynamics.StepSize;
import org.localmax.experiments.Formula;
import picocli.CommandLine.Option;

/** The step size in one of its two forms. */
final class StepSizeOption {

    @Option(names = "--alpha", paramLabel = "A", description = "Step size alpha > 0: x moves to (x + A m)/(1 + A).")
    private String alpha;

    @Option(names = "--gamma", paramLabel = "G", description = "Step size gamma in (0, 1]: x moves to x + G (m - x).")
    private String gamma;

    /** @throws IllegalArgumentException with a message for the user */
    StepSize read() {
        return alpha != null
                ? new StepSize(StepSize.Form.ALPHA, Formula.parse(alpha))
                : new StepSize(StepSize.Form.GAMMA, Formula.parse(gamma));
    }
}
