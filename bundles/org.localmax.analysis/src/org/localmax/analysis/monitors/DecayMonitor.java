package org.localmax.analysis.monitors;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.localmax.analysis.frankwolfe.CentralSymmetry;
import org.localmax.analysis.frankwolfe.DecayBound;
import org.localmax.analysis.frankwolfe.EnergySeries;
import org.localmax.analysis.frankwolfe.ExactDecayBound;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.exact.ExactTokens;

/**
 * F1: J(x^{t+1}) against 2/(t+1) lambda_max(M) diam(conv X^0)^2, token by token, and beside it whether 0 is still in conv X^t. Two chains
 * of d roundings make J uncertain by 2 (d + 2) u |M| R^2, the state by |M| (R + e) e, and an oracle that ties within the tolerance tol by
 * 2 tol |M| R^2. What is closer to the bound than that is decided by fractions, where the run keeps to them, and in doubt otherwise.
 */
final class DecayMonitor implements Monitor {

    private static final long NEVER = -1;
    private static final int MOST_NAMED = 3;

    private final Dynamics dynamics;
    private final Interaction m;
    private final DecayBound bound;
    private final Optional<ExactDecayBound> exactBound;
    private final EnergySeries energies;
    private final boolean isSymmetric;
    private final long[] violated;
    private final long[] doubtful;
    private Optional<String> missing = Optional.empty();
    private long last = NEVER;
    private double size = Double.NEGATIVE_INFINITY;
    private double tolerance = Double.NaN;

    /**
     * @param m M = -B
     * @param exactBound the same bound over the fractions, where the run keeps to them
     */
    DecayMonitor(
            Dynamics dynamics,
            Interaction m,
            Tokens start,
            Optional<ExactDecayBound> exactBound,
            Hulls hulls,
            CancellationCheck wanted) {
        this.dynamics = dynamics;
        this.m = m;
        this.exactBound = exactBound;
        bound = new DecayBound(m, start, wanted);
        energies = new EnergySeries(bound, start, x -> hulls.of(x).hull());
        isSymmetric = CentralSymmetry.of(start);
        violated = new long[start.count()];
        doubtful = new long[start.count()];
        Arrays.fill(violated, NEVER);
        Arrays.fill(doubtful, NEVER);
    }

    /** J at each step seen. */
    EnergySeries energies() {
        return energies;
    }

    @Override
    public Statement statement() {
        return Statement.DECAY;
    }

    @Override
    public void see(Step step) {
        see(step, Optional::empty);
    }

    @Override
    public void see(Step step, Supplier<Optional<ExactTokens>> after) {
        long t = step.before().t();
        double gamma = dynamics.stepSize().gamma(t);
        double expected = 2.0 / (t + 2);
        if (Math.abs(gamma - expected) > 4 * Vectors.UNIT_ROUNDOFF * expected && missing.isEmpty()) {
            missing = Optional.of("gamma is " + gamma + " at t = " + t + "; the theorem has 2/(t+2)");
        }
        if (missing.isEmpty() && last == NEVER && t != 0) {
            missing = Optional.of("the trajectory does not begin at t = 0, from which the theorem counts");
        }
        energies.add(step, missing.isEmpty());
        if (missing.isPresent()) {
            return;
        }
        last = t;
        Tokens x = step.after().tokens();
        double radius = x.largestNorm();
        double error = step.after().error();
        double ofEnergy = 2 * (x.dimension() + 2) * Vectors.UNIT_ROUNDOFF
                + 2 * dynamics.ties().tolerance();
        double allowed = bound.error(t) + m.normBound() * (ofEnergy * radius * radius + (radius + error) * error);
        boolean wasViolated = isViolated();
        for (int i = 0; i < violated.length; i++) {
            if (violated[i] == NEVER) {
                double excess = energies.energy(i) - bound.at(t);
                judge(t, i, excess, allowed, after);
                if (!wasViolated && excess > size) {
                    size = excess;
                    tolerance = allowed;
                }
            }
        }
    }

    private void judge(long t, int i, double excess, double allowed, Supplier<Optional<ExactTokens>> after) {
        boolean isClose = Math.abs(excess) <= allowed;
        Optional<Boolean> exactly = isClose ? exactly(t, i, after) : Optional.of(excess > 0);
        if (exactly.isEmpty()) {
            doubtful[i] = doubtful[i] == NEVER ? t : doubtful[i];
        } else if (exactly.get()) {
            violated[i] = t;
        }
    }

    private Optional<Boolean> exactly(long t, int i, Supplier<Optional<ExactTokens>> after) {
        Optional<ExactTokens> fractions = exactBound.flatMap(_ -> after.get());
        if (fractions.isEmpty()) {
            return Optional.empty();
        }
        boolean isExceeded = exactBound.get().isExceeded(t, fractions.get(), i);
        return isExceeded || exactBound.get().isTight() ? Optional.of(isExceeded) : Optional.empty();
    }

    private boolean isViolated() {
        return Arrays.stream(violated).anyMatch(t -> t != NEVER);
    }

    @Override
    public Finding finding() {
        if (missing.isPresent()) {
            return Finding.notApplicable(Statement.DECAY, missing.get());
        }
        OptionalLong withoutOrigin = energies.withoutOrigin();
        String origin = withoutOrigin.isPresent()
                ? "0 is not in conv X^t from t = " + withoutOrigin.getAsLong() + " on; "
                : "0 is in every conv X^t up to t = " + (last + 1) + "; ";
        OptionalLong first = first(violated);
        OptionalLong doubt = first(doubtful);
        if (first.isPresent()) {
            String later = named(doubtful, "in doubt at", NEVER) + named(violated, "above from", first.getAsLong());
            return finding(Verdict.VIOLATED, first, violated, origin + later + "J is above the bound");
        }
        if (doubt.isPresent()) {
            String later = named(doubtful, "in doubt at", doubt.getAsLong());
            return finding(
                    Verdict.UNDECIDED,
                    doubt,
                    doubtful,
                    origin + later + "J is as near the bound as rounding may bring it");
        }
        String vacuous = isSymmetric ? ", which is vacuous where X^0 = -X^0" : "";
        return new Finding(
                Statement.DECAY,
                Verdict.CONSISTENT,
                OptionalLong.empty(),
                size,
                tolerance,
                new int[0],
                origin + "J of no token is above the bound" + vacuous);
    }

    private Finding finding(Verdict verdict, OptionalLong first, long[] since, String because) {
        int[] tokens = IntStream.range(0, since.length)
                .filter(i -> since[i] == first.getAsLong())
                .toArray();
        return new Finding(Statement.DECAY, verdict, first, size, tolerance, tokens, because);
    }

    private static OptionalLong first(long[] since) {
        return Arrays.stream(since).filter(t -> t != NEVER).min();
    }

    /** For example "token 1 above from t = 576; ", those of one step left out. */
    private static String named(long[] since, String word, long without) {
        int[] tokens = IntStream.range(0, since.length)
                .filter(i -> since[i] != NEVER && since[i] != without)
                .toArray();
        StringJoiner names = new StringJoiner(", ", "", "; ").setEmptyValue("");
        for (int k = 0; k < Math.min(tokens.length, MOST_NAMED); k++) {
            names.add("token " + tokens[k] + " " + word + " t = " + since[tokens[k]]);
        }
        if (tokens.length > MOST_NAMED) {
            names.add("and " + (tokens.length - MOST_NAMED) + " more");
        }
        return names.toString();
    }
}
