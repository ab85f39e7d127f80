package org.localmax.experiments;

import java.util.List;

/** Input that cannot be run. The message is for the user: place, what is wrong, what is expected; a line a problem. */
public class InvalidInputException extends Exception {

    private static final long serialVersionUID = 1;

    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(List<String> messages) {
        super(String.join(System.lineSeparator(), messages));
    }
}
