package org.localmax.data.internal;

import java.nio.file.Path;
import org.localmax.data.DataException;

/**
 * Where data comes from, for messages.
 *
 * @param file the file
 * @param subject what in the file is spoken of, with a blank after it; empty for the file itself
 */
public record Origin(Path file, String subject) {

    /** The file as a whole. */
    public static Origin of(Path file) {
        return new Origin(file, "");
    }

    /** An array in an NPZ file. */
    public static Origin array(Path file, String name) {
        return new Origin(file, "array '" + name + "' ");
    }

    /** What is wrong with it; the text continues the subject. */
    public DataException problem(String text) {
        return DataException.at(file, subject + text);
    }
}
