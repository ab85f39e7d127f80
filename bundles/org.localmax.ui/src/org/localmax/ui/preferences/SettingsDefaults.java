package org.localmax.ui.preferences;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;

/** What is set before anybody sets anything. */
public final class SettingsDefaults extends AbstractPreferenceInitializer {

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(Settings.QUALIFIER);
        defaults.putInt(Settings.THREADS, 0);
        defaults.putInt(Settings.LIVE_MEMORY, Settings.DEFAULT_LIVE_MEMORY);
        defaults.putInt(Settings.PLAY_SECONDS, Settings.DEFAULT_PLAY_SECONDS);
        defaults.put(Settings.RECORDING, Settings.DEFAULT_RECORDING);
        defaults.put(Settings.FIGURE_GROUND, Settings.LIGHT);
        defaults.putBoolean(Settings.CONFIRM_CLOSE, true);
    }
}
