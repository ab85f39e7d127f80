package org.localmax.experiments.sweeps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localmax.analysis.KaplanMeier;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;

/** The first settled steps of runs; those that had not settled are censored at their end, and those that failed are left out. */
public final class SettlingTimes {

    private final List<Double> times = new ArrayList<>();
    private final List<Boolean> hasSettled = new ArrayList<>();

    SettlingTimes() {}

    void add(double time, boolean settled) {
        times.add(time);
        hasSettled.add(settled);
    }

    boolean isEmpty() {
        return times.isEmpty();
    }

    KaplanMeier estimate() {
        double[] ends = new double[times.size()];
        boolean[] happened = new boolean[ends.length];
        for (int k = 0; k < ends.length; k++) {
            ends[k] = times.get(k);
            happened[k] = hasSettled.get(k);
        }
        return KaplanMeier.of(ends, happened);
    }

    /**
     * The shares of the runs of a sweep that have not settled yet, by rule.
     *
     * @param axis by whose values, too; empty for none
     * @return by name; groups in which every run failed are left out
     * @throws DataException if a part of the results is missing or damaged, or there is no such axis
     */
    public static Map<String, KaplanMeier> of(SweepFolder sweep, Optional<String> axis, CancellationCheck wanted)
            throws DataException {
        List<String> axes = sweep.columns().axes();
        if (axis.isPresent() && !axes.contains(axis.get())) {
            throw DataException.at(
                    sweep.folder(), "has no axis '" + axis.get() + "'; expected one of " + String.join(", ", axes));
        }
        Map<String, SettlingTimes> groups = new LinkedHashMap<>();
        SweepStatistics.groups(sweep, wanted, group -> {
            String rule = group.common().getLast();
            String name = axis.map(chosen -> rule + ", " + chosen + " = " + group.value(chosen))
                    .orElse(rule);
            group.addTo(groups.computeIfAbsent(name, _ -> new SettlingTimes()));
        });
        Map<String, KaplanMeier> estimates = new LinkedHashMap<>();
        groups.forEach((name, group) -> {
            if (!group.isEmpty()) {
                estimates.put(name, group.estimate());
            }
        });
        return estimates;
    }
}
