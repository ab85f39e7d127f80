package org.localmax.experiments.internal;

import java.math.BigDecimal;
import java.util.StringJoiner;
import java.util.function.Function;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.TopK;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.WeightFormula;
import org.localmax.model.EntmaxRule;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.FormulaRule;
import org.localmax.model.FrankWolfeRule;
import org.localmax.model.HardmaxRule;
import org.localmax.model.HegselmannKrauseRule;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.Matrix;
import org.localmax.model.MatrixInteraction;
import org.localmax.model.Multiplicity;
import org.localmax.model.OracleTies;
import org.localmax.model.Rule;
import org.localmax.model.SampledSoftmaxRule;
import org.localmax.model.Scale;
import org.localmax.model.SecondMellowmaxRule;
import org.localmax.model.SelfAdjustedSoftmaxRule;
import org.localmax.model.Sense;
import org.localmax.model.SoftmaxRule;
import org.localmax.model.SparsemaxRule;
import org.localmax.model.Token;
import org.localmax.model.TokenList;
import org.localmax.model.TopKRule;

/** Writes plans as experiments whose plans they are, with every token written out: what {@link ModelReader} reads, the other way. */
public final class ModelWriter {

    private static final ExperimentFactory FACTORY = ExperimentFactory.eINSTANCE;
    private static final double SPARSEMAX = 2;

    private ModelWriter() {}

    /**
     * The experiment of a plan.
     *
     * @param input its tokens and A, to the last bit
     * @param steps how many steps it makes
     * @param exact whether it makes them over the fractions
     */
    public static Experiment of(RunPlan plan, ExactInput input, int steps, boolean exact) {
        Experiment experiment = ExperimentFiles.newExperiment(plan.experiment());
        experiment.setSteps(steps);
        experiment.setExact(exact);
        setMovement(experiment, plan.dynamics());
        if (!exact) {
            experiment.setTieTolerance(plan.dynamics().ties().tolerance());
        }
        experiment.setSettleTolerance(plan.settleTolerance());
        experiment.setTokens(tokens(input.tokens(), plan.exact().isPresent()));
        int d = input.tokens().dimension();
        if (!input.interaction().equals(ExactMatrix.identity(d))) {
            MatrixInteraction given = FACTORY.createMatrixInteraction();
            given.setMatrix(matrix(input.interaction(), plan.exact().isPresent()));
            experiment.setInteraction(given);
        }
        Rule rule = rule(plan.dynamics().rule());
        rule.setName(plan.rule());
        experiment.getRules().add(rule);
        return experiment;
    }

    /** How tokens move; matrices are those of the doubles. */
    private static void setMovement(Experiment experiment, Dynamics dynamics) {
        Movement movement = dynamics.movement();
        String size = dynamics.stepSize().schedule().toString();
        if (movement.preconditioner().isPresent()) {
            experiment.setGammaMatrix(
                    matrix(ExactMatrix.of(movement.preconditioner().get()), false));
        } else {
            switch (dynamics.stepSize().form()) {
                case ALPHA -> experiment.setAlpha(size);
                case GAMMA -> experiment.setGamma(size);
                case TIME -> {
                    experiment.setTimeStep(size);
                    experiment.setFlowTolerance(dynamics.stepSize().tolerance());
                }
            }
        }
        movement.values().ifPresent(values -> experiment.setValueMatrix(matrix(ExactMatrix.of(values), false)));
        experiment.setOnSphere(movement.onSphere());
    }

    private static TokenList tokens(ExactTokens tokens, boolean asFractions) {
        TokenList list = FACTORY.createTokenList();
        for (int i = 0; i < tokens.count(); i++) {
            Token token = FACTORY.createToken();
            token.setAt(row(tokens.token(i), asFractions));
            list.getTokens().add(token);
        }
        return list;
    }

    private static Matrix matrix(ExactMatrix interaction, boolean asFractions) {
        StringJoiner rows = new StringJoiner("; ");
        for (int r = 0; r < interaction.dimension(); r++) {
            Rational[] row = new Rational[interaction.dimension()];
            for (int c = 0; c < row.length; c++) {
                row[c] = interaction.get(r, c);
            }
            rows.add(row(row, asFractions));
        }
        Matrix matrix = FACTORY.createMatrix();
        matrix.setValues(rows.toString());
        return matrix;
    }

    /** Doubles are written as decimals to their last digit, since a quotient may be rounded once more. */
    private static String row(Rational[] numbers, boolean asFractions) {
        Function<Rational, String> text = asFractions
                ? Rational::toString
                : number ->
                        new BigDecimal(number.toDouble()).stripTrailingZeros().toString();
        StringJoiner row = new StringJoiner(" ");
        for (Rational number : numbers) {
            row.add(text.apply(number));
        }
        return row.toString();
    }

    private static Rule rule(AttentionRule rule) {
        return switch (rule) {
            case AttentionRule.Hardmax hardmax -> {
                HardmaxRule written = FACTORY.createHardmaxRule();
                written.setMultiplicity(
                        Multiplicity.getByName(hardmax.multiplicity().name()));
                yield written;
            }
            case AttentionRule.Softmax softmax -> {
                SoftmaxRule written = FACTORY.createSoftmaxRule();
                written.setBeta(softmax.beta().toString());
                written.setError(softmax.error());
                yield written;
            }
            case AttentionRule.Localmax localmax -> {
                LocalmaxRule written = FACTORY.createLocalmaxRule();
                written.setDelta(localmax.delta().toString());
                written.setScale(Scale.getByName(localmax.scale().name()));
                yield written;
            }
            case AttentionRule.FrankWolfe oracle -> {
                FrankWolfeRule written = FACTORY.createFrankWolfeRule();
                written.setSense(Sense.getByName(oracle.sense().name()));
                written.setTies(OracleTies.getByName(oracle.ties().name()));
                yield written;
            }
            case AttentionRule.HegselmannKrause ball -> {
                HegselmannKrauseRule written = FACTORY.createHegselmannKrauseRule();
                written.setDelta(ball.delta().toString());
                yield written;
            }
            case CustomRule custom -> custom(custom);
        };
    }

    private static Rule custom(CustomRule rule) {
        return switch (rule) {
            case Entmax entmax
            when entmax.alpha() == SPARSEMAX -> {
                SparsemaxRule written = FACTORY.createSparsemaxRule();
                written.setBeta(entmax.beta().toString());
                yield written;
            }
            case Entmax entmax -> {
                EntmaxRule written = FACTORY.createEntmaxRule();
                written.setAlpha(entmax.alpha());
                written.setBeta(entmax.beta().toString());
                yield written;
            }
            case TopK best -> {
                TopKRule written = FACTORY.createTopKRule();
                written.setK(best.k());
                written.setBeta(best.beta().toString());
                yield written;
            }
            case SelfAdjustedSoftmax adjusted -> {
                SelfAdjustedSoftmaxRule written = FACTORY.createSelfAdjustedSoftmaxRule();
                written.setBeta(adjusted.beta().toString());
                written.setNormalised(adjusted.normalised());
                yield written;
            }
            case SecondMellowmax mean -> {
                SecondMellowmaxRule written = FACTORY.createSecondMellowmaxRule();
                written.setBeta(mean.beta().toString());
                written.setA(mean.a());
                written.setOmega(mean.omega());
                yield written;
            }
            case SampledSoftmax chain -> {
                SampledSoftmaxRule written = FACTORY.createSampledSoftmaxRule();
                written.setBeta(chain.beta().toString());
                written.setSeed(chain.seed());
                yield written;
            }
            case WeightFormula own -> {
                FormulaRule written = FACTORY.createFormulaRule();
                written.setWeight(own.weight());
                written.setBeta(own.beta().toString());
                written.setDelta(own.delta().toString());
                written.setScale(Scale.getByName(own.scale().name()));
                yield written;
            }
            default -> throw new IllegalArgumentException("no experiment says the rule " + rule);
        };
    }
}
