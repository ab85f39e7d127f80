package org.localmax.analysis.monitors;

import java.util.Optional;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.InteractionNorm;

/**
 * E3: A symmetric positive definite is no more general than the identity: y = A^(1/2) x makes steps under A steps under I. In the place of the
 * root there is L^T of A = L L^T, which is the root up to a rotation (E1).
 */
final class ReductionMonitor extends EquivarianceMonitor {

    private final View reduced;

    ReductionMonitor(Dynamics dynamics, boolean isExact) {
        super(Statement.REDUCTION, dynamics, isExact);
        reduced = new Reduced(
                InteractionNorm.of(dynamics.interaction()),
                Math.sqrt(dynamics.interaction().normBound()));
    }

    @Override
    Optional<View> view(Step step) {
        return Optional.of(reduced);
    }

    @Override
    String where() {
        return "after y = A^(1/2) x";
    }

    /** y = L^T x. */
    private record Reduced(InteractionNorm norm, double stretch) implements View {

        @Override
        public Tokens of(Tokens tokens) {
            return norm.toEuclidean(tokens);
        }

        @Override
        public Dynamics of(Dynamics dynamics) {
            return dynamics.with(Interaction.identity(norm.dimension()));
        }
    }
}
