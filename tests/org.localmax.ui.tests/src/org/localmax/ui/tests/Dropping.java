package org.localmax.ui.tests;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.DropTargetListener;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Widget;

/** Lets go of files over a part of the window, as the desktop does it. */
final class Dropping {

    private Dropping() {}

    /**
     * Drops a file from outside.
     *
     * @param over what is under the pointer
     * @param place on the display
     */
    static void file(DropTarget target, Widget over, Point place, Path file) throws ReflectiveOperationException {
        TransferData type = Arrays.stream(target.getTransfer())
                .filter(FileTransfer.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getSupportedTypes()[0];
        DropTargetEvent event = event(target);
        event.item = over;
        event.x = place.x;
        event.y = place.y;
        event.operations = DND.DROP_COPY | DND.DROP_MOVE;
        event.detail = DND.DROP_COPY;
        event.currentDataType = type;
        event.dataTypes = new TransferData[] {type};
        for (DropTargetListener listener : target.getDropListeners()) {
            listener.dragEnter(event);
            listener.dragOver(event);
            event.data = new String[] {file.toString()};
            listener.dropAccept(event);
            listener.drop(event);
        }
    }

    /** The toolkit makes them for itself alone. */
    private static DropTargetEvent event(DropTarget target) throws ReflectiveOperationException {
        Class<?> kind = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DND.class.getClassLoader());
        Constructor<?> raw = kind.getDeclaredConstructor();
        raw.setAccessible(true);
        Event event = (Event) raw.newInstance();
        event.widget = target;
        Constructor<DropTargetEvent> made = DropTargetEvent.class.getDeclaredConstructor(kind);
        made.setAccessible(true);
        return made.newInstance(event);
    }
}
