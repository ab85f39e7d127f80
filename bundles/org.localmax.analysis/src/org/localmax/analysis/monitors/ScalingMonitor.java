package org.localmax.analysis.monitors;

import java.util.Arrays;
import java.util.Optional;
import org.localmax.analysis.Units;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;

/**
 * E2: a step of c x is c times the step of x, with delta to c delta (absolute: c^2 delta) and beta to beta / c^2. The factors c are powers of
 * two, so that rules that decide give the same bits. Where coordinates or entries of A are so small or large that products of them may leave
 * the range of binary64, nothing can be told.
 */
final class ScalingMonitor extends EquivarianceMonitor {

    private static final double[] FACTORS = {8, 0.25};

    /** Products of four such numbers and of two roundings of them are normal. */
    private static final double GREATEST = 0x1p200;

    private final boolean isMatrixModerate;

    ScalingMonitor(Dynamics dynamics, boolean isExact) {
        super(Statement.SCALING, dynamics, isExact);
        isMatrixModerate = isModerate(dynamics.interaction());
    }

    @Override
    Optional<View> view(Step step) {
        boolean isModerate =
                isMatrixModerate && isModerate(step.before().tokens().rows());
        double factor = FACTORS[Long.numberOfTrailingZeros(step.before().t()) % FACTORS.length];
        return isModerate ? Optional.of(new Scaled(factor)) : Optional.empty();
    }

    private static boolean isModerate(Interaction interaction) {
        int d = interaction.dimension();
        double[] entries = new double[d * d];
        Arrays.setAll(entries, k -> interaction.get(k / d, k % d));
        return isModerate(entries);
    }

    private static boolean isModerate(double[] values) {
        return Arrays.stream(values)
                .map(Math::abs)
                .allMatch(value -> value == 0 || value > 1 / GREATEST && value < GREATEST);
    }

    @Override
    String where() {
        return "in other units";
    }

    @Override
    String whyLeft() {
        return "with ambiguous decisions, or numbers too small or large,";
    }

    /** Coordinates in units of 1/c. */
    private record Scaled(double c) implements View {

        @Override
        public Tokens of(Tokens tokens) {
            double[] rows = Arrays.stream(tokens.rows()).map(x -> c * x).toArray();
            return Tokens.ofRows(tokens.count(), tokens.dimension(), rows);
        }

        @Override
        public Dynamics of(Dynamics dynamics) {
            return dynamics.with(Units.scaled(dynamics.rule(), c));
        }

        @Override
        public double stretch() {
            return c;
        }

        @Override
        public boolean isExact() {
            return true;
        }
    }
}
