package org.localmax.batch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.localmax.plots.drawing.FigureExport;

/** A length on paper as people write it: 86mm, 8.6cm, 3.4in or 244pt. */
final class Length {

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,6}(?:\\.\\d{1,6})?)\\s*(mm|cm|in|pt)\\s*");

    private Length() {}

    /**
     * A length in points of 1/72 inch.
     *
     * @param option whose value it is
     */
    static double points(String option, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new UsageException(
                    option + " is '" + text + "'; expected a length such as 86mm, 8.6cm, 3.4in or 244pt");
        }
        double number = Double.parseDouble(form.group(1));
        return switch (form.group(2)) {
            case "mm" -> FigureExport.points(number);
            case "cm" -> FigureExport.points(10 * number);
            case "in" -> 72 * number;
            default -> number;
        };
    }
}
