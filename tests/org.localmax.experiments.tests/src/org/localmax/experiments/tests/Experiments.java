package org.localmax.experiments.tests;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.localmax.dynamics.Step;
import org.localmax.experiments.RunListener;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import org.localmax.model.HardmaxRule;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.Matrix;
import org.localmax.model.MatrixInteraction;
import org.localmax.model.Rule;
import org.localmax.model.Token;
import org.localmax.model.TokenList;

/** Experiments for tests. */
final class Experiments {

    static final ExperimentFactory FACTORY = ExperimentFactory.eINSTANCE;

    private Experiments() {}

    /** Hardmax, alpha = 1, ten steps, from the points given as text. */
    static Experiment hardmax(String... points) {
        Experiment experiment = ExperimentFiles.newExperiment("test");
        experiment.setAlpha("1");
        experiment.setSteps(10);
        experiment.setTokens(tokens(points));
        HardmaxRule rule = FACTORY.createHardmaxRule();
        rule.setName("hardmax");
        experiment.getRules().add(rule);
        return experiment;
    }

    static TokenList tokens(String... points) {
        TokenList list = FACTORY.createTokenList();
        Arrays.stream(points).forEach(point -> {
            Token token = FACTORY.createToken();
            token.setAt(point);
            list.getTokens().add(token);
        });
        return list;
    }

    /** A as a matrix given in place. */
    static MatrixInteraction matrix(String values) {
        Matrix matrix = FACTORY.createMatrix();
        matrix.setValues(values);
        MatrixInteraction interaction = FACTORY.createMatrixInteraction();
        interaction.setMatrix(matrix);
        return interaction;
    }

    /** Adds a localmax rule. */
    static LocalmaxRule addLocalmax(Experiment experiment, String name, String delta) {
        LocalmaxRule rule = FACTORY.createLocalmaxRule();
        rule.setName(name);
        rule.setDelta(delta);
        experiment.getRules().add(rule);
        return rule;
    }

    /** Adds a rule under a name. */
    static <R extends Rule> R add(Experiment experiment, R rule, String name) {
        rule.setName(name);
        experiment.getRules().add(rule);
        return rule;
    }

    /** Adds each rule beyond the selective ones and softmax, in its defaults. */
    static void addOperators(Experiment experiment) {
        add(experiment, FACTORY.createHegselmannKrauseRule(), "hegselmann-krause");
        add(experiment, FACTORY.createSparsemaxRule(), "sparsemax");
        add(experiment, FACTORY.createEntmaxRule(), "entmax");
        add(experiment, FACTORY.createTopKRule(), "top-k");
        add(experiment, FACTORY.createSelfAdjustedSoftmaxRule(), "sa-softmax");
        add(experiment, FACTORY.createSecondMellowmaxRule(), "sm2");
        add(experiment, FACTORY.createSampledSoftmaxRule(), "sampled-softmax");
        add(experiment, FACTORY.createFormulaRule(), "custom");
    }

    static Experiment parse(String document) throws ExperimentFormatException {
        return ExperimentFiles.parse("test.localmax", document.getBytes(StandardCharsets.UTF_8));
    }

    /** Cancels before so many steps are done. */
    static RunListener cancellingAfter(int steps) {
        return new RunListener() {
            private int done;

            @Override
            public void stepped(Step step) {
                done++;
            }

            @Override
            public boolean isCancelled() {
                return done == steps;
            }
        };
    }
}
