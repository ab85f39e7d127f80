package org.localmax.benchmarks;

/** A peer cannot do what was asked, or must not be compared with. */
final class PeerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PeerException(String message) {
        super(message);
    }
}
