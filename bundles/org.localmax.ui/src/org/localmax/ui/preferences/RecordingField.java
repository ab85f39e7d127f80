package org.localmax.ui.preferences;

import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.localmax.experiments.Recording;

/** Which steps are recorded, as experiments say it: auto, every:K, log or last. */
final class RecordingField extends StringFieldEditor {

    RecordingField(String key, String label, Composite parent) {
        super(key, label, parent);
        setEmptyStringAllowed(false);
        setErrorMessage(Texts.notARecording);
    }

    @Override
    protected boolean doCheckState() {
        try {
            Recording.parse(getStringValue().strip());
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
