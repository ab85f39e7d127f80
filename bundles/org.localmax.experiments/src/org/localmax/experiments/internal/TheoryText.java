package org.localmax.experiments.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.localmax.analysis.Digits;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.experiments.FrameCheck;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.SymmetricPart;
import org.localmax.experiments.TheoryCheck;

/** What a check of the theory came to, as people read it. */
public final class TheoryText {

    /** Longer tables are cut. */
    private static final int MOST_ROWS = 12;

    private static final String INDENT = "  ";

    private TheoryText() {}

    /** Where the tokens ended, a line for each statement that applies, and what is to be told of quiescent sets and increases. */
    public static String of(TheoryCheck.Report report) {
        List<String> lines = new ArrayList<>();
        RunPlan plan = report.plan();
        Limits limits = report.limits();
        lines.add(plan.name() + ": " + plan.tokens() + ", " + plan.steps() + " steps, " + limits.settled());
        lines.add(INDENT + limits(report));
        report.symmetricPart().ifPresent(part -> lines.add(INDENT + of(part)));
        lines.add("");
        for (Finding finding : report.findings()) {
            if (finding.verdict() != Verdict.NOT_APPLICABLE) {
                lines.addAll(lines(finding));
            }
        }
        notApplicable(report.findings()).forEach((because, ids) -> lines.add(line("", "no " + ids, because)));
        lines.addAll(sets(report.quiescentSets()));
        lines.addAll(increases(report.candidates()));
        report.inFrames().ifPresent(frames -> lines.add(of(frames)));
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }

    private static String limits(TheoryCheck.Report report) {
        Limits limits = report.limits();
        StringJoiner kinds = new StringJoiner(", ");
        for (LimitKind kind : LimitKind.values()) {
            int count = limits.count(kind);
            if (count > 0) {
                kinds.add(count + " " + kind.text());
            }
        }
        return plural(limits.clusters().count(), "cluster", "clusters") + ", K has "
                + plural(limits.hull().vertices().length, "vertex", "vertices") + "; limits of tokens: " + kinds
                + (report.hardmaxDistance().isEmpty()
                        ? ""
                        : "; K is " + Digits.of(report.hardmaxDistance().getAsDouble(), 3) + " from that of hardmax");
    }

    private static String of(SymmetricPart part) {
        String neighbours = part.parting()
                .map(parting -> "neighbours are others from t = " + parting.t() + " on (tokens "
                        + some(parting.tokens()) + "), ")
                .orElse("");
        String apart = part.apart().isPresent()
                ? "tokens are elsewhere from t = " + part.apart().getAsLong() + " on, by "
                        + Digits.of(part.farthest(), 3) + " at most"
                : "no token is elsewhere";
        String end = part.ended()
                .map(why -> "; that run ended: " + why)
                .orElseGet(() -> "; K is " + Digits.of(part.hulls(), 3) + " and the limits are "
                        + Digits.of(part.limits(), 3) + " from those here");
        return "under (A + A^T)/2: " + neighbours + apart + end;
    }

    /** The first of some tokens. */
    private static String some(int[] tokens) {
        int[] first = Arrays.copyOf(tokens, Math.min(MOST_ROWS, tokens.length));
        return Arrays.toString(first)
                + (first.length < tokens.length ? " and " + (tokens.length - first.length) + " more" : "");
    }

    private static String plural(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    private static List<String> lines(Finding finding) {
        String id = finding.statement().id();
        String verdict = finding.verdict().text();
        boolean isWell = finding.verdict() == Verdict.HOLDS || finding.verdict() == Verdict.CONSISTENT;
        return isWell
                ? List.of(line(id, verdict, because(finding)))
                : List.of(line(id, verdict, finding.statement().title()), line("", "", because(finding)));
    }

    private static String line(String id, String word, String text) {
        return (INDENT + "%-4s  %-12s%s").formatted(id, word + (word.length() < 12 ? "" : "  "), text);
    }

    /** The statements that do not apply, by reason. */
    private static Map<String, String> notApplicable(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.NOT_APPLICABLE)
                .collect(Collectors.groupingBy(
                        Finding::because,
                        LinkedHashMap::new,
                        Collectors.mapping(finding -> finding.statement().id(), Collectors.joining(", "))));
    }

    private static String because(Finding finding) {
        String sizes = Double.isNaN(finding.tolerance())
                ? ""
                : " (" + Digits.of(finding.size(), 2) + ", tolerance " + Digits.of(finding.tolerance(), 2) + ")";
        String when = finding.step().isEmpty()
                ? ""
                : " at t = " + finding.step().getAsLong()
                        + (finding.tokens().length == 0 ? "" : ", tokens " + Arrays.toString(finding.tokens()));
        return finding.because() + when + sizes;
    }

    private static List<String> sets(List<QuiescentSet> sets) {
        List<String> lines = new ArrayList<>();
        if (sets.isEmpty()) {
            return lines;
        }
        lines.add("");
        String row = INDENT + "%-28s %6s %6s %6s %9s %9s %9s";
        lines.add(row.formatted("quiescent set at v", "tokens", "T", "exits", "factor", "apart", "sharp"));
        for (QuiescentSet set : sets.subList(0, Math.min(MOST_ROWS, sets.size()))) {
            lines.add(row.formatted(
                    point(set.vertex()),
                    set.members().length,
                    set.entry().isEmpty() ? "-" : set.entry().getAsLong(),
                    set.exits(),
                    number(set.rate()),
                    number(set.separation()),
                    number(set.sharpness())));
        }
        if (sets.size() > MOST_ROWS) {
            lines.add(INDENT + "and " + (sets.size() - MOST_ROWS) + " more; --json tells all");
        }
        return lines;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Digits.of(value, 4) : "-";
    }

    private static String point(double[] coordinates) {
        String all = Arrays.stream(coordinates)
                .limit(3)
                .mapToObj(value -> Digits.of(value, 4))
                .collect(Collectors.joining(", "));
        return "(" + all + (coordinates.length > 3 ? ", ...)" : ")");
    }

    private static List<String> increases(List<LyapunovCandidate> candidates) {
        List<String> lines = new ArrayList<>();
        if (candidates.isEmpty()) {
            return lines;
        }
        lines.add("");
        if (candidates.stream().allMatch(candidate -> candidate.increases() == 0)) {
            lines.add(INDENT + "no Lyapunov candidate increases");
            return lines;
        }
        String row = INDENT + "%-40s %9s %9s %10s";
        lines.add(row.formatted("Lyapunov candidate that increases", "steps", "first t", "by"));
        for (LyapunovCandidate candidate : candidates) {
            if (candidate.increases() > 0) {
                lines.add(row.formatted(
                        candidate.name(),
                        candidate.increases() + "/" + (candidate.values().length - 1),
                        candidate.firstIncrease().getAsLong(),
                        Digits.of(100 * candidate.firstSize(), 2) + " %"));
            }
        }
        return lines;
    }

    /** A line about the same run in other frames. */
    public static String of(FrameCheck.Report report) {
        if (report.frames() == 0) {
            return "  frames: not applicable, " + report.because().orElse("");
        }
        String ends = "the ends of a token are at most " + Digits.of(report.farthest(), 3) + " apart (tolerance "
                + Digits.of(report.linkage(), 3) + ")";
        return report.isRed()
                ? "  frames: the limit changes in " + report.changed() + " of " + report.frames()
                        + " rotated and renumbered frames, first "
                        + report.because().orElse("") + "; " + ends
                : "  frames: the limit is the same in " + report.frames() + " rotated and renumbered frames; " + ends;
    }
}
