package org.localmax.ui.projects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceVisitor;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Path;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;

/**
 * A file or folder that gets another place, and what the experiments of its project say of it.
 *
 * @param from path in the workspace
 * @param to path in the workspace afterwards
 */
record Relocation(IPath from, IPath to) {

    /** The attribute of everything in an experiment that is read from a file. */
    private static final String PATH = "path";

    /** An experiment that says something else afterwards: its place then, what it holds and what it will. */
    record Rewriting(IPath place, byte[] before, byte[] after) {}

    /** Where a path of the workspace leads afterwards. */
    IPath map(IPath path) {
        return from.isPrefixOf(path) ? to.append(path.removeFirstSegments(from.segmentCount())) : path;
    }

    /** All experiments of a project that have to be written anew so that they mean the same files. */
    List<Rewriting> rewritings(IProject project) throws CoreException {
        List<Rewriting> found = new ArrayList<>();
        project.accept((IResourceVisitor) resource -> {
            if (resource instanceof IFile file && LocalmaxProject.EXTENSION.equals(file.getFileExtension())) {
                rewriting(file).ifPresent(found::add);
            }
            return !isResults(resource);
        });
        return found;
    }

    private static boolean isResults(IResource resource) {
        return resource.getProjectRelativePath().segmentCount() == 1
                && resource.getName().equals(LocalmaxProject.RESULTS);
    }

    private Optional<Rewriting> rewriting(IFile file) throws CoreException {
        byte[] before = file.readAllBytes();
        String text = new String(before, StandardCharsets.UTF_8);
        try {
            Experiment experiment = ExperimentFiles.parse(file.getName(), before);
            String after = named(withPaths(text, file.getFullPath(), experiment), file.getFullPath(), experiment);
            return after.equals(text)
                    ? Optional.empty()
                    : Optional.of(
                            new Rewriting(map(file.getFullPath()), before, after.getBytes(StandardCharsets.UTF_8)));
        } catch (ExperimentFormatException _) { // nobody knows what a damaged file means
            return Optional.empty();
        }
    }

    private String withPaths(String text, IPath place, Experiment experiment) {
        TreeMap<String, String> fresh = new TreeMap<>();
        experiment
                .eAllContents()
                .forEachRemaining(element -> path(element).ifPresent(path -> {
                    String moved = moved(path, place);
                    if (!moved.equals(path)) {
                        fresh.put(path, moved);
                    }
                }));
        Matcher attribute = Pattern.compile("(\\s" + PATH + "=\")([^\"]*)(\")").matcher(text);
        return attribute.replaceAll(match -> Matcher.quoteReplacement(match.group(1)
                + Optional.ofNullable(fresh.get(unescaped(match.group(2))))
                        .map(Relocation::escaped)
                        .orElse(match.group(2))
                + match.group(3)));
    }

    private static Optional<String> path(EObject element) {
        EStructuralFeature feature = element.eClass().getEStructuralFeature(PATH);
        return feature == null ? Optional.empty() : Optional.ofNullable((String) element.eGet(feature));
    }

    private String moved(String path, IPath place) {
        if (path.isBlank() || new Path(path).isAbsolute()) {
            return path;
        }
        IPath target = place.removeLastSegments(1).append(path);
        IPath newPlace = map(place);
        boolean isTouched = from.isPrefixOf(target) || !newPlace.equals(place);
        return isTouched
                ? map(target).makeRelativeTo(newPlace.removeLastSegments(1)).toString()
                : path;
    }

    /** An experiment that is called as its file is follows that. */
    private String named(String text, IPath place, Experiment experiment) {
        String old = name(place);
        String fresh = name(map(place));
        return old.equals(fresh) || !old.equals(experiment.getName())
                ? text
                : text.replaceFirst(
                        "(\\sname=\")" + Pattern.quote(escaped(old)) + "\"",
                        "$1" + Matcher.quoteReplacement(escaped(fresh) + "\""));
    }

    static String name(IPath place) {
        return place.removeFileExtension().lastSegment();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String unescaped(String value) {
        return value.replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
