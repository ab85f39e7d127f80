package org.localmax.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown, row by row. */
final class MarkdownTable {

    private final int columns;
    private final List<String> lines = new ArrayList<>();

    MarkdownTable(String... headings) {
        columns = headings.length;
        lines.add(line(headings));
        lines.add("|---".repeat(columns) + "|");
    }

    /** @throws IllegalArgumentException if there are more or fewer cells than headings */
    void add(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    "the row has " + cells.length + " cells; expected " + columns + ", one for each heading");
        }
        lines.add(line(cells));
    }

    boolean isEmpty() {
        return lines.size() == 2;
    }

    private static String line(String... cells) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            line.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        return line.toString();
    }

    /** The lines, each with its end. */
    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
