package org.localmax.ui.preferences;

import org.eclipse.core.runtime.Platform;
import org.localmax.experiments.RunOptions;

/** What is set on the preference page. None of it changes the result of an experiment that there is. */
public final class Settings {

    /** The bundle that the settings are kept under. */
    static final String QUALIFIER = "org.localmax.ui";

    /** How many threads compute a run; 0 for all processors. */
    static final String THREADS = "threads";

    /** How much of the memory, in per cent, the steps of a live simulation may take. */
    static final String LIVE_MEMORY = "liveMemory";

    /** How many seconds a run is played. */
    static final String PLAY_SECONDS = "playSeconds";

    /** Whether closing the window while runs go on asks. */
    static final String CONFIRM_CLOSE = "confirmClose";

    /** Which steps new experiments record, as it is written in their files. */
    static final String RECORDING = "recording";

    /** The ground that figures are exported on, if nothing else is chosen: {@link #LIGHT} or {@link #DARK}. */
    static final String FIGURE_GROUND = "figureGround";

    static final String LIGHT = "light";
    static final String DARK = "dark";

    static final String DEFAULT_RECORDING = "auto";
    static final int DEFAULT_LIVE_MEMORY = 25;
    static final int DEFAULT_PLAY_SECONDS = 6;

    private static final int MILLISECONDS = 1000;
    private static final int PERCENT = 100;

    private Settings() {}

    private static int number(String key, int preset) {
        return Platform.getPreferencesService().getInt(QUALIFIER, key, preset, null);
    }

    /** How runs are carried out. */
    public static RunOptions runOptions() {
        int threads = number(THREADS, 0);
        return threads > 0 ? new RunOptions(threads, false) : RunOptions.DEFAULT;
    }

    /** How many bytes the way back of a live simulation may take. */
    public static long liveBytes() {
        return Runtime.getRuntime().maxMemory() / PERCENT * number(LIVE_MEMORY, DEFAULT_LIVE_MEMORY);
    }

    /** How many milliseconds a run is played as a whole. */
    public static int playMilliseconds() {
        return MILLISECONDS * number(PLAY_SECONDS, DEFAULT_PLAY_SECONDS);
    }

    /** Which steps a new experiment records. */
    public static String recording() {
        return Platform.getPreferencesService().getString(QUALIFIER, RECORDING, DEFAULT_RECORDING, null);
    }

    /** Whether figures are exported on a dark ground unless another is chosen. */
    public static boolean exportsDark() {
        return DARK.equals(Platform.getPreferencesService().getString(QUALIFIER, FIGURE_GROUND, LIGHT, null));
    }

    /** Whether closing the window while runs go on asks. */
    public static boolean confirmsClose() {
        return Platform.getPreferencesService().getBoolean(QUALIFIER, CONFIRM_CLOSE, true, null);
    }
}
