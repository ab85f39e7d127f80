package org.localmax.ui.projects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/** What is wrong with an experiment file, as the Problems view shows it. */
public final class ProblemMarkers {

    public static final String TYPE = "org.localmax.ui.problem";

    /** The attribute of a marker with the element at fault: its path from the experiment, as EMF writes it. */
    public static final String ELEMENT = "element";

    /** The attribute of a marker with the name of the feature at fault; empty if it is the element as a whole. */
    public static final String FEATURE = "feature";

    /**
     * One problem.
     *
     * @param place how a reader finds it
     * @param line line of the file from 1, 0 if not known
     * @param element path of the element from the experiment; empty for the experiment, and where nobody can tell
     * @param feature name of its feature; empty if it is the element as a whole
     */
    public record Entry(String place, String message, int line, String element, String feature) {}

    private ProblemMarkers() {}

    /** Replaces the problems of a file. */
    static void replace(IFile file, List<Entry> entries) throws CoreException {
        file.deleteMarkers(TYPE, false, IResource.DEPTH_ZERO);
        for (Entry entry : entries) {
            // in one go, so that nobody sees a marker without its message
            file.createMarker(TYPE, attributes(entry));
        }
    }

    private static Map<String, Object> attributes(Entry entry) {
        Map<String, Object> attributes = new HashMap<>();
        String text = entry.place().isEmpty() ? entry.message() : entry.place() + ": " + entry.message();
        attributes.put(IMarker.MESSAGE, text);
        attributes.put(IMarker.SEVERITY, IMarker.SEVERITY_ERROR);
        if (entry.line() > 0) {
            attributes.put(IMarker.LINE_NUMBER, entry.line());
        } else {
            attributes.put(IMarker.LOCATION, entry.place());
        }
        attributes.put(ELEMENT, entry.element());
        attributes.put(FEATURE, entry.feature());
        return attributes;
    }
}
