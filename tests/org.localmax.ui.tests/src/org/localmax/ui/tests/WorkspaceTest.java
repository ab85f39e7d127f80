package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.localmax.ui.workbench.Application;
import org.localmax.ui.workbench.WorkspaceLock;

/** The folder that a window holds. */
class WorkspaceTest {

    @Test
    void a_workspace_that_another_window_holds_is_named_with_the_way_out() throws IOException {
        Location held = Platform.getInstanceLocation();
        Location asked = held.createLocation(null, held.getDefault(), false);
        asked.set(held.getURL(), false);
        IOException refusal = assertThrows(IOException.class, () -> WorkspaceLock.take(asked));
        String folder = Path.of(held.getURL().getPath()).toString();
        Person.answers(
                "Localmax Workbench Cannot Start",
                dialog -> {
                    String said = Widgets.text(dialog);
                    assertTrue(said.contains("The workspace " + folder + " is in use"), said);
                    assertTrue(said.contains("-data FOLDER"), said);
                    Screenshot.take("fault-workspace-locked");
                    Widgets.push(dialog, "OK");
                },
                () -> Application.explain(Display.getCurrent(), refusal.getMessage()));
    }

    @Test
    void a_workspace_that_cannot_be_written_is_named_with_the_way_out() throws IOException {
        Path file = Files.createTempFile("no-folder", "");
        URL inFile = file.resolve("workspace").toUri().toURL();
        Location asked = Platform.getInstanceLocation().createLocation(null, null, false);
        asked.set(inFile, false);
        IOException refusal = assertThrows(IOException.class, () -> WorkspaceLock.take(asked));
        assertTrue(refusal.getMessage().contains("cannot be written"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("Choose another folder with -data"), refusal.getMessage());
    }
}
