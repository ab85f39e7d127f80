package org.localmax.ui.editor;

import java.util.List;
import org.localmax.experiments.sweeps.Sweeps;

/** The parameters of an experiment that an axis may vary. */
record ParameterNames(ExperimentDocument document) implements Names {

    @Override
    public List<Name> after(String before) {
        return Sweeps.parameters(document.experiment()).stream()
                .map(path -> new Name(path, FieldLabels.of(path.substring(path.lastIndexOf('.') + 1))))
                .toList();
    }

    /** Names of rules have dashes and dots in them. */
    @Override
    public String begun(String before) {
        return before.stripLeading();
    }
}
