package org.localmax.plots.drawing;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.localmax.plots.media.Alignment;

/**
 * The letters of a figure: how wide words are, where lines break. Measured in points without regard to what is drawn on, so that a figure is
 * laid out alike everywhere.
 */
final class Lettering {

    private static final FontRenderContext POINTS = new FontRenderContext(null, true, true);
    private static final String LEFT_OUT = "\u2026";

    private static final String OPERATORS = "[=<>\u2264\u2265\u2208+\u2212\u00b7\u00d7/]";
    private static final String HELD_TOGETHER = "(?<! " + OPERATORS + ") (?!" + OPERATORS + " )";

    private final Font font;
    private final Map<Float, Font> sizes = new HashMap<>();

    Lettering(Font font) {
        this.font = font;
    }

    Font font(float size) {
        return sizes.computeIfAbsent(size, font::deriveFont);
    }

    double width(String text, float size) {
        return text.isEmpty() ? 0 : font(size).getStringBounds(text, POINTS).getWidth();
    }

    /** How far above the baseline letters reach. */
    static double ascent(float size) {
        return 0.76 * size;
    }

    /** How far below the baseline letters reach. */
    static double descent(float size) {
        return 0.24 * size;
    }

    /** From baseline to baseline. */
    static double lineHeight(float size) {
        return 1.25 * size;
    }

    /**
     * Words on as many lines as they need, broken between words, and within those that are longer than a line.
     *
     * @param most how many lines there may be; the last one tells if more is left out
     */
    List<String> wrap(String text, float size, double width, int most) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\n")) {
            wrapParagraph(paragraph, size, width, lines);
        }
        lines.removeIf(String::isEmpty);
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, Math.max(0, most)));
        if (most > 0) {
            kept.set(most - 1, shortened(kept.get(most - 1) + LEFT_OUT, size, width));
        }
        return kept;
    }

    /** Draws words from a point on their baseline to the right. */
    void draw(Graphics2D g, Words words, double x, double baseline, int rgb) {
        draw(g, words, x, baseline, rgb, Alignment.LEFT);
    }

    /** Draws words around a point. */
    void drawCentred(Graphics2D g, Words words, double x, double baseline, int rgb) {
        draw(g, words, x - width(words.text(), words.size()) / 2, baseline, rgb, Alignment.CENTER);
    }

    /** Draws words from below upwards, around a height. */
    void drawUpwards(Graphics2D g, Words words, double baseline, double y, int rgb) {
        AffineTransform before = g.getTransform();
        g.translate(baseline, y);
        g.rotate(-Math.PI / 2);
        drawCentred(g, words, 0, 0, rgb);
        g.setTransform(before);
    }

    private void draw(Graphics2D g, Words words, double x, double baseline, int rgb, Alignment alignment) {
        g.setRenderingHint(Alignment.KEY, alignment);
        g.setFont(font(words.size()));
        g.setColor(Colours.of(0xFF000000 | rgb));
        g.drawString(words.text(), (float) x, (float) baseline);
    }

    /** Breaks at spaces, but not beside an operator, if all that is held together so has its place on a line. */
    private void wrapParagraph(String paragraph, float size, double width, List<String> lines) {
        List<String> held = List.of(paragraph.split(HELD_TOGETHER));
        boolean hasRoom = held.stream().allMatch(part -> width(part, size) <= width);
        StringBuilder line = new StringBuilder();
        for (String part : hasRoom ? held : List.of(paragraph.split(" "))) {
            String longer = line.isEmpty() ? part : line + " " + part;
            if (width(longer, size) > width && !line.isEmpty()) {
                lines.add(line.toString());
                longer = part;
            }
            while (width(longer, size) > width && longer.codePointCount(0, longer.length()) > 1) {
                int end = longestStart(longer, size, width, "");
                lines.add(longer.substring(0, end));
                longer = longer.substring(end);
            }
            line.setLength(0);
            line.append(longer);
        }
        lines.add(line.toString());
    }

    private String shortened(String text, float size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        return text.substring(0, longestStart(text, size, width, LEFT_OUT)).stripTrailing() + LEFT_OUT;
    }

    /** The end of the longest start of a text, of at least one letter, that has its place with an ending. */
    private int longestStart(String text, float size, double width, String ending) {
        int fits = text.offsetByCodePoints(0, 1);
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (width(text.substring(0, middle) + ending, size) <= width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        boolean splitsPair = fits > 1 && fits < text.length() && Character.isLowSurrogate(text.charAt(fits));
        return splitsPair ? fits - 1 : fits;
    }
}
