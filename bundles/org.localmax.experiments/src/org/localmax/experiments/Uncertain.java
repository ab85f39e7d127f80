package org.localmax.experiments;

/** Thrown where nothing can be certified; the message says why. */
final class Uncertain extends Exception {

    private static final long serialVersionUID = 1;

    Uncertain(String why) {
        super(why);
    }
}
