package org.localmax.ui.workbench;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.eclipse.ui.progress.IProgressConstants;
import org.localmax.ui.inspector.InspectorView;
import org.localmax.ui.monitors.MonitorsView;
import org.localmax.ui.wizards.NewExperimentWizard;
import org.localmax.ui.wizards.NewProjectWizard;

/** Projects on the left, editors in the middle, the inspector on the right, verdicts, problems and progress below. */
public final class ExperimentPerspective implements IPerspectiveFactory {

    public static final String ID = "org.localmax.ui.perspective";

    /** The platform's view of the log; it has no constant for it. */
    private static final String ERROR_LOG = "org.eclipse.pde.runtime.LogView";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, 0.2f, editors);
        left.addView(ProjectExplorer.VIEW_ID);
        IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.76f, editors);
        bottom.addView(MonitorsView.ID);
        bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
        bottom.addView(IProgressConstants.PROGRESS_VIEW_ID);
        bottom.addView(IPageLayout.ID_PROP_SHEET);
        IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.72f, editors);
        right.addView(InspectorView.ID);
        right.addView(IPageLayout.ID_OUTLINE);
        layout.addShowViewShortcut(InspectorView.ID);
        layout.addShowViewShortcut(MonitorsView.ID);
        layout.addNewWizardShortcut(NewExperimentWizard.ID);
        layout.addNewWizardShortcut(NewProjectWizard.ID);
        layout.addShowViewShortcut(ProjectExplorer.VIEW_ID);
        layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
        layout.addShowViewShortcut(IProgressConstants.PROGRESS_VIEW_ID);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(ERROR_LOG);
    }
}
