package org.localmax.experiments.figures;

import java.util.stream.IntStream;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.RecordedRun;
import org.localmax.plots.Interval;
import org.localmax.plots.Panel;
import org.localmax.plots.figures.Comparison;
import org.localmax.plots.figures.Projection;

/** What part of the plane is seen of a run at all of its steps, so that the axes stand still while tokens move. */
public record ShownRange(Interval across, Interval along) {

    /** Leaves room for the symbols of tokens at the ends. */
    private static final double BORDER = 0.09;

    /** So many numbers are read at most to find the range in a window. */
    private static final long MOST_NUMBERS = 16_000_000;

    /** What the tokens of some records take of it, and a border. */
    static ShownRange of(RecordedRun run, int[] records, Projection projection, CancellationCheck wanted)
            throws DataException {
        if (projection.seen().isPresent()) {
            return new ShownRange(projection.seen().get(), projection.seen().get());
        }
        Interval across = Interval.EMPTY;
        Interval along = Interval.EMPTY;
        for (int record : records) {
            wanted.check();
            Tokens tokens = run.tokens(record);
            across = across.hull(Interval.around(projection.x(tokens)));
            along = along.hull(Interval.around(projection.y(tokens)));
        }
        boolean isLine = projection.kind() == Projection.Kind.LINE;
        return new ShownRange(wider(across), isLine ? new Interval(-1, 1) : wider(along));
    }

    /** What the tokens of all records take; of a run with very many numbers those of some records, the first and last among them. */
    static ShownRange ofAll(RecordedRun run, Projection projection, CancellationCheck wanted) throws DataException {
        long numbers = (long) run.plan().tokens().count() * run.plan().tokens().dimension();
        int count = (int) Math.clamp(MOST_NUMBERS / Math.max(1, numbers), 2, run.records());
        int last = run.records() - 1;
        int[] records = IntStream.range(0, count)
                .map(k -> count == 1 ? last : (int) ((long) k * last / (count - 1)))
                .toArray();
        return of(run, records, projection, wanted);
    }

    private static Interval wider(Interval interval) {
        double more = interval.length() == 0 ? 0.5 : BORDER * interval.length();
        return new Interval(interval.low() - more, interval.high() + more);
    }

    /** The same panel showing this part. */
    Panel of(Panel panel) {
        return Comparison.showing(panel, across, along);
    }
}
