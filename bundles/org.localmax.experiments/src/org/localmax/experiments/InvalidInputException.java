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

    /** The same problems, each with the place they are in put before it. */
    public InvalidInputException in(String place) {
        return new InvalidInputException(
                getMessage().lines().map(line -> place + ": " + line).toList());
    }
}
