package org.localmax.solver.internal;

/** Whether this JVM has the vector module; without it, kernels of plain arithmetic give the same bits. */
public final class VectorSupport {

    private static final boolean AVAILABLE = isAvailable();

    private VectorSupport() {}

    /** Whether kernels on vectors can be used. */
    public static boolean available() {
        return AVAILABLE;
    }

    /** The module may be loaded outside the boot layer: its classes tell. */
    private static boolean isAvailable() {
        try {
            Class.forName("jdk.incubator.vector.DoubleVector", false, VectorSupport.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
