package org.localmax.analysis.monitors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.localmax.analysis.Digits;
import org.localmax.analysis.Settled.Motion;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.analysis.monitors.HindsightMonitors.Span;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.WeightedMean;
import org.localmax.geometry.InteractionNorm;

/**
 * L1 and L4, in hindsight: the quiescent sets at the vertices v != 0 of K (arXiv 2509.15958, Theorem 4.1). eps is delta/(2 + 2 alpha)
 * or, where they follow schedules, the least value of it along the run, so that every step is one of the theorem. From the entry
 * time of a set on it is watched whether each of its tokens goes to mean(N) + (x - mean(N))/(1 + alpha): then mean(N) stays where it is
 * and nobody arrives. A token j that i does not attend to has &lt;Ax_i, x_i - x_j&gt; &gt; delta |x_i|_A, hence is farther than delta
 * from it, and so is every limit but v: within the distance of x_i and v.
 */
final class QuiescentSetMonitor {

    private final boolean isSettled;
    private final InteractionNorm norm;
    private final double stretch;
    private final double width;
    private final Tokens last;
    private final Tokens means;
    private final List<VertexWatch> vertices = new ArrayList<>();
    private final Mergers mergers;
    private Optional<Step> seen = Optional.empty();
    /** The tokens after the step seen last, in coordinates in which the norm is Euclidean. */
    private Tokens mapped;

    /** @param radius eps */
    QuiescentSetMonitor(Dynamics dynamics, Limits limits, Span span, double radius) {
        width = span.width(dynamics);
        mergers = new Mergers(dynamics.stepSize());
        isSettled = limits.settled().motion() == Motion.SETTLED;
        norm = InteractionNorm.of(dynamics.interaction());
        stretch = Math.sqrt(dynamics.interaction().normBound());
        last = norm.toEuclidean(span.last().tokens());
        mapped = last;
        means = norm.toEuclidean(limits.means());
        boolean[] isTaken = new boolean[last.count()];
        for (int c = 0; c < means.count(); c++) {
            double[] place = means.token(c);
            if (!limits.isVertex(c) || Vectors.norm(place, 0, place.length) <= span.linkage()) {
                continue;
            }
            int[] members = within(place, radius);
            // clusters of one ball that are still on their way to each other are one set
            if (members.length > 0 && !isTaken[members[0]]) {
                Arrays.stream(members).forEach(i -> isTaken[i] = true);
                Tokens known = isSettled ? limits.means() : span.last().tokens();
                int[] whose = isSettled ? new int[] {c} : members;
                double[] vertex = WeightedMean.of(known, whose);
                VertexBall ball = new VertexBall(norm.toEuclidean(vertex), radius);
                vertices.add(new VertexWatch(limits, c, vertex, ball, dynamics.stepSize(), stretch));
            }
        }
    }

    private int[] within(double[] place, double radius) {
        int d = place.length;
        return IntStream.range(0, last.count())
                .filter(i -> Vectors.distance(last.rows(), i * d, place, 0, d) <= radius)
                .toArray();
    }

    /**
     * eps where none is chosen: the least delta/(2 + 2 alpha) of the steps from one to before another, of the first one at least.
     *
     * @throws IllegalArgumentException if a schedule leaves its range
     */
    static double radius(Dynamics dynamics, long first, long end) {
        double least = Double.POSITIVE_INFINITY;
        for (long t = first; t < Math.max(end, first + 1); t++) {
            double gamma = dynamics.stepSize().gamma(t);
            least = Math.min(least, ((Localmax) dynamics.rule()).delta(t) * (1 - gamma) / 2);
        }
        return least;
    }

    /** Why a radius tells nothing, if it does not. */
    static Optional<String> whyNot(double radius, double linkage) {
        if (radius == Double.POSITIVE_INFINITY) {
            return Optional.of("delta is infinite");
        }
        return radius > linkage
                ? Optional.empty()
                : Optional.of("delta/(2 + 2 alpha) is " + Digits.of(radius, 3)
                        + " at its least, within the linkage of clusters");
    }

    void see(Step step) {
        boolean isRepeated = seen.filter(step::repeats).isPresent();
        boolean follows = seen.filter(
                        last -> last.after().tokens() == step.before().tokens())
                .isPresent();
        Tokens before = follows ? mapped : norm.toEuclidean(step.before().tokens());
        mapped = isRepeated ? before : norm.toEuclidean(step.after().tokens());
        vertices.forEach(vertex -> vertex.see(step, before, mapped, isRepeated));
        mergers.see(step);
        seen = Optional.of(step);
    }

    /** What was seen, one set a vertex, in the order of the clusters. */
    List<QuiescentSet> sets() {
        return vertices.stream().map(vertex -> vertex.set(last, means, width)).toList();
    }

    /** L1. */
    Finding quiescence() {
        List<Finding> findings = new ArrayList<>();
        for (VertexWatch vertex : vertices) {
            findings.add(finding(vertex));
        }
        return worst(findings, Statement.QUIESCENT_SETS, summary());
    }

    private Finding finding(VertexWatch vertex) {
        QuiescentSet set = vertex.set(last, means, width);
        Finding contraction = vertex.contraction().factor();
        if (set.entry().isEmpty()) {
            // a step size that vanishes may look like rest
            Verdict verdict = isSettled ? Verdict.UNDECIDED : Verdict.CONSISTENT;
            return Finding.of(Statement.QUIESCENT_SETS, verdict, "at the end a set was not quiescent yet");
        }
        double rounding = VertexWatch.ROUNDING * stretch * last.largestNorm();
        double tooNear = set.width() - set.separation() - vertex.contraction().spread();
        // the places of tokens that are under way are no limits
        if (isSettled && contraction.verdict() == Verdict.HOLDS && tooNear > rounding) {
            Verdict verdict = tooNear > Excess.CERTAIN * rounding ? Verdict.VIOLATED : Verdict.UNDECIDED;
            return new Finding(
                    Statement.QUIESCENT_SETS,
                    verdict,
                    seen.map(step -> OptionalLong.of(step.before().t())).orElse(OptionalLong.empty()),
                    tooNear,
                    rounding,
                    set.members(),
                    "another limit is nearer to a set than delta");
        }
        return contraction.verdict() == Verdict.HOLDS && !isSettled
                ? contraction.with(Verdict.CONSISTENT)
                : contraction;
    }

    private String summary() {
        List<QuiescentSet> sets = sets();
        if (sets.isEmpty()) {
            return "";
        }
        List<QuiescentSet> entered =
                sets.stream().filter(set -> set.entry().isPresent()).toList();
        String count = sets.size() + (sets.size() == 1 ? " set" : " sets");
        String ball = " in balls of eps = " + Digits.of(sets.getFirst().radius(), 3);
        if (entered.isEmpty()) {
            return count + ball + ", none quiescent yet";
        }
        long latest =
                entered.stream().mapToLong(set -> set.entry().getAsLong()).max().orElseThrow();
        long exits = sets.stream().mapToLong(QuiescentSet::exits).sum();
        return (entered.size() < sets.size() ? entered.size() + " of " : "") + count + ball
                + ", quiescent from T = " + latest + " on; tokens left a ball before: "
                + (exits == 0 ? "none" : exits + (exits == 1 ? " time" : " times"));
    }

    /** L4. */
    Finding noArrival() {
        List<Finding> findings = vertices.stream()
                .map(vertex -> vertex.contraction().arrival())
                .map(one -> one.verdict() == Verdict.HOLDS ? one.with(Verdict.CONSISTENT) : one)
                .toList();
        OptionalLong joined = sets().stream()
                .filter(set -> set.members().length > 1)
                .flatMapToLong(set -> set.joined().stream())
                .min();
        String summary = "nobody arrived"
                + (joined.isEmpty() ? "" : "; rounding makes a set one point at t = " + joined.getAsLong())
                + mergers.text().map(text -> "; " + text).orElse("");
        return worst(findings, Statement.NO_ARRIVAL, summary);
    }

    /** Of several findings the one to tell: the first of the worst verdict; a summary where all is well. */
    private static Finding worst(List<Finding> findings, Statement statement, String summary) {
        if (findings.isEmpty()) {
            return Finding.notApplicable(statement, "K has no vertex other than 0");
        }
        for (Verdict verdict : List.of(Verdict.VIOLATED, Verdict.UNDECIDED)) {
            for (Finding finding : findings) {
                if (finding.verdict() == verdict) {
                    return finding;
                }
            }
        }
        Finding greatest = findings.stream()
                .filter(one -> !Double.isNaN(one.size()))
                .max((a, b) -> Double.compare(a.size(), b.size()))
                .orElse(findings.getFirst());
        boolean isOpen = findings.stream().anyMatch(one -> one.verdict() == Verdict.CONSISTENT);
        return new Finding(
                statement,
                isOpen ? Verdict.CONSISTENT : Verdict.HOLDS,
                OptionalLong.empty(),
                greatest.size(),
                greatest.tolerance(),
                new int[0],
                summary);
    }
}
