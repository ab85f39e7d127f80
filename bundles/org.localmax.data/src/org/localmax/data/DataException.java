package org.localmax.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Something is wrong with a file or folder. The message is all that a user sees: "PLACE: what is wrong; expected what",
 * where PLACE is {@code file} or {@code file:line} and lines count from 1.
 */
public final class DataException extends Exception {

    private static final long serialVersionUID = 1;

    private DataException(String message, Throwable cause) {
        super(message, cause);
    }

    private DataException(String place, String problem, Throwable cause) {
        this(place + ": " + problem, cause);
    }

    /** A problem with a file or folder as a whole. */
    public static DataException at(Path file, String problem) {
        return new DataException(file.toString(), problem, null);
    }

    /** A problem in one line of a file. */
    public static DataException at(Path file, long line, String problem) {
        return new DataException(file + ":" + line, problem, null);
    }

    /** A failure of reading or writing, in words. */
    public static DataException of(Path file, IOException failure) {
        return new DataException(file.toString(), problem(failure), failure);
    }

    /** The same with more to say. */
    DataException with(String more) {
        return new DataException(getMessage() + "; " + more, this);
    }

    private static String problem(IOException failure) {
        String reason = reason(failure);
        return switch (failure) {
            case NoSuchFileException _ -> "no such file or folder; expected it to exist";
            case FileAlreadyExistsException _ -> "exists already; expected a name that is not taken";
            case AccessDeniedException _ -> "permission denied; expected a place that this user may use";
            default -> {
                if (reason.startsWith("No space left")) {
                    yield "no space left; expected more room on its disk";
                }
                if (reason.startsWith("Disk quota")) {
                    yield "disk quota exceeded; expected more room for this user";
                }
                if (reason.startsWith("Read-only")) {
                    yield "its file system is read-only; expected one that can be written";
                }
                yield "cannot be read or written (" + reason + "); expected a working file";
            }
        };
    }

    private static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
