package org.localmax.ui.projects;

import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;

/** Keeps at an experiment that its last run failed, and why, until it is run again or changed. */
public final class RunOutcome extends JobChangeAdapter {

    /** The marker, which the Problems view lists. */
    public static final String TYPE = "org.localmax.ui.failedRun";

    /** Attribute of the marker: what the experiment was when it was run. */
    private static final String STAMP = "stamp";

    private final IFile experiment;
    private final String stamp;

    /** @param experiment what is run, as it is now */
    public RunOutcome(IFile experiment) {
        this.experiment = experiment;
        stamp = String.valueOf(experiment.getModificationStamp());
    }

    @Override
    public void done(IJobChangeEvent event) {
        IStatus result = event.getResult();
        try {
            if (!experiment.exists() || result.getSeverity() == IStatus.CANCEL) {
                return;
            }
            experiment.deleteMarkers(TYPE, false, IResource.DEPTH_ZERO);
            if (result.getSeverity() == IStatus.ERROR) {
                experiment.createMarker(
                        TYPE,
                        Map.of(
                                IMarker.MESSAGE,
                                result.getMessage(),
                                IMarker.SEVERITY,
                                IMarker.SEVERITY_ERROR,
                                STAMP,
                                stamp));
            }
        } catch (CoreException e) {
            Platform.getLog(RunOutcome.class).log(e.getStatus());
        }
    }

    /** Whether the last run of an experiment failed, and the experiment has not changed since. */
    static boolean hasFailed(IFile experiment) throws CoreException {
        for (IMarker marker : experiment.findMarkers(TYPE, false, IResource.DEPTH_ZERO)) {
            if (isOfNow(marker, experiment)) {
                return true;
            }
        }
        return false;
    }

    /** Deletes what was said of an experiment that has changed since. */
    static void forgetOld(IFile experiment) throws CoreException {
        for (IMarker marker : experiment.findMarkers(TYPE, false, IResource.DEPTH_ZERO)) {
            if (!isOfNow(marker, experiment)) {
                marker.delete();
            }
        }
    }

    private static boolean isOfNow(IMarker marker, IFile experiment) {
        return marker.getAttribute(STAMP, "").equals(String.valueOf(experiment.getModificationStamp()));
    }
}
