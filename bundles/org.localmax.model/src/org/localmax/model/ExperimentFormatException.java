package org.localmax.model;

import java.util.OptionalInt;

/** An experiment file that cannot be read. The message is for the user: file, line, what is wrong, what is expected. */
public class ExperimentFormatException extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String fault;

    /**
     * @param place how messages name the file
     * @param line its line that is damaged, from 1, or 0 if no line in particular is
     * @param fault what is wrong, and what is expected
     */
    ExperimentFormatException(String place, int line, String fault) {
        super(place + (line > 0 ? ":" + line : "") + ": " + fault);
        this.line = line;
        this.fault = fault;
    }

    /** The line that is damaged, from 1, unless it is the file as a whole. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** What is wrong and what is expected, without the place. */
    public String fault() {
        return fault;
    }
}
