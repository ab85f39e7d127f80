package org.localmax.launcher;

import java.lang.reflect.InvocationTargetException;

/**
 * Starts Equinox with the vector module.
 *
 * <p>The JVM prints "WARNING: Using incubator modules" whenever {@code --add-modules} names the vector module, and has
 * no option against it. So the module is loaded here, in the way in which the JDK itself loads {@code java.instrument}
 * when an agent attaches: into the boot loader, hence compiled to the same instructions. That needs
 * {@code --add-exports=java.base/jdk.internal.module=ALL-UNNAMED}. The module is not in {@link ModuleLayer#boot()}: look
 * for its classes, not for its name.
 */
public final class Main {

    /** What Equinox returns when it cannot start, and what that is among our exit codes. */
    private static final int EQUINOX_FAILED = 13;

    private static final int INTERNAL_ERROR = 70;

    private Main() {}

    public static void main(String[] arguments) {
        loadVectorModule();
        @SuppressWarnings("restriction")
        int code = new org.eclipse.equinox.launcher.Main().run(arguments);
        System.exit(code == EQUINOX_FAILED ? INTERNAL_ERROR : code);
    }

    private static void loadVectorModule() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, "jdk.incubator.vector");
        } catch (ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            System.err.println("localmax: no vector instructions, runs will be slower (" + cause + ")");
        }
    }
}
