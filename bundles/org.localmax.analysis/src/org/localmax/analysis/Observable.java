package org.localmax.analysis;

import java.util.List;
import java.util.function.Function;

/**
 * What can be observed of a step: the state x(t) it starts from and what is decided in it. Each has one column or more
 * in a table of observables; their order is the order here.
 */
public enum Observable {
    /** The area of conv X, and for d other than 2 its {@linkplain org.localmax.geometry.Extent#width width}. */
    HULL(observation -> List.of(text(observation.hull())), "hull_area") {
        @Override
        public List<String> columns(int dimension) {
            return dimension == 2 ? super.columns(dimension) : List.of("width");
        }
    },
    /** max_i |x_i|. */
    NORM(observation -> List.of(text(observation.largestNorm())), "largest_norm"),
    /** The number of {@link Clusters}. */
    CLUSTERS(observation -> List.of(Integer.toString(observation.clusters())), "clusters"),
    /** The mean of |C_i|. */
    NEIGHBOURS(observation -> List.of(text(observation.meanCount())), "mean_neighbours"),
    /** The least distance of a score from its threshold. */
    MARGIN(observation -> List.of(text(observation.smallestMargin())), "smallest_margin"),
    /** The numbers of ambiguous decisions and of the consequential ones among them. */
    AMBIGUOUS(
            observation -> List.of(Long.toString(observation.ambiguous()), Long.toString(observation.consequential())),
            "ambiguous",
            "consequential"),
    /** r(t) = max_i |x_i(t+1) - x_i(t)|. */
    RESIDUAL(observation -> List.of(text(observation.residual())), "residual");

    private final Function<Observation, List<String>> values;
    private final List<String> columns;

    Observable(Function<Observation, List<String>> values, String... columns) {
        this.values = values;
        this.columns = List.of(columns);
    }

    /** The names of its columns for tokens of dimension d. */
    public List<String> columns(int dimension) {
        return columns;
    }

    /** Its values in an observation, one a column: numbers that read back exactly, {@code inf}, or empty for NaN. */
    public List<String> values(Observation observation) {
        return values.apply(observation);
    }

    private static String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return Double.toString(value);
    }
}
