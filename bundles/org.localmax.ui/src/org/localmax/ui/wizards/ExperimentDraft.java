package org.localmax.ui.wizards;

import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.TokenSource;
import org.localmax.ui.preferences.Settings;

/**
 * What a wizard asks for a new experiment.
 *
 * @param name name of the experiment
 * @param tokens where its tokens come from
 * @param rule its first rule
 * @param steps the horizon
 */
record ExperimentDraft(String name, TokenSource tokens, RuleKind rule, int steps) {

    Experiment toExperiment() {
        Experiment experiment = ExperimentFiles.newExperiment(name);
        experiment.setSteps(steps);
        experiment.setRecord(Settings.recording());
        if (rule == RuleKind.FRANK_WOLFE) {
            experiment.setGamma("2/(t+2)");
        } else {
            experiment.setAlpha("1");
        }
        experiment.setTokens(tokens);
        experiment.getRules().add(rule.create());
        return experiment;
    }
}
