package org.localmax.plots.drawing;

import java.awt.Graphics2D;
import org.localmax.plots.Figure;
import org.localmax.plots.Palette;

/** What stands above and below all panels of a figure: the title, and the legend and the caption. Lengths are in points. */
final class FigureWords {

    private static final int MOST_LINES = 500;
    private static final float SMALLER = 0.8f;

    private final double border;
    private final double gap;
    private final TextBlock title;
    private final Legend legend;
    private final TextBlock caption;
    private final Lettering lettering;

    /**
     * @param width of the page
     * @param most how high each of the three may be; letters are smaller, then words are left out, where that is not enough
     */
    FigureWords(Figure figure, Sizes sizes, Lettering lettering, double width, double most) {
        this.lettering = lettering;
        this.border = sizes.border();
        this.gap = sizes.gap();
        double inner = width - 2 * border;
        this.title = block(figure.title(), sizes.title(), inner, most);
        Legend full = new Legend(figure.legend(), inner, sizes.text(), lettering);
        this.legend = full.height() <= most ? full : new Legend(figure.legend(), inner, SMALLER * sizes.text(), lettering);
        this.caption = block(figure.caption(), sizes.text(), inner, most);
    }

    /** From the upper edge of the page to the panels. */
    double above() {
        return border + title.height() + (title.height() > 0 ? gap : 0);
    }

    /** From the panels to the lower edge of the page. */
    double below() {
        return legendHeight() + captionHeight() + border;
    }

    void draw(Graphics2D g, double width, double height, Palette palette) {
        double captionTop = height - border - caption.height();
        double legendTop = height - border - captionHeight() - legend.height();
        title.drawCentred(g, width / 2, border, palette.foreground(), lettering);
        legend.draw(g, width / 2, legendTop, palette);
        caption.draw(g, border, captionTop, palette.foreground(), lettering);
    }

    private double legendHeight() {
        return legend.height() > 0 ? 1.5 * gap + legend.height() : 0;
    }

    private double captionHeight() {
        return caption.height() > 0 ? 1.5 * gap + caption.height() : 0;
    }

    private TextBlock block(String text, float size, double width, double most) {
        TextBlock full = TextBlock.of(text, size, width, MOST_LINES, lettering);
        if (full.height() <= most) {
            return full;
        }
        int lines = (int) Math.clamp(most / Lettering.lineHeight(SMALLER * size), 1, MOST_LINES);
        return TextBlock.of(text, SMALLER * size, width, lines, lettering);
    }
}
