package org.localmax.batch;

/** A command line that cannot be carried out; the message is for the user. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
