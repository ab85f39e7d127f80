package org.localmax.ui.wizards;

import java.util.Locale;
import org.localmax.model.BallTokens;
import org.localmax.model.BoxTokens;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.GaussianTokens;
import org.localmax.model.GeneratedTokens;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.PolygonTokens;
import org.localmax.model.Rule;
import org.localmax.model.SphereTokens;
import org.localmax.model.Token;
import org.localmax.model.TokenList;
import org.localmax.model.TokenSource;
import org.localmax.ui.preferences.Settings;

/**
 * What the wizard asks for a new experiment.
 *
 * @param name name of the experiment
 * @param kind where its tokens come from
 * @param count number of tokens, where they are generated
 * @param dimension d, where it can be chosen
 * @param rule its first rule
 * @param steps the horizon
 */
record ExperimentDraft(String name, TokenKind kind, int count, int dimension, RuleKind rule, int steps) {

    /** Kinds of tokens that make a valid experiment at once. */
    enum TokenKind {
        BALL("Uniform in a ball"),
        BOX("Uniform in a box"),
        SPHERE("Uniform on a sphere"),
        GAUSSIAN("Gaussian"),
        POLYGON("Corners of a polygon and tokens within"),
        LIST("Given one by one");

        final String label;

        TokenKind(String label) {
            this.label = label;
        }

        boolean isGenerated() {
            return this != LIST;
        }

        boolean hasDimension() {
            return this != LIST && this != POLYGON;
        }
    }

    /** Kinds of rules. */
    enum RuleKind {
        LOCALMAX("Localmax"),
        HARDMAX("Hardmax"),
        SOFTMAX("Softmax"),
        FRANK_WOLFE("Frank\u2013Wolfe"),
        HEGSELMANN_KRAUSE("Hegselmann\u2013Krause"),
        SPARSEMAX("Sparsemax"),
        ENTMAX("Entmax"),
        TOP_K("Top-k"),
        SAMPLED_SOFTMAX("Sampled softmax"),
        SELF_ADJUSTED_SOFTMAX("Self-adjusted softmax"),
        SM2("SM2"),
        FORMULA("Formula");

        final String label;

        RuleKind(String label) {
            this.label = label;
        }
    }

    Experiment toExperiment() {
        Experiment experiment = ExperimentFiles.newExperiment(name);
        experiment.setSteps(steps);
        experiment.setRecord(Settings.recording());
        if (rule == RuleKind.FRANK_WOLFE) {
            experiment.setGamma("2/(t+2)");
        } else {
            experiment.setAlpha("1");
        }
        experiment.setTokens(tokens());
        experiment.getRules().add(newRule());
        return experiment;
    }

    private TokenSource tokens() {
        ExperimentFactory factory = ExperimentFactory.eINSTANCE;
        return switch (kind) {
            case BALL -> {
                BallTokens tokens = factory.createBallTokens();
                tokens.setDimension(dimension);
                yield counted(tokens);
            }
            case BOX -> {
                BoxTokens tokens = factory.createBoxTokens();
                tokens.setDimension(dimension);
                yield counted(tokens);
            }
            case SPHERE -> {
                SphereTokens tokens = factory.createSphereTokens();
                tokens.setDimension(dimension);
                yield counted(tokens);
            }
            case GAUSSIAN -> {
                GaussianTokens tokens = factory.createGaussianTokens();
                tokens.setDimension(dimension);
                yield counted(tokens);
            }
            case POLYGON -> {
                PolygonTokens tokens = factory.createPolygonTokens();
                yield counted(tokens);
            }
            case LIST -> triangle();
        };
    }

    private GeneratedTokens counted(GeneratedTokens tokens) {
        tokens.setCount(count);
        return tokens;
    }

    private static TokenList triangle() {
        TokenList list = ExperimentFactory.eINSTANCE.createTokenList();
        for (String at : new String[] {"0 0", "1 0", "0 1", "1/4 1/4"}) {
            Token token = ExperimentFactory.eINSTANCE.createToken();
            token.setAt(at);
            list.getTokens().add(token);
        }
        return list;
    }

    private Rule newRule() {
        ExperimentFactory factory = ExperimentFactory.eINSTANCE;
        Rule made = switch (rule) {
            case LOCALMAX -> {
                LocalmaxRule localmax = factory.createLocalmaxRule();
                localmax.setDelta("1/2");
                yield localmax;
            }
            case HARDMAX -> factory.createHardmaxRule();
            case SOFTMAX -> factory.createSoftmaxRule();
            case FRANK_WOLFE -> factory.createFrankWolfeRule();
            case HEGSELMANN_KRAUSE -> factory.createHegselmannKrauseRule();
            case SPARSEMAX -> factory.createSparsemaxRule();
            case ENTMAX -> factory.createEntmaxRule();
            case TOP_K -> factory.createTopKRule();
            case SAMPLED_SOFTMAX -> factory.createSampledSoftmaxRule();
            case SELF_ADJUSTED_SOFTMAX -> factory.createSelfAdjustedSoftmaxRule();
            case SM2 -> factory.createSecondMellowmaxRule();
            case FORMULA -> factory.createFormulaRule();
        };
        made.setName(rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return made;
    }
}
