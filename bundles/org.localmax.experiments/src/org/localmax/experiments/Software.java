package org.localmax.experiments;

/** This program, as results name it. */
public final class Software {

    public static final String NAME = "Localmax Workbench";

    public static final String VERSION = "0.1.0";

    private Software() {}
}
