package org.localmax.model;

/** An experiment file that cannot be read. The message is for the user: file, line, what is wrong, what is expected. */
public class ExperimentFormatException extends Exception {

    private static final long serialVersionUID = 1;

    public ExperimentFormatException(String message) {
        super(message);
    }
}
