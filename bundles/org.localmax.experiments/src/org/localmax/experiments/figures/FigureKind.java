package org.localmax.experiments.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a figure shows. */
public enum FigureKind {
    TOKENS("tokens at a step, with layers"),
    OBSERVABLES("observables over t"),
    DISTANCES("the distance of each token from its limit over t"),
    NEIGHBOURS("|C_i| over t"),
    ATTENTION("the weights of all tokens for all at a step"),
    GAPS("a histogram of the gaps of the limits"),
    DECAY("J against its bound over t, under an oracle that minimises"),
    LYAPUNOV("functions that might never increase over t"),
    SURVIVAL("the share of tokens, or of several runs by rule, that are not settled yet"),
    COMPARISON("up to four runs side by side at one step"),
    PHASE("a number over two parameters, from a sweep or a table"),
    MARGINALS("a number over one axis of a sweep, with its interval over the seeds");

    private final String meaning;

    FigureKind(String meaning) {
        this.meaning = meaning;
    }

    /** What it shows, in words. */
    public String meaning() {
        return meaning;
    }

    /** The word on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those made of a single capsule. */
    public static List<FigureKind> ofOneRun() {
        return Arrays.stream(values())
                .filter(kind -> kind != COMPARISON && kind != PHASE && kind != MARGINALS)
                .toList();
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FigureKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no figure; expected one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(FigureKind::text).toList())));
    }
}
