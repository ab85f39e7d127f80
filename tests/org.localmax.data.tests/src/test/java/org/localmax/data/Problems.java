package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What a user is told. */
final class Problems {

    private Problems() {}

    /** Asserts that the action fails with exactly this message. */
    static void assertProblem(String message, Executable action) {
        assertEquals(message, assertThrows(DataException.class, action).getMessage());
    }
}
