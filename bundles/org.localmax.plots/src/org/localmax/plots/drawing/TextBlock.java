package org.localmax.plots.drawing;

import java.awt.Graphics2D;
import java.util.List;

/** Lines of text below each other. */
record TextBlock(List<String> lines, float size) {

    private static final float SMALLER = 0.85f;

    static TextBlock of(String text, float size, double width, int most, Lettering lettering) {
        return new TextBlock(text.isBlank() ? List.of() : lettering.wrap(text, size, width, most), size);
    }

    /** A label: on one line, or else in smaller letters on two. */
    static TextBlock fit(String text, float size, double width, Lettering lettering) {
        if (lettering.width(text.strip(), size) <= width) {
            return of(text, size, width, 1, lettering);
        }
        return of(text, SMALLER * size, width, 2, lettering);
    }

    /** In points; 0 without lines. */
    double height() {
        return lines.size() * Lettering.lineHeight(size);
    }

    /** Of the longest line, in points. */
    double width(Lettering lettering) {
        return lines.stream().mapToDouble(line -> lettering.width(line, size)).max().orElse(0);
    }

    /** Draws lines that begin at the left. */
    void draw(Graphics2D g, double left, double top, int rgb, Lettering lettering) {
        for (int k = 0; k < lines.size(); k++) {
            lettering.draw(g, new Words(lines.get(k), size), left, baseline(top, k), rgb);
        }
    }

    /** Draws lines around a middle. */
    void drawCentred(Graphics2D g, double x, double top, int rgb, Lettering lettering) {
        for (int k = 0; k < lines.size(); k++) {
            lettering.drawCentred(g, new Words(lines.get(k), size), x, baseline(top, k), rgb);
        }
    }

    /** Draws lines that run upwards, from left to right. */
    void drawUpwards(Graphics2D g, double left, double middle, int rgb, Lettering lettering) {
        for (int k = 0; k < lines.size(); k++) {
            lettering.drawUpwards(g, new Words(lines.get(k), size), baseline(left, k), middle, rgb);
        }
    }

    private double baseline(double top, int line) {
        double above = (Lettering.lineHeight(size) - Lettering.ascent(size) - Lettering.descent(size)) / 2;
        return top + line * Lettering.lineHeight(size) + above + Lettering.ascent(size);
    }
}
