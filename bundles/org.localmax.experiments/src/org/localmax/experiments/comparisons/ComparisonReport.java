package org.localmax.experiments.comparisons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.localmax.comparison.Comparison;
import org.localmax.comparison.PairHistory;
import org.localmax.comparison.Parting;
import org.localmax.experiments.ComparisonRunner;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.RunSummary;

/** A comparison on one page of Markdown. */
final class ComparisonReport {

    private static final int TOKENS_SHOWN = 10;

    private final ComparisonRunner.Summary summary;
    private final List<StripImitation> imitations;
    private final double eps;
    private final List<String> lines = new ArrayList<>();

    ComparisonReport(ComparisonRunner.Summary summary, List<StripImitation> imitations, double eps) {
        this.summary = summary;
        this.imitations = imitations;
        this.eps = eps;
    }

    /**
     * The page.
     *
     * @param figures the files of its figures, relative to it
     */
    String text(List<String> figures) {
        RunPlan plan = summary.summaries().getFirst().plan();
        add("# " + plan.experiment() + ": rules compared", "");
        add(
                plan.steps() + " steps from the same " + plan.tokens().count() + " tokens in dimension "
                        + plan.tokens().dimension() + " (" + plan.origin().description() + "), "
                        + plan.dynamics().stepSize() + ". Distances are in units of the coordinates; diam X(0) is "
                        + number(summary.comparison().diameter()) + ".",
                "");
        rules();
        pairs();
        agreement();
        strips();
        figures.forEach(figure -> add("![" + figure + "](" + figure + ")", ""));
        add("The numbers are in `differences.csv`, `concentration.csv` and `comparison.json`; each rule has a capsule.");
        return String.join("\n", lines) + "\n";
    }

    private void rules() {
        add("| rule | attention | at the end | clusters | ambiguous decisions |", "|---|---|---|---|---|");
        for (RunSummary run : summary.summaries()) {
            add("| " + run.plan().rule() + " | `" + RuleText.of(run.plan().dynamics().rule()) + "` | " + run.settled()
                    + " | " + run.clusters() + " | " + run.ambiguous() + ", of which " + run.consequential()
                    + " consequential |");
        }
        add("");
    }

    private void pairs() {
        Comparison comparison = summary.comparison();
        double distance = eps * comparison.diameter();
        add(
                "| rules | other neighbours first | together (" + number(eps) + " diam X(0)) until | mean distance | greatest |"
                        + " of hulls | agreement of clusters |",
                "|---|---|---|---|---|---|---|");
        for (PairHistory pair : comparison.pairs()) {
            add("| " + name(pair.first()) + " – " + name(pair.second()) + " | "
                    + pair.parting().map(ComparisonReport::parting).orElse(parted(pair)) + " | "
                    + (pair.within(distance).isPresent() ? "t = " + pair.within(distance).getAsLong() : "never") + " | "
                    + number(pair.last().meanDistance()) + " | " + number(pair.last().greatestDistance()) + " (token "
                    + pair.last().farthest() + ") | " + number(pair.last().hullDistance()) + " | "
                    + number(pair.last().agreement()) + " |");
        }
        add("");
    }

    private static String parting(Parting parting) {
        String tokens = Arrays.stream(parting.tokens())
                .limit(TOKENS_SHOWN)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        int more = parting.tokens().length - TOKENS_SHOWN;
        return "t = " + parting.t() + ": " + (parting.tokens().length == 1 ? "token " : "tokens ") + tokens
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String parted(PairHistory pair) {
        return pair.last().otherSets().isPresent() ? "never" : "one of them decides nothing";
    }

    private void agreement() {
        Comparison comparison = summary.comparison();
        if (comparison.contenders().size() < 3) {
            return;
        }
        double[][] matrix = comparison.agreement();
        add("Agreement of the last clusters (adjusted Rand index):", "");
        add("| |" + comparison.contenders().stream()
                .map(contender -> " " + contender.name() + " |")
                .collect(Collectors.joining()));
        add("|---|" + "---|".repeat(matrix.length));
        for (int k = 0; k < matrix.length; k++) {
            add("| " + name(k) + " |"
                    + Arrays.stream(matrix[k]).mapToObj(value -> " " + number(value) + " |").collect(Collectors.joining()));
        }
        add("");
    }

    private void strips() {
        for (StripImitation imitation : imitations) {
            add(
                    "The strip that imitates " + imitation.rule() + " best over " + imitation.fit().window()
                            + " steps is delta = " + number(imitation.fit().delta()) + " ("
                            + imitation.fit().scale().name().toLowerCase(Locale.ROOT)
                            + "): its tokens are " + number(imitation.fit().distance())
                            + " away, as a root mean square over tokens and steps.",
                    "");
        }
    }

    private String name(int contender) {
        return summary.comparison().contenders().get(contender).name();
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.4g", value).replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", "");
    }
}
