package org.localmax.dynamics.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;

/**
 * The exact flow of hardmax attention, x_i' = m_i - x_i with m_i the mean of the tokens of greatest score (Alcalde,
 * Geshkovski and Ruiz-Balet, arXiv 2508.09628, the limit of infinite beta): linear while no token changes its targets, and
 * the moment of each change is found to the tie tolerance, never stepped over. O(n^2 d) operations a change; in between, O(n d)
 * for each look, and as much again for each token that may be about to change.
 *
 * <p>Where another token draws level and gains, it becomes the target if the motion towards it keeps it ahead; tokens that stay
 * level share the mean. Where neither is so the field has no solution.
 */
public final class HardmaxFlow {

    /** The longest time in one piece: iterated means are few. */
    private static final double LONGEST_PIECE = 1;

    /** So many changes without time passing, for each token, are taken for endless. */
    private static final int MOST_CHANGES_AT_ONCE = 20;

    private final Dynamics dynamics;

    /** @throws IllegalArgumentException if the rule is neither hardmax nor frank-wolfe */
    public HardmaxFlow(Dynamics dynamics) {
        boolean isHard =
                dynamics.rule() instanceof AttentionRule.Hardmax || dynamics.rule() instanceof AttentionRule.FrankWolfe;
        if (!isHard) {
            throw new IllegalArgumentException(
                    "the rule " + dynamics.rule() + " has no exact flow; expected hardmax or frank-wolfe");
        }
        this.dynamics = dynamics;
    }

    /**
     * Where the flow takes tokens.
     *
     * @param tokens after
     * @param changes how many times a token changed its targets on the way
     */
    public record Passage(Tokens tokens, int changes) {}

    /**
     * Follows the flow from tokens for some time.
     *
     * @param time at least 0
     * @throws IllegalArgumentException if the field has no solution for so long
     */
    public Passage flow(Tokens start, double time, CancellationCheck wanted) {
        double[] rows = start.rows();
        int[][] targets = unbroken(rows, initialTargets(start));
        double left = time;
        int changes = 0;
        int changesAtOnce = 0;
        while (left > 0) {
            Piece piece = new Piece(rows, start.dimension(), targets);
            double end = Math.min(left, LONGEST_PIECE);
            double gone = 0;
            Front front = front(rows, targets);
            double[] calm = new double[targets.length];
            int mover = mover(front, targets, calm, gone);
            while (mover < 0 && gone < end) {
                wanted.check();
                gone = Math.min(end, Arrays.stream(calm).min().orElseThrow());
                rows = piece.at(gone);
                front = front(rows, targets);
                mover = mover(front, targets, calm, gone);
            }
            left -= gone;
            if (mover >= 0) {
                targets = unbroken(rows, changed(rows, front, targets, mover));
                changes++;
                changesAtOnce = gone == 0 ? changesAtOnce + 1 : 0;
                if (changesAtOnce > MOST_CHANGES_AT_ONCE * targets.length) {
                    throw noSolution(mover);
                }
            }
        }
        return new Passage(Tokens.ofRows(start.count(), start.dimension(), rows), changes);
    }

    private int[][] initialTargets(Tokens tokens) {
        var attention = dynamics.attention(State.initial(tokens));
        return IntStream.range(0, tokens.count())
                .mapToObj(i -> attention.row(i).neighbours())
                .toArray(int[][]::new);
    }

    private Front front(double[] rows, int[][] targets) {
        boolean minimises =
                dynamics.rule() instanceof AttentionRule.FrankWolfe oracle && oracle.sense() == AttentionRule.Sense.MIN;
        return new Front(rows, dynamics.interaction(), minimises, dynamics.ties(), targets);
    }

    /**
     * A token on whose targets another one gains and is level with, or one of whose targets is left behind; -1 if none.
     *
     * @param calm until when no other token can draw level with the targets of each; brought forward where that is now
     */
    private static int mover(Front front, int[][] targets, double[] calm, double now) {
        for (int i = 0; i < targets.length; i++) {
            boolean isCalm = now < calm[i];
            if (isCalm
                    ? isLeft(front, targets[i], i)
                    : isOvertaken(front, targets[i], i) || isLeft(front, targets[i], i)) {
                return i;
            }
            if (!isCalm) {
                calm[i] = now + safeTime(front, targets[i], i);
            }
        }
        return -1;
    }

    private static boolean isOvertaken(Front front, int[] targets, int i) {
        for (int j = 0; j < front.count(); j++) {
            if (Arrays.binarySearch(targets, j) < 0 && front.isLevel(i, j) && front.gains(i, j)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLeft(Front front, int[] targets, int i) {
        return targets.length > 1 && IntStream.of(targets).anyMatch(j -> !front.isLevel(i, j));
    }

    private static double safeTime(Front front, int[] targets, int i) {
        double safe = Double.POSITIVE_INFINITY;
        for (int j = 0; j < front.count(); j++) {
            if (Arrays.binarySearch(targets, j) < 0) {
                safe = Math.min(safe, front.safeTime(i, j));
            }
        }
        return safe;
    }

    /** The targets after one token has changed its own. */
    private int[][] changed(double[] rows, Front front, int[][] targets, int i) {
        int[] level = IntStream.range(0, targets.length)
                .filter(j -> front.isLevel(i, j))
                .toArray();
        int[] gaining = IntStream.of(level)
                .filter(j -> front.gains(i, j))
                .boxed()
                .sorted(Comparator.comparingDouble(j -> front.slope(i, j)))
                .mapToInt(j -> j)
                .toArray();
        for (int challenger : gaining) {
            int[] point = IntStream.of(level)
                    .filter(j -> front.coincide(challenger, j))
                    .toArray();
            int[][] candidate = with(targets, i, point);
            Front next = front(rows, candidate);
            if (IntStream.of(level).noneMatch(j -> next.gains(i, j))) {
                return candidate;
            }
        }
        int[][] all = unbroken(rows, with(targets, i, level));
        Front shared = front(rows, all);
        if (IntStream.of(level).anyMatch(j -> shared.gains(i, j))) {
            throw noSolution(i);
        }
        return all;
    }

    /** Targets of which none falls behind the others: where a tie breaks at once, only those that lead stay. */
    private int[][] unbroken(double[] rows, int[][] targets) {
        int[][] kept = targets;
        for (int i = 0; i < kept.length; i++) {
            while (kept[i].length > 1) {
                Front front = front(rows, kept);
                int receiver = i;
                int[] leading = IntStream.of(kept[i])
                        .filter(j -> !front.falls(receiver, j))
                        .toArray();
                if (leading.length == kept[i].length || leading.length == 0) {
                    break;
                }
                kept = with(kept, i, leading);
            }
        }
        return kept;
    }

    private static int[][] with(int[][] targets, int i, int[] replacement) {
        int[][] changed = targets.clone();
        changed[i] = replacement;
        return changed;
    }

    private static IllegalArgumentException noSolution(int i) {
        return new IllegalArgumentException("the flow of hardmax ends here: token " + i
                + " slides along the boundary of two cells, where the field points back from both sides; expected an"
                + " interaction that is symmetric and positive definite, or discrete steps");
    }
}
