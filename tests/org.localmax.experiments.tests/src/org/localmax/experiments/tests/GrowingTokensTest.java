package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.model.Experiment;
import org.localmax.model.FormulaRule;
import org.localmax.model.Rule;

/** Weights that are negative or do not add up to one let tokens leave their hull, in the end beyond all doubles. */
class GrowingTokensTest {

    @TempDir
    Path folder;

    private String end(Rule rule, String alpha) throws Exception {
        Experiment experiment = Experiments.hardmax("1 1", "2 0", "-1 0.5");
        experiment.setAlpha(alpha);
        experiment.setSteps(2000);
        experiment.getRules().clear();
        Experiments.add(experiment, rule, "growing");
        RunPlan plan = Planner.plan(experiment, folder).getFirst();
        Path output = folder.resolve("out");
        String message = assertThrows(
                        InvalidInputException.class,
                        () -> Runner.run(plan, output, RunOptions.DEFAULT, RunListener.NONE))
                .getMessage();
        assertFalse(Files.exists(output));
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    @Test
    void aRunWhoseScoresOverflowSaysWhichAndWhen() throws Exception {
        String message = end(Experiments.FACTORY.createSelfAdjustedSoftmaxRule(), "1");
        assertTrue(message.matches("test / growing: the step from t = \\d+ cannot be made: .*; expected .*"), message);
        FormulaRule negative = Experiments.FACTORY.createFormulaRule();
        negative.setWeight("if(i == j, -1, 1)"); // of three tokens: each goes twice as far from their mean
        message = end(negative, "inf");
        assertTrue(message.matches("test / growing: the step from t = \\d+ cannot be made: .*; expected .*"), message);
    }
}
