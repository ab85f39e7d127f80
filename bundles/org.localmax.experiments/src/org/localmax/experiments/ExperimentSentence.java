package org.localmax.experiments;

import java.util.List;
import java.util.stream.Collectors;
import org.localmax.experiments.internal.ModelReader;
import org.localmax.model.EntmaxRule;
import org.localmax.model.Experiment;
import org.localmax.model.FormulaRule;
import org.localmax.model.FrankWolfeRule;
import org.localmax.model.HardmaxRule;
import org.localmax.model.HegselmannKrauseRule;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.Multiplicity;
import org.localmax.model.OracleTies;
import org.localmax.model.Rule;
import org.localmax.model.SampledSoftmaxRule;
import org.localmax.model.SecondMellowmaxRule;
import org.localmax.model.SelfAdjustedSoftmaxRule;
import org.localmax.model.Sense;
import org.localmax.model.SoftmaxRule;
import org.localmax.model.SparsemaxRule;
import org.localmax.model.TopKRule;

/** What an experiment does, in one sentence. */
public final class ExperimentSentence {

    private ExperimentSentence() {}

    /** The sentence; an unfinished experiment gives an unfinished one, never an error. */
    public static String of(Experiment experiment) {
        List<Rule> rules = experiment.getRules();
        String first = rules.isEmpty() ? "no rule" : of(rules.getFirst());
        String others = rules.size() < 2
                ? ""
                : "; compared with "
                        + rules.stream().skip(1).map(rule -> of(rule)).collect(Collectors.joining(" and "));
        return experiment.getSteps() + " steps of " + first + ", " + size(experiment) + movement(experiment)
                + (experiment.isExact() ? ", in exact arithmetic" : "") + ", from "
                + ModelReader.describe(experiment.getTokens()) + others + ".";
    }

    private static String size(Experiment experiment) {
        if (experiment.getAlpha() != null) {
            return "alpha = " + experiment.getAlpha();
        }
        if (experiment.getTimeStep() != null) {
            return "each the flow for a time " + experiment.getTimeStep();
        }
        if (experiment.getAlphaMatrix() != null) {
            return "alpha a matrix";
        }
        return experiment.getGammaMatrix() != null ? "gamma a matrix" : "gamma = " + experiment.getGamma();
    }

    private static String movement(Experiment experiment) {
        String movement = MovementText.of(experiment.getValueMatrix() != null, false, experiment.isOnSphere());
        return movement.isEmpty() ? "" : ", " + movement;
    }

    /** What a rule is, in a few words. */
    public static String of(Rule rule) {
        return switch (rule) {
            case HardmaxRule hardmax ->
                hardmax.getMultiplicity() == Multiplicity.POINT_SET ? "hardmax (points counted once)" : "hardmax";
            case SoftmaxRule softmax ->
                "softmax (beta = " + softmax.getBeta()
                        + (softmax.getError() == 0 ? ")" : ", error at most " + softmax.getError() + ")");
            case LocalmaxRule localmax -> "localmax (" + localmax.getScale() + ", delta = " + localmax.getDelta() + ")";
            case FrankWolfeRule oracle ->
                "Frank-Wolfe (" + (oracle.getSense() == Sense.MAX ? "maximising" : "minimising")
                        + (oracle.getTies() == OracleTies.MEAN ? ", mean of ties)" : ", first of ties)");
            case HegselmannKrauseRule ball -> "Hegselmann-Krause (delta = " + ball.getDelta() + ")";
            case SparsemaxRule sparsemax -> "sparsemax (beta = " + sparsemax.getBeta() + ")";
            case EntmaxRule entmax -> entmax.getAlpha() + "-entmax (beta = " + entmax.getBeta() + ")";
            case TopKRule best -> "the best " + best.getK() + " tokens (beta = " + best.getBeta() + ")";
            case SelfAdjustedSoftmaxRule adjusted ->
                "self-adjusted softmax (" + (adjusted.isNormalised() ? "normalised, " : "") + "beta = "
                        + adjusted.getBeta() + ")";
            case SecondMellowmaxRule mean ->
                "SM2 (beta = " + mean.getBeta() + ", a = " + mean.getA() + ", omega = " + mean.getOmega() + ")";
            case SampledSoftmaxRule chain ->
                "sampled softmax (beta = " + chain.getBeta() + ", seed " + chain.getSeed() + ")";
            case FormulaRule own -> "weights " + own.getWeight();
            case null, default -> "a rule of unknown kind";
        };
    }
}
