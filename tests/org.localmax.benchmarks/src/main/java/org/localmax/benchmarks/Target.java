package org.localmax.benchmarks;

/**
 * What a measurement should come to.
 *
 * @param goal what is aimed at
 * @param floor what must be reached
 * @param direction which side is better
 */
record Target(double goal, double floor, Direction direction) {

    /** Which side of a target is better. */
    enum Direction {
        AT_LEAST,
        AT_MOST
    }

    static Target atLeast(double goal, double floor) {
        return new Target(goal, floor, Direction.AT_LEAST);
    }

    static Target atMost(double goal, double floor) {
        return new Target(goal, floor, Direction.AT_MOST);
    }

    /** What of it is reached: the goal, the floor, or neither. */
    String reachedBy(double value) {
        if (reaches(value, goal)) {
            return "goal";
        }
        return reaches(value, floor) ? "floor" : "**no**";
    }

    private boolean reaches(double value, double bound) {
        return direction == Direction.AT_LEAST ? value >= bound : value <= bound;
    }
}
