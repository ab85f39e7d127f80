package org.localmax.experiments.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.localmax.analysis.NeighbourEdges;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.analysis.limits.OutsideLimit;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.analysis.limits.StripSchedule;
import org.localmax.analysis.monitors.Finding;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.experiments.FrameCheck;
import org.localmax.experiments.SymmetricPart;
import org.localmax.experiments.TheoryCheck;
import org.localmax.geometry.AlignedPoint;

/** What a check of the theory came to, as machines read it. Numbers that are not finite are left out. */
public final class TheoryDocument {

    private TheoryDocument() {}

    /** The document. */
    public static JsonObject of(TheoryCheck.Report report) {
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
        if (report.plan().dynamics().rule() instanceof Localmax rule) {
            object.addProperty(
                    "strip",
                    StripSchedule.of(rule, report.first(), report.plan().steps())
                            .text());
        }
        report.hardmaxDistance().ifPresent(distance -> object.addProperty("distanceToHardmax", distance));
        report.symmetricPart().ifPresent(part -> object.add("symmetricPart", json(part)));
        JsonArray findings = new JsonArray();
        report.findings().forEach(finding -> findings.add(json(finding)));
        object.add("monitors", findings);
        report.alignmentSet().ifPresent(set -> {
            int[] vertices = IntStream.range(0, report.limits().clusters().count())
                    .filter(report.limits()::isVertex)
                    .toArray(); // the tokens of K, in their order
            JsonArray points = new JsonArray();
            set.points().forEach(point -> points.add(json(point, vertices)));
            object.add("alignmentSet", points);
        });
        JsonArray sets = new JsonArray();
        report.quiescentSets().forEach(set -> sets.add(json(set)));
        object.add("quiescentSets", sets);
        JsonArray outside = new JsonArray();
        report.outsideLimits().forEach(limit -> outside.add(json(limit)));
        object.add("limitsOutside", outside);
        JsonArray candidates = new JsonArray();
        report.candidates().forEach(candidate -> candidates.add(json(candidate)));
        object.add("lyapunov", candidates);
        report.neighbours().ifPresent(neighbours -> object.add("neighbours", json(neighbours)));
        report.inFrames().ifPresent(frames -> object.add("frames", of(frames)));
        return object;
    }

    private static JsonObject json(SymmetricPart part) {
        JsonObject object = new JsonObject();
        part.parting().ifPresent(parting -> {
            object.addProperty("otherNeighboursSince", parting.t());
            object.add("tokens", array(parting.tokens()));
        });
        part.apart().ifPresent(t -> object.addProperty("elsewhereSince", t));
        add(object, "farthest", part.farthest());
        add(object, "distanceOfK", part.hulls());
        add(object, "distanceOfLimits", part.limits());
        part.ended().ifPresent(why -> object.addProperty("ended", why));
        return object;
    }

    /** Of how many steps it is told who attends to whom, and of which of those asked for it is not. */
    private static JsonObject json(NeighbourEdges neighbours) {
        JsonObject object = new JsonObject();
        object.addProperty("edges", neighbours.count());
        object.addProperty("steps", neighbours.steps().length);
        JsonArray untold = new JsonArray();
        Arrays.stream(neighbours.untold()).forEach(untold::add);
        object.add("untold", untold);
        return object;
    }

    private static JsonObject json(Finding finding) {
        JsonObject object = new JsonObject();
        object.addProperty("statement", finding.statement().id());
        object.addProperty("title", finding.statement().title());
        object.addProperty("source", finding.statement().source());
        object.addProperty("hypotheses", finding.statement().hypotheses());
        object.addProperty("undecided", finding.statement().undecided());
        object.addProperty("verdict", finding.verdict().text());
        object.addProperty("because", finding.because());
        if (!Double.isNaN(finding.tolerance())) {
            object.addProperty("quantity", finding.statement().quantity());
            add(object, "size", finding.size());
            add(object, "tolerance", finding.tolerance());
        }
        finding.step().ifPresent(t -> object.addProperty("step", t));
        object.add("tokens", array(finding.tokens()));
        return object;
    }

    /** A point of S(K), and the clusters at the vertices of the face that it lies in. */
    private static JsonObject json(AlignedPoint point, int[] vertices) {
        JsonObject object = new JsonObject();
        object.add("point", array(point.coordinates()));
        object.addProperty("gap", point.gap());
        object.add(
                "clusters",
                array(Arrays.stream(point.tokens()).map(v -> vertices[v]).toArray()));
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

    /** The same run in other frames. */
    public static JsonObject of(FrameCheck.Report report) {
        JsonObject object = new JsonObject();
        object.addProperty("count", report.frames());
        object.addProperty("changed", report.changed());
        if (report.frames() > 0) {
            object.addProperty("farthest", report.farthest());
            object.addProperty("tolerance", report.linkage());
        }
        report.because().ifPresent(why -> object.addProperty("because", why));
        return object;
    }
}
