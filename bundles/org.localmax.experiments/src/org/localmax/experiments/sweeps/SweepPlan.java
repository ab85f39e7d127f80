package org.localmax.experiments.sweeps;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.localmax.data.DataException;
import org.localmax.data.LineWriter;
import org.localmax.dynamics.CancellationCheck;

/**
 * The runs of a sweep, in their order: point by point, at each rule by rule, of each replicate by replicate. Nothing of it is held in
 * memory but what the axes are.
 */
final class SweepPlan {

    /** So many lines are made side by side before they are written. */
    private static final int BLOCK = 1 << 14;

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
        return isWanted(values) ? Optional.of(run(new Place(place, point, values, rule, replicate))) : Optional.empty();
    }

    private boolean isWanted(List<String> values) {
        return condition.isEmpty() || condition.get().value(values) != 0;
    }

    private SweepRun run(Place place) {
        return SweepRun.of(
                experiment,
                place.number,
                place.point,
                names,
                place.values,
                rules.get(place.rule),
                place.replicate,
                seeds.of(place.values, place.replicate));
    }

    /**
     * Writes all runs, a line each. Lines are made on all processors, since each has two checksums.
     *
     * @return how many there are
     */
    long writeTo(LineWriter writer, CancellationCheck wanted) throws DataException {
        Places places = new Places();
        while (places.hasNext()) {
            wanted.check();
            List<Place> block = new ArrayList<>(BLOCK);
            while (block.size() < BLOCK && places.hasNext()) {
                block.add(places.next());
            }
            for (String line :
                    block.parallelStream().map(place -> run(place).line()).toList()) {
                writer.write(line);
            }
        }
        return places.number;
    }

    /** Where a run is in the plan: all that it follows from. */
    private record Place(long number, long point, List<String> values, int rule, int replicate) {}

    /** The places of the runs one after the other. */
    private final class Places implements Iterator<Place> {

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
        public Place next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return new Place(number++, point, values, rule, replicate++);
        }
    }
}
