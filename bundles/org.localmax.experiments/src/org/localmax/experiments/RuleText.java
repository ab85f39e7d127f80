package org.localmax.experiments;

import java.util.stream.Collectors;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.TopK;
import org.localmax.experiments.internal.RuleOptions;

/**
 * Attention rules as text, for the command line and for run.json: a name, and after a colon options separated by commas,
 * as in {@code localmax:delta=1.5/(1+t),scale=normalized}.
 */
public final class RuleText {

    /** What rules look like, one a line. */
    public static final String SYNTAX = """
            hardmax[:multiplicity=counted|point-set]
            localmax:delta=D[,scale=normalized|absolute|keynorm]
            softmax:beta=B[,error=E]
            hegselmann-krause:delta=D
            frank-wolfe[:sense=max|min,ties=first|mean]
            sparsemax:beta=B
            entmax:alpha=A,beta=B
            top-k:k=K[,beta=B]
            sampled-softmax:beta=B[,seed=S]
            sa-softmax:beta=B[,normalised=yes|no]
            sm2:beta=B,a=A,omega=W
            custom:weight=FORMULA[,beta=B,delta=D,scale=...]""";

    /** The exponent at which entmax is called sparsemax. */
    private static final double SPARSEMAX = 2;

    private RuleText() {}

    /**
     * The rule that a text says.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static AttentionRule parse(String text) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        RuleOptions options = new RuleOptions(name, colon < 0 ? "" : text.substring(colon + 1));
        AttentionRule rule = switch (name) {
            case "hardmax" -> new Hardmax(options.choice("multiplicity", Multiplicity.COUNTED));
            case "softmax" -> new Softmax(options.formula("beta"), options.numberOr("error", 0));
            case "localmax" -> new Localmax(options.formula("delta"), options.choice("scale", Scale.NORMALIZED));
            case "frank-wolfe" ->
                new FrankWolfe(options.choice("sense", Sense.MAX), options.choice("ties", Ties.FIRST));
            case "hegselmann-krause" -> new HegselmannKrause(options.formula("delta"));
            case "sparsemax" -> new Entmax(SPARSEMAX, options.formula("beta"));
            case "entmax" -> new Entmax(options.number("alpha"), options.formula("beta"));
            case "top-k" -> new TopK(options.integer("k"), options.formulaOr("beta", "0"));
            case "sa-softmax" ->
                new SelfAdjustedSoftmax(options.formula("beta"), options.choice("normalised", Answer.NO) == Answer.YES);
            case "sm2" -> new SecondMellowmax(options.formula("beta"), options.number("a"), options.number("omega"));
            case "sampled-softmax" -> new SampledSoftmax(options.formula("beta"), options.integerOr("seed", 1));
            case "custom" ->
                new WeightFormula(
                        options.text("weight"),
                        options.formulaOr("beta", "1"),
                        options.formulaOr("delta", "0"),
                        options.choice("scale", Scale.NORMALIZED));
            default -> throw new IllegalArgumentException("the rule '" + name + "' is not known; expected " + names());
        };
        options.refuseOthers();
        return rule;
    }

    /**
     * The text of a rule, all options written out; {@link #parse} gives the rule back.
     *
     * @throws IllegalArgumentException for a custom rule, which no text says
     */
    public static String of(AttentionRule rule) {
        return switch (rule) {
            case Hardmax hardmax -> "hardmax:multiplicity=" + RuleOptions.word(hardmax.multiplicity());
            case Softmax softmax ->
                "softmax:beta=" + softmax.beta() + (softmax.error() == 0 ? "" : ",error=" + softmax.error());
            case Localmax localmax ->
                "localmax:delta=" + localmax.delta() + ",scale=" + RuleOptions.word(localmax.scale());
            case FrankWolfe oracle ->
                "frank-wolfe:sense=" + RuleOptions.word(oracle.sense()) + ",ties=" + RuleOptions.word(oracle.ties());
            case HegselmannKrause ball -> "hegselmann-krause:delta=" + ball.delta();
            case CustomRule custom -> of(custom);
        };
    }

    private static String of(CustomRule rule) {
        return switch (rule) {
            case Entmax entmax ->
                entmax.alpha() == SPARSEMAX
                        ? "sparsemax:beta=" + entmax.beta()
                        : "entmax:alpha=" + entmax.alpha() + ",beta=" + entmax.beta();
            case TopK best -> "top-k:k=" + best.k() + ",beta=" + best.beta();
            case SelfAdjustedSoftmax adjusted ->
                "sa-softmax:beta=" + adjusted.beta() + ",normalised="
                        + RuleOptions.word(Answer.of(adjusted.normalised()));
            case SecondMellowmax mean -> "sm2:beta=" + mean.beta() + ",a=" + mean.a() + ",omega=" + mean.omega();
            case SampledSoftmax chain -> "sampled-softmax:beta=" + chain.beta() + ",seed=" + chain.seed();
            case WeightFormula formula ->
                "custom:weight=" + formula.weight() + ",beta=" + formula.beta() + ",delta=" + formula.delta()
                        + ",scale=" + RuleOptions.word(formula.scale());
            default -> throw new IllegalArgumentException("no text says the rule " + rule + "; expected " + names());
        };
    }

    /** The names of all rules. */
    private static String names() {
        return SYNTAX.lines()
                .map(line -> line.substring(0, line.indexOf(line.contains("[:") ? "[:" : ":")))
                .collect(Collectors.joining(", "));
    }

    /** An option that is on or off. */
    private enum Answer {
        YES,
        NO;

        static Answer of(boolean holds) {
            return holds ? YES : NO;
        }
    }
}
