package org.localmax.ui.workbench;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;

/** The workspace folder, held by one window at a time. */
public final class WorkspaceLock {

    private static final String DEFAULT_FOLDER = "localmax-workspace";

    private WorkspaceLock() {}

    /**
     * Takes the workspace that {@code -data} names, or the default one in the user's home.
     *
     * @throws IOException with a message for the user if it cannot be had
     */
    static void take() throws IOException {
        Location location = Platform.getInstanceLocation();
        if (location == null) {
            throw new IOException(Texts.noWorkspace);
        }
        if (!location.isSet()) {
            Path folder = Path.of(System.getProperty("user.home"), DEFAULT_FOLDER);
            location.set(
                    URI.create(folder.toUri().toString().replaceAll("/?$", "/")).toURL(), false);
        }
        take(location);
    }

    /**
     * Takes a workspace folder.
     *
     * @throws IOException with a message for the user if it cannot be had
     */
    public static void take(Location location) throws IOException {
        boolean free;
        try {
            free = location.lock();
        } catch (IOException e) {
            throw new IOException(Texts.name(Texts.workspaceUnwritable, name(location.getURL()), e.getMessage()), e);
        }
        if (!free) {
            throw new IOException(Texts.name(Texts.workspaceInUse, name(location.getURL())));
        }
    }

    static void release() {
        Location location = Platform.getInstanceLocation();
        if (location != null && location.isSet()) {
            location.release();
        }
    }

    private static String name(URL url) {
        return Path.of(url.getPath()).toString();
    }
}
