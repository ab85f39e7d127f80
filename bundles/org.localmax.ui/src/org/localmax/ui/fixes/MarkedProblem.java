package org.localmax.ui.fixes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import org.localmax.ui.projects.ProblemMarkers;

/**
 * A problem of an experiment that can be read, with the place in the model where it is.
 *
 * @param file the file of the experiment
 * @param experiment what the file says
 * @param element the element at fault
 * @param feature its feature, unless it is the element as a whole
 * @param message what is wrong and what is expected
 */
record MarkedProblem(
        IFile file, Experiment experiment, EObject element, Optional<EStructuralFeature> feature, String message) {

    /** The problem of a marker; empty if its file is damaged, or has changed so that the place is not there. */
    static Optional<MarkedProblem> of(IMarker marker) {
        if (!(marker.getResource() instanceof IFile file) || file.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Experiment experiment = ExperimentFiles.load(file.getLocation().toPath());
            String place = marker.getAttribute(IMarker.LOCATION, "") + ": ";
            String text = marker.getAttribute(IMarker.MESSAGE, "");
            String message = text.startsWith(place) ? text.substring(place.length()) : text;
            return element(experiment, marker.getAttribute(ProblemMarkers.ELEMENT, ""))
                    .map(element -> new MarkedProblem(
                            file,
                            experiment,
                            element,
                            Optional.ofNullable(element.eClass()
                                    .getEStructuralFeature(marker.getAttribute(ProblemMarkers.FEATURE, ""))),
                            message));
        } catch (ExperimentFormatException _) {
            return Optional.empty();
        }
    }

    /** What is at a path in an experiment. */
    static Optional<EObject> element(Experiment experiment, String path) {
        try {
            return path.isEmpty()
                    ? Optional.of(experiment)
                    : Optional.ofNullable(EcoreUtil.getEObject(experiment, path));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty(); // the file has changed since
        }
    }

    /** The place of an element of the experiment. */
    String path(EObject part) {
        return EcoreUtil.getRelativeURIFragmentPath(experiment, part);
    }

    /** The attributes that may be at fault: the one that the problem names before all others of its element. */
    List<EAttribute> attributes() {
        Stream<EAttribute> named = feature.filter(EAttribute.class::isInstance).map(EAttribute.class::cast).stream();
        return Stream.concat(named, element.eClass().getEAllAttributes().stream())
                .filter(attribute -> !attribute.isMany())
                .distinct()
                .toList();
    }
}
