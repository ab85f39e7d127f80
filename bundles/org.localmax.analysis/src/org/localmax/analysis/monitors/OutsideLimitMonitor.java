package org.localmax.analysis.monitors;

import java.util.List;
import java.util.stream.IntStream;
import org.localmax.analysis.Digits;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.OutsideLimit;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;

/** L2, in hindsight: the limits outside S(K). */
final class OutsideLimitMonitor {

    private final List<OutsideLimitWatch> watches;

    /** @param last the state at the end */
    OutsideLimitMonitor(Dynamics dynamics, Limits limits, State last) {
        watches = IntStream.range(0, limits.clusters().count())
                .filter(c -> limits.kind(c) == LimitKind.OUTSIDE_S)
                .mapToObj(c -> new OutsideLimitWatch(dynamics, limits, c, last))
                .toList();
    }

    void see(Step step) {
        watches.forEach(watch -> watch.see(step));
    }

    /** What was seen, in the order of the clusters. */
    List<OutsideLimit> limits() {
        return watches.stream().map(OutsideLimitWatch::limit).toList();
    }

    /** L2. */
    Finding finding() {
        Finding first = null;
        for (OutsideLimitWatch watch : watches) {
            Finding found = watch.finding();
            if (first == null || rank(found) > rank(first)) {
                first = found;
            }
        }
        if (rank(first) > 0) {
            return first;
        }
        OutsideLimit limit = limits().getFirst();
        String text = (watches.size() == 1 ? "1 limit" : watches.size() + " limits, the first")
                + " with w = " + Digits.of(limit.selfWeight(), 3) + ": factor " + Digits.of(limit.factor(), 4)
                + (Double.isNaN(limit.measured()) ? "" : ", measured " + Digits.of(limit.measured(), 4))
                + ", from t = " + limit.since().orElseThrow() + " on";
        return first.with(first.verdict(), text);
    }

    private static int rank(Finding finding) {
        return switch (finding.verdict()) {
            case VIOLATED -> 2;
            case UNDECIDED -> 1;
            default -> 0;
        };
    }
}
