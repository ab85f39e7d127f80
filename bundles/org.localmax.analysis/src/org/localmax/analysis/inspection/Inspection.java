package org.localmax.analysis.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Row;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * What there is to be seen of one token in one step: its row, and of each other token how far behind the best it is. O(n d + n log n).
 *
 * @param attention the step, and the rule by which it is looked at
 * @param row the row of the token
 * @param scale s_i, what a width of 1 is in units of the score; 1 for rules without a strip
 * @param candidates the tokens that come nearest to being attended to, and all neighbours, by their lag and then by number
 */
public record Inspection(Attention attention, Row row, double scale, List<Candidate> candidates) {

    /**
     * Looks at a token.
     *
     * @param token i
     * @param most the number of candidates besides neighbours; ties may add to it
     */
    public static Inspection of(Attention attention, int token, int most) {
        Row row = attention.row(token);
        double scale = scale(attention, token);
        double[] lags = lags(attention, token, scale);
        double[] sorted = lags.clone();
        Arrays.sort(sorted);
        double farthest = sorted[Math.min(most, sorted.length) - 1];
        double[] weights = new double[lags.length];
        boolean[] isNeighbour = new boolean[lags.length];
        for (int m = 0; m < row.neighbours().length; m++) {
            weights[row.neighbours()[m]] = row.weights()[m];
            isNeighbour[row.neighbours()[m]] = true;
        }
        boolean isSelective = attention.dynamics().rule() instanceof AttentionRule.Selective;
        List<Candidate> candidates = IntStream.range(0, lags.length)
                .filter(j -> lags[j] <= farthest || isSelective && isNeighbour[j])
                .mapToObj(j -> new Candidate(j, lags[j], weights[j], isNeighbour[j]))
                .sorted(Comparator.comparingDouble(Candidate::lag).thenComparingInt(Candidate::token))
                .toList();
        return new Inspection(attention, row, scale, candidates);
    }

    private static double scale(Attention attention, int token) {
        if (!(attention.dynamics().rule() instanceof AttentionRule.Localmax localmax)) {
            return 1;
        }
        int d = attention.state().tokens().dimension();
        double[] query = new double[d];
        attention.query(token, query);
        double energy = Vectors.dot(query, 0, attention.state().tokens().rows(), token * d, d);
        return localmax.reach(1, Vectors.norm(query, 0, d), energy);
    }

    private static double[] lags(Attention attention, int token, double scale) {
        double[] rows = attention.state().tokens().rows();
        int d = attention.state().tokens().dimension();
        double[] lags = new double[attention.state().tokens().count()];
        if (attention.dynamics().rule() instanceof AttentionRule.HegselmannKrause) {
            Arrays.setAll(lags, j -> Vectors.distance(rows, token * d, rows, j * d, d));
            return lags;
        }
        double[] query = new double[d];
        attention.query(token, query);
        Arrays.setAll(lags, j -> Vectors.dot(query, 0, rows, j * d, d));
        double best = Arrays.stream(lags).max().orElseThrow();
        for (int j = 0; j < lags.length; j++) {
            // 0/0 where everything is at the origin: everyone is best
            lags[j] = lags[j] == best ? 0 : (best - lags[j]) / scale;
        }
        return lags;
    }

    /** i. */
    public int token() {
        return row.receiver();
    }

    /** The weight of the token in its own row; 0 if it does not attend to itself. */
    public double selfWeight() {
        int at = Arrays.binarySearch(row.neighbours(), token());
        return at < 0 ? 0 : row.weights()[at];
    }

    /** How far the mean of the neighbours is from the token: where it is drawn to. */
    public double pull() {
        double[] rows = attention.state().tokens().rows();
        int d = row.mean().length;
        return Vectors.distance(rows, token() * d, row.mean(), 0, d);
    }

    /** The coordinates of the token one step later. */
    public double[] next() {
        Tokens tokens = attention.state().tokens();
        double[] next = row.mean().clone();
        attention.dynamics().movement().move(tokens.token(token()), next, tokens.dimension(), 0, 1, attention.gamma());
        return next;
    }

    /** The widths at which neighbours come in, ascending, the first being 0; none for rules without a width. */
    public List<StripEvent> events() {
        List<StripEvent> events = new ArrayList<>();
        boolean hasWidth = Parameter.of(attention.dynamics().rule()).equals(Optional.of(Parameter.DELTA));
        for (Candidate candidate : hasWidth ? candidates : List.<Candidate>of()) {
            if (events.isEmpty() || candidate.lag() > events.getLast().delta()) {
                events.add(new StripEvent(candidate.lag(), new ArrayList<>()));
            }
            events.getLast().tokens().add(candidate.token());
        }
        return events;
    }
}
