package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.localmax.data.Numbers;

/**
 * Tokens as a spreadsheet puts them on the clipboard: a line each, cells parted by tabs, else by semicolons, else by commas, else by blanks.
 * A first line without any number is a heading. Between tabs and semicolons a comma may stand for the decimal point.
 *
 * @param rows the coordinates of each token, parted by blanks, as the experiment writes them
 */
record SpreadsheetText(List<String> rows) {

    /** A text that is not tokens; the message names line and column, from 1. */
    static final class NotTokensException extends Exception {

        private static final long serialVersionUID = 1;

        NotTokensException(String message) {
            super(message);
        }
    }

    static SpreadsheetText parse(String text) throws NotTokensException {
        String[] lines = text.split("\\R");
        String separator = separator(text);
        boolean hasDecimalCommas = !separator.equals(",");
        List<String> rows = new ArrayList<>();
        boolean isFirst = true;
        int width = 0;
        for (int k = 0; k < lines.length; k++) {
            if (lines[k].isBlank()) {
                continue;
            }
            String[] cells = cells(lines[k], separator);
            boolean isHeading = isFirst && isHeading(cells, hasDecimalCommas);
            if (!isFirst && cells.length != width) {
                throw new NotTokensException(Texts.name(Texts.pasteWidth, k + 1, cells.length, width));
            }
            width = cells.length;
            isFirst = false;
            if (!isHeading) {
                rows.add(row(cells, k + 1, hasDecimalCommas));
            }
        }
        if (rows.isEmpty()) {
            throw new NotTokensException(Texts.pasteNone);
        }
        return new SpreadsheetText(List.copyOf(rows));
    }

    private static String separator(String text) {
        for (String each : List.of("\t", ";", ",")) {
            if (text.contains(each)) {
                return each;
            }
        }
        return "";
    }

    private static String[] cells(String line, String separator) {
        return separator.isEmpty() ? line.strip().split("\\s+") : line.split(Pattern.quote(separator), -1);
    }

    private static boolean isHeading(String[] cells, boolean hasDecimalCommas) {
        for (String cell : cells) {
            if (isNumber(number(cell, hasDecimalCommas))) {
                return false;
            }
        }
        return true;
    }

    private static String row(String[] cells, int line, boolean hasDecimalCommas) throws NotTokensException {
        List<String> numbers = new ArrayList<>();
        for (int column = 1; column <= cells.length; column++) {
            String number = number(cells[column - 1], hasDecimalCommas);
            if (!isNumber(number)) {
                throw new NotTokensException(
                        number.isEmpty()
                                ? Texts.name(Texts.pasteEmpty, line, column)
                                : Texts.name(Texts.pasteNumber, line, column, cells[column - 1].strip()));
            }
            numbers.add(number);
        }
        return String.join(" ", numbers);
    }

    private static String number(String cell, boolean hasDecimalCommas) {
        String number = cell.strip();
        if (number.length() > 1 && number.startsWith("\"") && number.endsWith("\"")) {
            number = number.substring(1, number.length() - 1).strip();
        }
        return hasDecimalCommas ? number.replace(',', '.') : number;
    }

    private static boolean isNumber(String number) {
        try {
            return Double.isFinite(Numbers.parse(number)) && number.indexOf(' ') < 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
