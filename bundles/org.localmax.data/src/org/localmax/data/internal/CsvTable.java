package org.localmax.data.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.localmax.data.DataException;

/**
 * Numbers separated by tab, semicolon or comma (the first of these that the first row has), one row a line, in UTF-8 with or
 * without a byte order mark. Blank lines and lines that start with # are skipped. The first row may name the columns: then
 * none of its fields resembles a number.
 *
 * @param <V> what the numbers are read into
 */
final class CsvTable<V> {

    private final Path file;
    private final Cells<V> cells;
    private int columns;
    private long firstLine;
    private boolean header;
    private int count;

    CsvTable(Path file, Cells<V> cells) {
        this.file = file;
        this.cells = cells;
    }

    Table<V> read() throws IOException, DataException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter())
                .setQuote(null)
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .get();
        try (BufferedReader reader = reader()) {
            skipByteOrderMark(reader);
            CSVParser parser = format.parse(reader);
            for (CSVRecord row : parser) {
                add(row, parser.getCurrentLineNumber());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (header && count == 0) {
            throw DataException.at(file, firstLine, "names columns and no row follows; expected rows of numbers");
        }
        return new Table<>(count / columns, columns, cells.values());
    }

    /** A reader that fails on anything that is not UTF-8. */
    private BufferedReader reader() throws IOException {
        return new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private char delimiter() throws IOException, DataException {
        try (BufferedReader reader = reader()) {
            skipByteOrderMark(reader);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                    return line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
                }
            }
        }
        throw DataException.at(file, "has no rows; expected rows of numbers");
    }

    private void add(CSVRecord row, long line) throws DataException {
        String first = row.get(0).strip();
        if (first.startsWith("#") || row.size() == 1 && first.isEmpty()) {
            return;
        }
        if (columns == 0) {
            columns = row.size();
            firstLine = line;
            header = isHeader(row);
            if (header) {
                return;
            }
        }
        if (row.size() != columns) {
            throw DataException.at(
                    file,
                    line,
                    "has " + row.size() + (row.size() == 1 ? " field" : " fields") + "; expected " + columns
                            + " as in line " + firstLine);
        }
        reserve();
        for (int k = 0; k < columns; k++) {
            read(row.get(k), k, line);
            count++;
        }
    }

    private boolean isHeader(CSVRecord row) throws DataException {
        for (String field : row) {
            if (NumberSyntax.resemblesNumber(unquoted(field))) {
                return false;
            }
        }
        for (int k = 0; k < row.size(); k++) {
            if (unquoted(row.get(k)).isEmpty()) {
                throw DataException.at(
                        file,
                        firstLine,
                        "column " + (k + 1)
                                + " has no name; expected a name for each column, and no column of row labels");
            }
        }
        return true;
    }

    private void read(String field, int column, long line) throws DataException {
        try {
            cells.add(unquoted(field));
        } catch (NumberFormatException e) {
            String hint = field.strip().matches("\\S+\\s.*") ? ", and fields separated by comma, semicolon or tab" : "";
            throw DataException.at(file, line, "column " + (column + 1) + ": " + e.getMessage() + hint);
        }
    }

    private static String unquoted(String field) {
        String text = field.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private void reserve() throws DataException {
        long needed = (long) count + columns;
        if (needed > Table.MOST_VALUES) {
            throw DataException.at(
                    file, "has more than " + Table.MOST_VALUES + " numbers; expected no more than fit an array");
        }
        cells.reserve((int) needed);
    }
}
