package org.localmax.ui.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** The preference page of the program. */
public final class SettingsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final int MOST_THREADS = 4096;
    private static final int MOST_PERCENT = 80;
    private static final int LONGEST_SECONDS = 600;

    public SettingsPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, Settings.QUALIFIER));
        setDescription(Texts.description);
    }

    @Override
    protected void createFieldEditors() {
        number(Settings.THREADS, Texts.threads, 0, MOST_THREADS, Texts.threadsHint);
        number(Settings.LIVE_MEMORY, Texts.liveMemory, 1, MOST_PERCENT, Texts.liveMemoryHint);
        number(Settings.PLAY_SECONDS, Texts.playSeconds, 1, LONGEST_SECONDS, Texts.playSecondsHint);
        RecordingField recording = new RecordingField(Settings.RECORDING, Texts.recording, getFieldEditorParent());
        recording.getTextControl(getFieldEditorParent()).setToolTipText(Texts.recordingHint);
        addField(recording);
        addField(new ComboFieldEditor(
                Settings.FIGURE_GROUND,
                Texts.figureGround,
                new String[][] {{Texts.light, Settings.LIGHT}, {Texts.dark, Settings.DARK}},
                getFieldEditorParent()));
        addField(new BooleanFieldEditor(Settings.CONFIRM_CLOSE, Texts.confirmClose, getFieldEditorParent()));
    }

    private void number(String key, String label, int least, int most, String hint) {
        IntegerFieldEditor field = new IntegerFieldEditor(key, label, getFieldEditorParent());
        field.setValidRange(least, most);
        field.setErrorMessage(Texts.name(Texts.outOfRange, least, most));
        field.getTextControl(getFieldEditorParent()).setToolTipText(hint);
        addField(field);
    }
}
