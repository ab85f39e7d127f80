package org.localmax.batch;

import org.osgi.framework.FrameworkUtil;
import picocli.CommandLine.IVersionProvider;

/** What {@code localmax --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        org.osgi.framework.Version build =
                FrameworkUtil.getBundle(Version.class).getVersion();
        return new String[] {
            "Localmax Workbench %d.%d.%d (build %s)"
                    .formatted(build.getMajor(), build.getMinor(), build.getMicro(), build.getQualifier()),
            "Java " + Runtime.version()
        };
    }
}
