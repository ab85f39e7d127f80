package org.localmax.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header, as texts: fields separated by commas, quoted where they hold one, in UTF-8. Blank lines and lines that start
 * with # are skipped.
 *
 * @param file where it was read
 * @param names those of the columns
 * @param rows as many texts a row as there are columns
 * @param lines where each row stands in the file, from 1
 */
public record TextTable(Path file, List<String> names, List<List<String>> rows, List<Long> lines) {

    private static final CSVFormat READ = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private static final CSVFormat WRITTEN =
            CSVFormat.DEFAULT.builder().setRecordSeparator("").get();

    /**
     * Reads a file, compressed by gzip if it is named {@code .gz}.
     *
     * @throws DataException with a message for the user if it is no such table
     */
    public static TextTable read(Path file) throws DataException {
        List<List<String>> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        try (Reader reader = reader(file);
                CSVParser parser = READ.parse(reader)) {
            for (CSVRecord row : parser) {
                rows.add(row.toList());
                lines.add(parser.getCurrentLineNumber());
                if (row.size() != rows.getFirst().size()) {
                    throw DataException.at(
                            file,
                            parser.getCurrentLineNumber(),
                            "has " + row.size() + " fields; expected "
                                    + rows.getFirst().size() + " as in the header");
                }
            }
        } catch (CharacterCodingException _) {
            throw DataException.at(file, "is not UTF-8 text; expected a CSV file in UTF-8 with a header");
        } catch (UncheckedIOException e) {
            throw DataException.of(file, e.getCause());
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
        if (rows.isEmpty()) {
            throw DataException.at(file, "is empty; expected a CSV file with a header");
        }
        return new TextTable(
                file,
                List.copyOf(rows.getFirst()),
                List.copyOf(rows.subList(1, rows.size())),
                List.copyOf(lines.subList(1, lines.size())));
    }

    /** A reader that fails on anything that is not UTF-8. */
    private static Reader reader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        boolean isCompressed = file.getFileName().toString().endsWith(".gz");
        return new BufferedReader(new InputStreamReader(
                isCompressed ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8.newDecoder()));
    }

    /**
     * The texts of a column.
     *
     * @throws DataException if there is none of that name
     */
    public List<String> column(String name) throws DataException {
        int index = names.indexOf(name);
        if (index < 0) {
            throw DataException.at(
                    file,
                    "has no column '" + name + "'; expected one of "
                            + names.stream().collect(Collectors.joining(", ")));
        }
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** The texts of a line that {@link #line} made. */
    public static List<String> texts(String line) {
        return line.indexOf('"') < 0 && !line.isEmpty() ? plainTexts(line) : quotedTexts(line);
    }

    private static List<String> plainTexts(String line) {
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int end = line.indexOf(','); end >= 0; end = line.indexOf(',', start)) {
            texts.add(line.substring(start, end));
            start = end + 1;
        }
        texts.add(line.substring(start));
        return texts;
    }

    private static List<String> quotedTexts(String line) {
        try (CSVParser parser = CSVParser.parse(line, WRITTEN)) {
            return parser.iterator().next().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts as a line of such a file, without its end. */
    public static String line(List<String> texts) {
        boolean isPlain = !texts.isEmpty() && !texts.getFirst().isEmpty();
        for (int k = 0; isPlain && k < texts.size(); k++) {
            isPlain = isPlain(texts.get(k));
        }
        return isPlain ? String.join(",", texts) : WRITTEN.format(texts.toArray());
    }

    /** Whether it has only letters, digits and such as need no quotes anywhere: rows of many numbers are written fast. */
    private static boolean isPlain(String text) {
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (c <= '#' || c == ',' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
