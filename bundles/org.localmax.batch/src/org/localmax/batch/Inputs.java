package org.localmax.batch;

import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;

/** Reads what options and files give, and says of what is wrong where it is. */
final class Inputs {

    private Inputs() {}

    /** What is read from an option or a file. */
    interface Reading<T> {
        T get() throws DataException;
    }

    /**
     * What a reading gives.
     *
     * @param place the option or the file
     */
    static <T> T read(String place, Reading<T> reading) throws DataException, InvalidInputException {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(place + ": " + e.getMessage());
        }
    }
}
