package org.localmax.plots.drawing;

import java.awt.geom.Rectangle2D;
import org.localmax.plots.Ink;
import org.localmax.plots.Note;

/** Draws notes, moved where they would be cut off. */
final class NoteDrawing {

    private static final double DISTANCE = 4;
    private static final double BORDER = 2;
    /** How much of what lies behind words is hidden, so that they can be read. */
    private static final double VEIL = 0.8;

    private static final int MOST_LINES = 20;
    private static final float SMALLER = 0.65f;

    private NoteDrawing() {}

    static void draw(Frame frame, Note note) {
        double x = frame.x(note.x());
        double y = frame.y(note.y());
        if (frame.area().contains(x, y)) {
            drawAt(frame, note.text(), x, y, note.place(), note.ink());
        }
    }

    /** Draws words at a place in points. */
    static void drawAt(Frame frame, String text, double x, double y, Note.Place place, Ink ink) {
        if (text.isBlank()) {
            return;
        }
        Rectangle2D area = frame.area();
        TextBlock words = block(frame, text);
        double width = words.width(frame.lettering());
        double height = words.height();
        double left =
                switch (place) {
                    case ABOVE, BELOW, CENTRE -> x - width / 2;
                    case LEFT -> x - DISTANCE - width;
                    case RIGHT -> x + DISTANCE;
                };
        double top =
                switch (place) {
                    case ABOVE -> y - DISTANCE - height;
                    case BELOW -> y + DISTANCE;
                    case LEFT, RIGHT, CENTRE -> y - height / 2;
                };
        left = Math.max(area.getMinX() + BORDER, Math.min(left, area.getMaxX() - BORDER - width));
        top = Math.max(area.getMinY() + BORDER, Math.min(top, area.getMaxY() - BORDER - height));
        frame.fill(new Rectangle2D.Double(left - 1, top, width + 2, height), Ink.BACKGROUND.withOpacity(VEIL));
        words.drawCentred(frame.g(), left + width / 2, top, frame.palette().argb(ink), frame.lettering());
    }

    /** In smaller letters if there is no room. */
    private static TextBlock block(Frame frame, String text) {
        double width = frame.area().getWidth() - 2 * BORDER;
        double height = frame.area().getHeight() - 2 * BORDER;
        TextBlock full = TextBlock.of(text, frame.size(), width, MOST_LINES, frame.lettering());
        if (full.height() <= height) {
            return full;
        }
        float smaller = SMALLER * frame.size();
        int lines = (int) Math.clamp(height / Lettering.lineHeight(smaller), 1, MOST_LINES);
        return TextBlock.of(text, smaller, width, lines, frame.lettering());
    }
}
