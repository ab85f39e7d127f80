package org.localmax.dynamics;

/** The membership decisions of one row, judged: margin, ambiguous ones, and which of these are consequential. */
final class Decisions {

    private final Tokens tokens;
    private final Strip strip;
    private final NearTokens near;
    /** The chosen maximiser; none if it is not near. */
    private final int best;

    private double margin = Double.POSITIVE_INFINITY;
    private double clearance;
    private int ambiguous;
    /** How many of the ambiguous tokens are neighbours. */
    private int wavering;

    /** @param near all tokens in the vicinity of the threshold */
    Decisions(Tokens tokens, Strip strip, NearTokens near) {
        this.tokens = tokens;
        this.strip = strip;
        this.near = near;
        best = best();
        clearance = strip.vicinity();
        for (int index = 0; index < near.count(); index++) {
            if (!isDecided(index)) {
                continue;
            }
            double distance = distanceToThreshold(index);
            margin = Math.min(margin, distance);
            if (distance > strip.width()) {
                clearance = Math.min(clearance, distance);
            } else {
                ambiguous += near.weight(index);
                wavering += near.score(index) >= strip.least() ? near.weight(index) : 0;
            }
        }
    }

    /** The token of greatest score; of several the one of least index. */
    private int best() {
        int least = Integer.MAX_VALUE;
        for (int index = 0; index < near.count(); index++) {
            if (near.score(index) == strip.best()) {
                least = Math.min(least, near.token(index));
            }
        }
        return least;
    }

    /** Whether something is decided: not the chosen maximiser is, nor a token identical to it. */
    private boolean isDecided(int index) {
        int j = near.token(index);
        return j != best && !(near.score(index) == strip.best() && tokens.coincide(j, best));
    }

    private double distanceToThreshold(int index) {
        return Math.abs(near.score(index) - strip.threshold());
    }

    private boolean isAmbiguous(int index) {
        return distanceToThreshold(index) <= strip.width() && isDecided(index);
    }

    /**
     * Judges.
     *
     * @param count the number of neighbours
     * @param mean their mean
     * @param stateError e(t)
     * @param meanError what rounding adds to it
     */
    Verdict judge(int count, double[] mean, double stateError, double meanError) {
        if (ambiguous == 0) {
            return new Verdict(margin, 0, 0, meanError, clearance);
        }
        return judgeAmbiguous(count, mean, stateError, meanError);
    }

    private Verdict judgeAmbiguous(int count, double[] mean, double stateError, double meanError) {
        double bound = stateError + meanError;
        // one of the replacements happens, but any number of the changes
        double share = strip.open() ? bound : bound / ambiguous;
        double ofBest = strip.open() ? distance(best, mean) : 0;
        if (ofBest > share) {
            return new Verdict(margin, ambiguous, ambiguous, meanError, clearance);
        }
        int consequential = 0;
        double harmless = 0;
        for (int index = 0; index < near.count(); index++) {
            if (!isAmbiguous(index)) {
                continue;
            }
            double distance = distance(near.token(index), mean);
            double shift = strip.open() ? Math.max(ofBest, distance) : distance / (count - wavering);
            if (shift > share) {
                consequential += near.weight(index);
            } else {
                harmless = strip.open() ? Math.max(harmless, shift) : harmless + near.weight(index) * shift;
            }
        }
        return new Verdict(margin, ambiguous, consequential, meanError + harmless, clearance);
    }

    private double distance(int j, double[] mean) {
        int d = tokens.dimension();
        return Vectors.distance(tokens.rows(), j * d, mean, 0, d);
    }
}
