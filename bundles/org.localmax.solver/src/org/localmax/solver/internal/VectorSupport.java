package org.localmax.solver.internal;

/** Whether this JVM and machine have vectors; without them, kernels of plain arithmetic give the same bits. */
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
            return VectorLanes.areOfTheMachine();
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
