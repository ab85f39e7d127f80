package org.localmax.experiments;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.localmax.analysis.Digits;
import org.localmax.analysis.limits.Leaders;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.analysis.limits.OutsideLimit;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
import org.localmax.data.LineWriter;

/** What a check of the theory came to, for people and for machines. */
public final class TheoryReport {

    /** The files of a report. */
    private static final String LIMITS = "limits.csv";

    private static final String MONITORS = "monitors.json";

    private static final String LYAPUNOV = "lyapunov.csv";

    /** Longer tables are cut. */
    private static final int MOST_ROWS = 12;

    private static final String INDENT = "  ";

    private TheoryReport() {}

    /** Where the tokens ended, a line for each statement that applies, and what is to be told of quiescent sets and increases. */
    public static String text(TheoryCheck.Report report) {
        List<String> lines = new ArrayList<>();
        RunPlan plan = report.plan();
        Limits limits = report.limits();
        lines.add(plan.name() + ": " + plan.tokens() + ", " + plan.steps() + " steps, " + limits.settled());
        lines.add(INDENT + limits(report));
        lines.add("");
        for (Finding finding : report.findings()) {
            if (finding.verdict() != Verdict.NOT_APPLICABLE) {
                lines.addAll(lines(finding));
            }
        }
        notApplicable(report.findings()).forEach((because, ids) -> lines.add(line("", "no " + ids, because)));
        lines.addAll(sets(report.quiescentSets()));
        lines.addAll(increases(report.candidates()));
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

    /** The same as an object. */
    public static JsonObject json(TheoryCheck.Report report) {
        JsonObject object = new JsonObject();
        object.addProperty("experiment", report.plan().experiment());
        object.addProperty("rule", report.plan().rule());
        object.addProperty("steps", report.plan().steps());
        object.addProperty("settled", report.limits().settled().toString());
        object.addProperty("clusters", report.limits().clusters().count());
        object.addProperty("verticesOfK", report.limits().hull().vertices().length);
        JsonObject kinds = new JsonObject();
        for (LimitKind kind : LimitKind.values()) {
            kinds.addProperty(kind.text(), report.limits().count(kind));
        }
        object.add("limits", kinds);
        report.hardmaxDistance().ifPresent(distance -> object.addProperty("distanceToHardmax", distance));
        JsonArray findings = new JsonArray();
        report.findings().forEach(finding -> findings.add(json(finding)));
        object.add("monitors", findings);
        JsonArray sets = new JsonArray();
        report.quiescentSets().forEach(set -> sets.add(json(set)));
        object.add("quiescentSets", sets);
        JsonArray outside = new JsonArray();
        report.outsideLimits().forEach(limit -> outside.add(json(limit)));
        object.add("limitsOutside", outside);
        JsonArray candidates = new JsonArray();
        report.candidates().forEach(candidate -> candidates.add(json(candidate)));
        object.add("lyapunov", candidates);
        return object;
    }

    private static JsonObject json(Finding finding) {
        JsonObject object = new JsonObject();
        object.addProperty("statement", finding.statement().id());
        object.addProperty("title", finding.statement().title());
        object.addProperty("verdict", finding.verdict().text());
        object.addProperty("because", finding.because());
        if (!Double.isNaN(finding.tolerance())) {
            object.addProperty("quantity", finding.statement().quantity());
            object.addProperty("size", finding.size());
            object.addProperty("tolerance", finding.tolerance());
        }
        finding.step().ifPresent(t -> object.addProperty("step", t));
        object.add("tokens", array(finding.tokens()));
        return object;
    }

    private static JsonObject json(QuiescentSet set) {
        JsonObject object = new JsonObject();
        object.addProperty("cluster", set.cluster());
        object.add("vertex", array(set.vertex()));
        object.addProperty("eps", set.radius());
        object.add("members", array(set.members()));
        set.entry().ifPresent(t -> object.addProperty("entry", t));
        object.addProperty("exits", set.exits());
        set.firstExit().ifPresent(t -> object.addProperty("firstExit", t));
        set.firstLeaver().ifPresent(i -> object.addProperty("firstLeaver", i));
        add(object, "drift", set.drift());
        add(object, "rate", set.rate());
        add(object, "expectedRate", set.expectedRate());
        add(object, "separation", set.separation());
        add(object, "delta", set.width());
        add(object, "sharpness", set.sharpness());
        set.joined().ifPresent(t -> object.addProperty("onePointSince", t));
        return object;
    }

    private static JsonObject json(OutsideLimit limit) {
        JsonObject object = new JsonObject();
        object.addProperty("cluster", limit.cluster());
        object.add("point", array(limit.point()));
        object.addProperty("gap", limit.gap());
        object.addProperty("selfWeight", limit.selfWeight());
        limit.since().ifPresent(t -> object.addProperty("since", t));
        add(object, "factor", limit.factor());
        add(object, "measured", limit.measured());
        return object;
    }

    private static JsonObject json(LyapunovCandidate candidate) {
        JsonObject object = new JsonObject();
        object.addProperty("function", candidate.name());
        object.addProperty("isMonotone", candidate.isMonotone());
        object.addProperty("increases", candidate.increases());
        candidate.firstIncrease().ifPresent(t -> object.addProperty("firstIncrease", t));
        if (candidate.increases() > 0) {
            object.addProperty("firstSize", candidate.firstSize());
        }
        return object;
    }

    /** Adds a number if it is one. */
    private static void add(JsonObject object, String name, double value) {
        if (Double.isFinite(value)) {
            object.addProperty(name, value);
        }
    }

    private static JsonArray array(int[] values) {
        JsonArray array = new JsonArray();
        Arrays.stream(values).forEach(array::add);
        return array;
    }

    private static JsonArray array(double[] values) {
        JsonArray array = new JsonArray();
        Arrays.stream(values).forEach(array::add);
        return array;
    }

    /**
     * The limits as a table, a row a cluster: its number, the kind of its limit, S_1 or S_2, the number of its tokens, the gap, the
     * mean, and under hardmax its leaders, each with the step from which on it leads, as {@code 6@1}.
     */
    public static List<String> table(TheoryCheck.Report report) {
        Limits limits = report.limits();
        int d = limits.means().dimension();
        List<String> rows = new ArrayList<>();
        rows.add("cluster,kind,set,tokens,gap,"
                + IntStream.rangeClosed(1, d).mapToObj(k -> "x" + k).collect(Collectors.joining(",")) + ",leaders");
        for (int c = 0; c < limits.clusters().count(); c++) {
            int[] members = limits.clusters().members(c);
            rows.add(c + "," + limits.kind(c).text() + "," + (limits.isVertex(c) ? "S_1" : "S_2") + ","
                    + members.length + "," + limits.gap(c) + ","
                    + Arrays.stream(limits.means().token(c))
                            .mapToObj(Double::toString)
                            .collect(Collectors.joining(","))
                    + ","
                    + report.leaders().map(leaders -> births(leaders, members)).orElse(""));
        }
        return rows;
    }

    private static String births(Leaders leaders, int[] members) {
        return Arrays.stream(members)
                .filter(i -> leaders.since(i).isPresent())
                .mapToObj(i -> i + "@" + leaders.since(i).getAsLong())
                .collect(Collectors.joining(" "));
    }

    /** The Lyapunov candidates as a table, a row a step; no rows where they were not computed. */
    public static List<String> candidateTable(TheoryCheck.Report report) {
        List<String> rows = new ArrayList<>();
        List<LyapunovCandidate> candidates = report.candidates();
        rows.add(Stream.concat(Stream.of("step"), candidates.stream().map(LyapunovCandidate::column))
                .collect(Collectors.joining(",")));
        int count = candidates.isEmpty() ? 0 : candidates.getFirst().values().length;
        for (int index = 0; index < count; index++) {
            StringJoiner row = new StringJoiner(",");
            row.add(Long.toString(candidates.getFirst().first() + index));
            for (LyapunovCandidate candidate : candidates) {
                row.add(Double.toString(candidate.values()[index]));
            }
            rows.add(row.toString());
        }
        return rows;
    }

    /**
     * Writes limits.csv, lyapunov.csv and monitors.json.
     *
     * @param output a folder that is new or empty, or of such files alone
     * @param force whether such files that are there may be replaced
     * @throws DataException if it cannot be written, or holds anything that may not be replaced, as a capsule
     */
    public static void write(TheoryCheck.Report report, Path output, boolean force) throws DataException {
        if (Files.exists(output.resolve(Capsule.DOCUMENT))) {
            throw DataException.at(output, "is a capsule, which a check does not replace; expected another folder");
        }
        try (CapsuleFolder folder = CapsuleFolder.stage(output, force)) {
            write(folder.path(LIMITS), table(report));
            write(folder.path(LYAPUNOV), candidateTable(report));
            write(
                    folder.path(MONITORS),
                    List.of(new GsonBuilder().setPrettyPrinting().create().toJson(json(report))));
            folder.publish();
        }
    }

    private static void write(Path file, List<String> lines) throws DataException {
        try (LineWriter writer = LineWriter.create(file)) {
            for (String line : lines) {
                writer.write(line);
            }
        }
    }
}
