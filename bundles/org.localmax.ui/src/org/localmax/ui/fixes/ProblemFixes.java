package org.localmax.ui.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** Offers what can be done about the problems of experiments, in the view of problems and in text editors. */
public final class ProblemFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return !fixes(marker).isEmpty();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        List<Fix> fixes = fixes(marker);
        return IntStream.range(0, fixes.size())
                .mapToObj(k -> new Resolution(fixes.get(k), fixes.size() - k))
                .toArray(IMarkerResolution[]::new);
    }

    private static List<Fix> fixes(IMarker marker) {
        Optional<MarkedProblem> found = MarkedProblem.of(marker);
        if (found.isEmpty()) {
            return marker.getResource() instanceof IFile file ? DamageFixes.of(file, marker) : List.of();
        }
        return of(found.get());
    }

    /** What mends a problem, the best first. */
    static List<Fix> of(MarkedProblem problem) {
        List<Fix> fixes = new ArrayList<>();
        fixes.addAll(FileFixes.of(problem));
        fixes.addAll(WordFixes.of(problem));
        fixes.addAll(NameFixes.of(problem));
        fixes.addAll(StepSizeFixes.of(problem));
        fixes.addAll(RangeFixes.of(problem));
        return fixes;
    }
}
