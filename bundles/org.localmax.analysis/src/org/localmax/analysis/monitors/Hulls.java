package org.localmax.analysis.monitors;

import org.localmax.analysis.HullMeasures;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/** The hulls of the two states of a step, found once for all monitors: those after a step are those before the next. */
final class Hulls {

    private final CancellationCheck wanted;
    private HullMeasures earlier;
    private HullMeasures latest;

    /** @param start x(0) */
    Hulls(Tokens start, CancellationCheck wanted) {
        this.wanted = wanted;
        latest = new HullMeasures(start, wanted);
        earlier = latest;
    }

    /** The hull of tokens, remembered while they are one of the two configurations asked for last. */
    HullMeasures of(Tokens tokens) {
        if (latest.tokens() == tokens) {
            return latest;
        }
        if (earlier.tokens() == tokens) {
            return earlier;
        }
        earlier = latest;
        latest = new HullMeasures(tokens, wanted);
        return latest;
    }
}
