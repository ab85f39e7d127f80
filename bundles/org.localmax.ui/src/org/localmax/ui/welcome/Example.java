package org.localmax.ui.welcome;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import org.osgi.framework.Bundle;

/**
 * An experiment of the gallery.
 *
 * @param file its file in the installation
 * @param experiment what the file holds; read, never changed
 */
record Example(Path file, Experiment experiment) {

    private static final String BUNDLE = "org.localmax.examples";
    private static final String FOLDER = "gallery";

    /** All examples, by the names of their files. */
    static List<Example> gallery() {
        Bundle bundle = Platform.getBundle(BUNDLE);
        List<Example> examples = new ArrayList<>();
        if (bundle != null) {
            var entries = bundle.findEntries(FOLDER, "*." + ExperimentFiles.EXTENSION, false);
            for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
                add(examples, entry);
            }
        }
        examples.sort(Comparator.comparing(example -> example.file().getFileName()));
        return examples;
    }

    private static void add(List<Example> examples, URL entry) {
        try {
            Path file = Path.of(FileLocator.toFileURL(entry).getPath());
            examples.add(new Example(file, ExperimentFiles.load(file)));
        } catch (IOException | ExperimentFormatException e) {
            Platform.getLog(Example.class).error("The example " + entry + " cannot be read", e);
        }
    }

    /** The name as a title. */
    String title() {
        String name = experiment
                .getName()
                .replace("frank-wolfe", Texts.frankWolfe)
                .replace('-', ' ')
                .replace('_', ' ');
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    String description() {
        return experiment.getDescription() == null
                ? ""
                : experiment.getDescription().strip().replaceAll("\\s+", " ");
    }
}
