package org.localmax.analysis.monitors;

import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;

/**
 * Keeps the record of a quantity that a statement bounds, step by step: the first step at which it is beyond rounding, and the
 * first at which rounding may explain it.
 */
final class Excess {

    /** Beyond so many times the tolerance rounding explains nothing: the tolerance is a bound, derived with room to spare. */
    static final double CERTAIN = 8;

    private static final int[] NOBODY = {};

    private final Statement statement;
    private OptionalLong violated = OptionalLong.empty();
    private OptionalLong doubtful = OptionalLong.empty();
    private double size = 0;
    private double tolerance = Double.NaN;
    private int[] tokens = NOBODY;
    private double greatest = 0;
    private double greatestTolerance = Double.NaN;

    Excess(Statement statement) {
        this.statement = statement;
    }

    /** Adds what a step gives; at or below 0 all is well. */
    void add(long t, double quantity, double allowed, int... whom) {
        add(t, quantity, allowed, quantity > CERTAIN * allowed, whom);
    }

    /** Adds what a step gives where something else than rounding leaves it in doubt, however great it is. */
    void addInDoubt(long t, double quantity, double allowed, int... whom) {
        add(t, quantity, allowed, false, whom);
    }

    private void add(long t, double quantity, double allowed, boolean isCertain, int[] whom) {
        if (quantity > greatest || Double.isNaN(greatestTolerance)) {
            greatest = Math.max(quantity, greatest);
            greatestTolerance = allowed;
        }
        boolean isFirst = isCertain ? violated.isEmpty() : quantity > allowed && doubtful.isEmpty();
        if (!isFirst) {
            return;
        }
        if (violated.isEmpty()) { // a certain violation tells more than a doubtful one
            size = quantity;
            tolerance = allowed;
            tokens = whom.clone();
        }
        if (isCertain) {
            violated = OptionalLong.of(t);
        } else {
            doubtful = OptionalLong.of(t);
        }
    }

    /** Adds what a step gives of the token of which it is greatest; at or below 0 all is well. */
    void addGreatest(long t, int count, IntToDoubleFunction quantity, double allowed) {
        double most = 0;
        int token = 0;
        for (int i = 0; i < count; i++) {
            double ofToken = quantity.applyAsDouble(i);
            token = ofToken > most ? i : token;
            most = Math.max(most, ofToken);
        }
        add(t, most, allowed, token);
    }

    /** What bounds it. */
    Statement statement() {
        return statement;
    }

    /** What is to be said of it. */
    Finding finding(String held, String failed) {
        return finding(Verdict.HOLDS, held, failed);
    }

    /** The same with another word for what did not fail. */
    Finding finding(Verdict kept, String held, String failed) {
        if (violated.isPresent()) {
            return new Finding(statement, Verdict.VIOLATED, violated, size, tolerance, tokens, failed);
        }
        if (doubtful.isPresent()) {
            String doubt = failed + ", but rounding may explain it";
            return new Finding(statement, Verdict.UNDECIDED, doubtful, size, tolerance, tokens, doubt);
        }
        return new Finding(statement, kept, OptionalLong.empty(), greatest, greatestTolerance, NOBODY, held);
    }
}
