package org.localmax.batch;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** {@code org.localmax.batch.app}: the command line without a display. */
public final class BatchApplication implements IApplication {

    /** Stands before each argument, so that Equinox takes none of them (say {@code -data}) for its own. */
    private static final String SHIELD = "=";

    @Override
    public Object start(IApplicationContext context) {
        String[] shielded = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        String[] arguments = new String[shielded.length];
        for (int i = 0; i < shielded.length; i++) {
            arguments[i] = shielded[i].startsWith(SHIELD) ? shielded[i].substring(SHIELD.length()) : shielded[i];
        }
        return Localmax.execute(arguments);
    }

    @Override
    public void stop() {
        // nothing is held; a run hears the end of the process itself
    }
}
