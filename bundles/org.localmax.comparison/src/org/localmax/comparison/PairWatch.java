package org.localmax.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/** A pair of contenders while they are stepped. */
final class PairWatch {

    private static final long NEVER = -1;

    private final int first;
    private final int second;
    private final List<Disagreement> looks = new ArrayList<>();
    private final double[] farthest;
    private final double[] last;
    private final double[] greatest;
    private final long[] greatestAt;
    private final long[] parted;

    /**
     * @param tokens how many tokens there are
     * @param steps how many steps will be seen
     */
    private PairWatch(int first, int second, int tokens, long steps) {
        this.first = first;
        this.second = second;
        farthest = new double[Math.toIntExact(steps)];
        last = new double[tokens];
        greatest = new double[tokens];
        greatestAt = new long[tokens];
        parted = new long[tokens];
        Arrays.fill(parted, NEVER);
    }

    /** All pairs of so many contenders. */
    static List<PairWatch> of(int contenders, int tokens, long steps) {
        List<PairWatch> pairs = new ArrayList<>();
        for (int first = 0; first < contenders; first++) {
            for (int second = first + 1; second < contenders; second++) {
                pairs.add(new PairWatch(first, second, tokens, steps));
            }
        }
        return pairs;
    }

    int first() {
        return first;
    }

    int second() {
        return second;
    }

    /** Sees the steps of all contenders from one t. */
    void see(List<Step> now) {
        Step x = now.get(first);
        Step y = now.get(second);
        long t = x.before().t();
        Tokens a = x.before().tokens();
        Tokens b = y.before().tokens();
        int d = a.dimension();
        boolean decide = !Double.isNaN(x.smallestMargin()) && !Double.isNaN(y.smallestMargin());
        double most = 0;
        for (int i = 0; i < last.length; i++) {
            last[i] = Vectors.distance(a.rows(), i * d, b.rows(), i * d, d);
            most = Math.max(most, last[i]);
            if (last[i] > greatest[i]) {
                greatest[i] = last[i];
                greatestAt[i] = t;
            }
            if (decide && parted[i] == NEVER && x.fingerprints()[i] != y.fingerprints()[i]) {
                parted[i] = t;
            }
        }
        farthest[Math.toIntExact(t)] = most;
    }

    /** Takes down how far they are apart at a step that was looked at. */
    void add(Disagreement look) {
        looks.add(look);
    }

    PairHistory history() {
        List<TokenDivergence> tokens = IntStream.range(0, last.length)
                .mapToObj(i -> new TokenDivergence(
                        last[i],
                        greatest[i],
                        greatestAt[i],
                        parted[i] == NEVER ? OptionalLong.empty() : OptionalLong.of(parted[i])))
                .toList();
        return new PairHistory(first, second, List.copyOf(looks), farthest, tokens, parting());
    }

    private Optional<Parting> parting() {
        OptionalLong t = Arrays.stream(parted).filter(at -> at != NEVER).min();
        return t.isEmpty()
                ? Optional.empty()
                : Optional.of(new Parting(
                        t.getAsLong(),
                        IntStream.range(0, parted.length)
                                .filter(i -> parted[i] == t.getAsLong())
                                .toArray()));
    }
}
