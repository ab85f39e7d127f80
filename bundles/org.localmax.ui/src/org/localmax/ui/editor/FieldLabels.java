package org.localmax.ui.editor;

import java.util.Map;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What the features of an experiment are called, in forms, in the view of properties and in proposals. */
final class FieldLabels {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("a", Texts.a),
            Map.entry("aggregate", Texts.aggregate),
            Map.entry("alpha", Texts.alpha),
            Map.entry("beta", Texts.beta),
            Map.entry("column", Texts.column),
            Map.entry("condition", Texts.condition),
            Map.entry("corners", Texts.corners),
            Map.entry("count", Texts.count),
            Map.entry("delta", Texts.delta),
            Map.entry("description", Texts.description),
            Map.entry("design", Texts.design),
            Map.entry("deviation", Texts.deviation),
            Map.entry("dimension", Texts.dimension),
            Map.entry("error", Texts.error),
            Map.entry("exact", Texts.exact),
            Map.entry("flowTolerance", Texts.flowTolerance),
            Map.entry("formula", Texts.formula),
            Map.entry("from", Texts.from),
            Map.entry("gamma", Texts.gamma),
            Map.entry("halfWidth", Texts.halfWidth),
            Map.entry("k", Texts.k),
            Map.entry("key", Texts.key),
            Map.entry("logarithmic", Texts.logarithmic),
            Map.entry("matrix", Texts.matrix),
            Map.entry("multiplicity", Texts.multiplicity),
            Map.entry("name", Texts.name),
            Map.entry("normalised", Texts.normalised),
            Map.entry("omega", Texts.omega),
            Map.entry("onSphere", Texts.onSphere),
            Map.entry("parameter", Texts.parameter),
            Map.entry("path", Texts.path),
            Map.entry("pattern", Texts.pattern),
            Map.entry("points", Texts.points),
            Map.entry("query", Texts.query),
            Map.entry("radius", Texts.radius),
            Map.entry("record", Texts.record),
            Map.entry("refine", Texts.refine),
            Map.entry("refineAbove", Texts.refineAbove),
            Map.entry("refinements", Texts.refinements),
            Map.entry("replicates", Texts.replicates),
            Map.entry("sameSeeds", Texts.sameSeeds),
            Map.entry("scale", Texts.scale),
            Map.entry("secondsPerRun", Texts.secondsPerRun),
            Map.entry("seed", Texts.seed),
            Map.entry("sense", Texts.sense),
            Map.entry("settleTolerance", Texts.settleTolerance),
            Map.entry("sides", Texts.sides),
            Map.entry("steps", Texts.steps),
            Map.entry("tieTolerance", Texts.tieTolerance),
            Map.entry("ties", Texts.ties),
            Map.entry("timeStep", Texts.timeStep),
            Map.entry("to", Texts.to),
            Map.entry("tokens", Texts.tokens),
            Map.entry("trajectories", Texts.trajectories),
            Map.entry("values", Texts.values),
            Map.entry("weight", Texts.weight));

    private FieldLabels() {}

    static String of(EStructuralFeature feature) {
        return of(feature.getName());
    }

    /** The label of a feature by its name in the file, such as {@code halfWidth}. */
    static String of(String name) {
        return LABELS.getOrDefault(name, name);
    }
}
