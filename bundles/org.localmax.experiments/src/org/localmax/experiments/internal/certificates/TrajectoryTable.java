package org.localmax.experiments.internal.certificates;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactTokens;

/** A trajectory as a LaTeX table: some rows, and of many tokens the one that counts. */
public final class TrajectoryTable {

    private static final int MOST_COLUMNS = 6;
    private static final int FIRST_ROWS = 6;
    private static final int LAST_ROWS = 4;
    private static final int LONGEST_FRACTION = 14;
    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DECIMALS = 12;

    /** So many digits are a line of text, and so many are lost between two columns and on a sign, a point and zeros. */
    private static final int LINE = 66;

    private static final int LOST = 4;

    private final List<ExactTokens> states;
    private final int token;
    private final List<Claim.Column> columns;

    /**
     * @param states x(0), x(1), and so on
     * @param token the token that counts
     * @param columns what to show besides
     */
    public TrajectoryTable(List<ExactTokens> states, int token, List<Claim.Column> columns) {
        this.states = states;
        this.token = token;
        this.columns = columns;
    }

    /** A table environment. */
    public String text(String caption) {
        int[] shown = shown();
        int d = states.getFirst().dimension();
        int count = shown.length * d + columns.size();
        int digits = Math.clamp(LINE / count - LOST, LEAST_DIGITS, MOST_DECIMALS);
        StringBuilder text = new StringBuilder("\\begin{table}\n\\centering\n");
        text.append("\\renewcommand{\\arraystretch}{1.5} % fractions of two lines do not touch\n\\begin{tabular}{r");
        text.append("l".repeat(count)).append("}\n");
        StringJoiner head = new StringJoiner(" & ", "", " \\\\\n\\hline\n").add("$t$");
        for (int i : shown) {
            for (int k = 0; k < d; k++) {
                head.add("$x_{" + i + (d == 1 ? "" : "," + (k + 1)) + "}(t)$");
            }
        }
        columns.forEach(column -> head.add("$" + column.head() + "$"));
        text.append(head);
        int last = -1;
        for (int t : rows()) {
            text.append(t > last + 1 ? "\\multicolumn{1}{c}{$\\vdots$} \\\\\n" : "")
                    .append(row(t, shown, digits));
            last = t;
        }
        return text.append("\\end{tabular}\n\\caption{")
                .append(LatexText.of(caption))
                .append("}\n\\end{table}\n")
                .toString();
    }

    private int[] shown() {
        ExactTokens start = states.getFirst();
        return start.count() * start.dimension() <= MOST_COLUMNS
                ? IntStream.range(0, start.count()).toArray()
                : new int[] {token};
    }

    private int[] rows() {
        return IntStream.range(0, states.size())
                .filter(t -> t < FIRST_ROWS || t >= states.size() - LAST_ROWS || Integer.bitCount(t) == 1)
                .toArray();
    }

    private String row(int t, int[] shown, int digits) {
        ExactTokens x = states.get(t);
        StringJoiner row = new StringJoiner(" & ", "", " \\\\\n").add("$" + t + "$");
        for (int i : shown) {
            for (int k = 0; k < x.dimension(); k++) {
                row.add("$" + number(x.get(i, k), digits) + "$");
            }
        }
        for (Claim.Column column : columns) {
            Rational value = column.value().apply((long) t, x);
            row.add(value == null ? "" : "$" + number(value, digits) + "$");
        }
        return row.toString();
    }

    /** A fraction where it is short, a decimal otherwise. */
    private static String number(Rational value, int digits) {
        if (value.isInteger()) {
            return value.toString();
        }
        if (value.toString().length() > LONGEST_FRACTION) {
            return value.toDecimal(digits).replaceFirst("E([+-]?\\d+)$", " \\\\cdot 10^{$1}");
        }
        Rational size = value.signum() < 0 ? value.negated() : value;
        return (value.signum() < 0 ? "-" : "") + "\\frac{" + size.numerator() + "}{" + size.denominator() + "}";
    }
}
