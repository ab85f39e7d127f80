package org.localmax.experiments.sweeps;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of the results of a sweep: what was run, what it came to, and the observables of its last state.
 *
 * @param axes the names of the axes
 * @param observables the names of the columns of all observables of all runs
 */
public record SweepColumns(List<String> axes, List<String> observables) {

    static final String RUN = "run";
    static final String POINT = "point";
    static final String RULE = "rule";
    static final String REPLICATE = "replicate";
    static final String SEED = "seed";
    static final String STATUS = "status";
    static final String ERROR = "error";
    static final String STEPS = "steps";
    static final String SETTLED = "settled";
    static final String SETTLED_SINCE = "settled_since";
    static final String CLUSTERS = "final_clusters";
    static final String AMBIGUOUS_DECISIONS = "ambiguous_decisions";
    static final String CONSEQUENTIAL_DECISIONS = "consequential_decisions";
    static final String FIRST_CONSEQUENTIAL = "first_consequential";
    static final String HASH = "hash";

    private static final List<String> AFTER_AXES = List.of(
            RULE,
            REPLICATE,
            SEED,
            STATUS,
            ERROR,
            STEPS,
            SETTLED,
            SETTLED_SINCE,
            CLUSTERS,
            AMBIGUOUS_DECISIONS,
            CONSEQUENTIAL_DECISIONS,
            FIRST_CONSEQUENTIAL);

    public SweepColumns {
        axes = List.copyOf(axes);
        observables = List.copyOf(observables);
    }

    /** Whether an axis of that name would be mistaken for another column. */
    static boolean isTaken(String name) {
        return name.equals(RUN) || name.equals(POINT) || name.equals(HASH) || AFTER_AXES.contains(name);
    }

    /** All names in their order. */
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(RUN, POINT));
        names.addAll(axes);
        names.addAll(AFTER_AXES);
        names.addAll(observables);
        names.add(HASH);
        return new ArrayList<>(names);
    }
}
