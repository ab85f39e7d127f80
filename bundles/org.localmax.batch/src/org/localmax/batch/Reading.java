package org.localmax.batch;

import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;

/** What is read from an option or a file. */
interface Reading<T> {

    /** @throws IllegalArgumentException with a message for the user */
    T get() throws DataException;

    /**
     * Reads, and says in what place something is wrong.
     *
     * @param place an option or a file
     */
    static <T> T of(String place, Reading<T> reading) throws DataException, InvalidInputException {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(place + ": " + e.getMessage());
        }
    }
}
