package org.localmax.experiments.sweeps;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The runs of a sweep, in their order: point by point, at each rule by rule, of each replicate by replicate. Nothing of it is held in
 * memory but what the axes are.
 */
final class SweepPlan implements Iterable<SweepRun> {

    private final String experiment;
    private final SweepDesign design;
    private final Optional<PointFormula> condition;
    private final List<String> rules;
    private final int replicates;
    private final Seeds seeds;
    private final List<String> names;

    /**
     * @param experiment the hash of the experiment with its files
     * @param condition points where it is 0 are left out
     * @param rules the names of the rules
     */
    SweepPlan(
            String experiment,
            SweepDesign design,
            Optional<PointFormula> condition,
            List<String> rules,
            int replicates,
            Seeds seeds) {
        this.experiment = experiment;
        this.design = design;
        this.condition = condition;
        this.rules = List.copyOf(rules);
        this.replicates = replicates;
        this.seeds = seeds;
        names = design.axes().stream().map(SweepAxis::name).toList();
    }

    /** The most runs that there can be: as many as there are without a condition. */
    long most() {
        return design.count() * rules.size() * replicates;
    }

    /**
     * The run at a place among {@link #most()}, found from the place alone; empty where the condition leaves it out.
     *
     * @return its number is the place
     */
    Optional<SweepRun> at(long place) {
        long point = place / ((long) rules.size() * replicates);
        int rule = (int) (place / replicates % rules.size());
        int replicate = (int) (place % replicates);
        List<String> values = design.point(point);
        return isWanted(values) ? Optional.of(run(place, point, values, rule, replicate)) : Optional.empty();
    }

    private boolean isWanted(List<String> values) {
        return condition.isEmpty() || condition.get().value(values) != 0;
    }

    private SweepRun run(long number, long point, List<String> values, int rule, int replicate) {
        return SweepRun.of(
                experiment, number, point, names, values, rules.get(rule), replicate, seeds.of(values, replicate));
    }

    @Override
    public Iterator<SweepRun> iterator() {
        return new Runs();
    }

    /** The runs one after the other. */
    private final class Runs implements Iterator<SweepRun> {

        private long number;
        private long point = -1;
        private List<String> values = List.of();
        private int rule = rules.size();
        private int replicate;

        @Override
        public boolean hasNext() {
            if (replicate == replicates) {
                replicate = 0;
                rule++;
            }
            if (rule < rules.size()) {
                return true;
            }
            if (!findPoint()) {
                return false;
            }
            rule = 0;
            return true;
        }

        private boolean findPoint() {
            while (++point < design.count()) {
                List<String> found = design.point(point);
                if (isWanted(found)) {
                    values = found;
                    return true;
                }
            }
            point = design.count();
            return false;
        }

        @Override
        public SweepRun next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return run(number++, point, values, rule, replicate++);
        }
    }
}
