package org.localmax.experiments;

import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** This program, as results name it. */
public final class Software {

    public static final String NAME = "Localmax Workbench";

    /** The version of this bundle, without the time it was built. */
    public static final String VERSION =
            version(FrameworkUtil.getBundle(Software.class).getVersion());

    private Software() {}

    private static String version(Version version) {
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }
}
