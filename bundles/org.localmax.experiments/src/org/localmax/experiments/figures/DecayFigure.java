package org.localmax.experiments.figures;

import java.util.Optional;
import java.util.OptionalLong;
import org.localmax.analysis.frankwolfe.DecayBound;
import org.localmax.analysis.frankwolfe.Oracle;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.geometry.Polytope;
import org.localmax.plots.Figure;
import org.localmax.plots.figures.EnergyDecay;

/** The greatest J of a token at each recorded step, against the bound of F1. */
final class DecayFigure {

    private DecayFigure() {}

    static Figure of(RecordedRun run, CancellationCheck wanted) throws DataException, InvalidInputException {
        Interaction m = energy(run);
        DecayBound bound = new DecayBound(m, run.tokens(0), wanted);
        int count = run.records() - 1;
        if (count < 1) {
            throw new InvalidInputException(run.capsule().folder() + ": no step was taken; expected a longer run");
        }
        double[] steps = new double[count];
        double[] energies = new double[count];
        double[] bounds = new double[count];
        boolean[] isViolated = new boolean[count];
        OptionalLong withoutOrigin = OptionalLong.empty();
        for (int r = 0; r <= count; r++) {
            wanted.check();
            Tokens tokens = run.tokens(r);
            if (withoutOrigin.isEmpty() && !holdsOrigin(tokens, wanted)) {
                withoutOrigin = OptionalLong.of(run.step(r));
            }
            if (r > 0) {
                long before = run.step(r) - 1;
                steps[r - 1] = run.step(r);
                energies[r - 1] = greatest(bound, tokens);
                bounds[r - 1] = bound.at(before);
                isViolated[r - 1] = energies[r - 1] > bounds[r - 1] + bound.error(before);
            }
        }
        String origin = withoutOrigin.isEmpty()
                ? "0 is in every conv X(t)."
                : "0 is not in conv X(t) from t = " + withoutOrigin.getAsLong() + " on.";
        String caption = RunCaption.join(
                RunCaption.over(run), "J(x) = ⟨Mx, x⟩/2.", origin, stepSize(run), RunCaption.decisions(run));
        return Figure.of(EnergyDecay.of(steps, energies, bounds, isViolated, withoutOrigin), caption);
    }

    private static Interaction energy(RecordedRun run) throws InvalidInputException {
        Optional<Interaction> m = Oracle.of(run.dynamics()).map(Interaction::negated);
        if (m.isEmpty() || !m.get().isPositiveSemidefinite()) {
            throw new InvalidInputException(run.capsule().folder() + ": J decreases under an oracle with B = -M, M"
                    + " symmetric and positive semidefinite; this run is " + RunCaption.rule(run)
                    + "; expected frank-wolfe:sense=min, as in the gallery's frank-wolfe-without-origin");
        }
        return m.get();
    }

    private static double greatest(DecayBound bound, Tokens tokens) {
        double greatest = 0;
        for (int i = 0; i < tokens.count(); i++) {
            greatest = Math.max(greatest, bound.energy(tokens, i));
        }
        return greatest;
    }

    private static boolean holdsOrigin(Tokens tokens, CancellationCheck wanted) {
        double rounding = 64 * Vectors.UNIT_ROUNDOFF * tokens.largestNorm();
        return Polytope.of(tokens, wanted).contains(new double[tokens.dimension()], rounding);
    }

    /** The theorem has gamma = 2/(t+2). */
    private static String stepSize(RecordedRun run) {
        StepSize size = run.plan().dynamics().stepSize();
        for (long t = 0; t < run.plan().steps() && !size.isContinuous(); t++) {
            double expected = 2.0 / (t + 2);
            if (Math.abs(size.gamma(t) - expected) > 4 * Vectors.UNIT_ROUNDOFF * expected) {
                return "The theorem has γ = 2/(t+2), which is not so at t = " + t + ": it claims no bound here.";
            }
        }
        return "";
    }
}
