package org.localmax.ui.tests;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody sees in the Project Explorer what has results. */
class DecorationTest {

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Decorated study");
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static boolean sees(Tree tree, Predicate<TreeItem> what) {
        return sees(tree.getItems(), what);
    }

    private static boolean sees(TreeItem[] items, Predicate<TreeItem> what) {
        return Arrays.stream(items).anyMatch(item -> what.test(item) || sees(item.getItems(), what));
    }

    @Test
    void an_experiment_shows_whether_it_has_changed_since_its_last_run() throws CoreException {
        IFile experiment = study.small("told");
        Study.runs(experiment);
        CommonNavigator explorer = (CommonNavigator) Person.page().showView(ProjectExplorer.VIEW_ID);
        explorer.selectReveal(new StructuredSelection(experiment));
        Tree tree = explorer.getCommonViewer().getTree();
        Person.waitFor("the experiment", () -> sees(tree, item -> item.getText().startsWith("told.localmax")));
        Screenshot.take("decorated-done");
        experiment.setContents(
                Study.content(experiment)
                        .replace("delta=\"0.6\"", "delta=\"0.7\"")
                        .getBytes(StandardCharsets.UTF_8),
                true,
                false,
                null);
        experiment.setLocalTimeStamp(experiment.getLocalTimeStamp() + 10_000); // disks may count in seconds
        Person.waitFor(
                "it is told that it has changed",
                () -> sees(tree, item -> item.getText().contains("told.localmax  (changed since its last run)")));
        Screenshot.take("decorated-stale");
    }
}
