package org.localmax.experiments.comparisons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.localmax.comparison.Comparison;
import org.localmax.comparison.Concentration;
import org.localmax.comparison.LimitDistance;
import org.localmax.comparison.PairHistory;
import org.localmax.comparison.Parting;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.RunSummary;
import org.localmax.experiments.internal.PlanDocument;

/** A comparison on one page of Markdown. */
final class ComparisonReport {

    private static final int TOKENS_SHOWN = 10;

    private final ComparedRules compared;
    private final Comparison comparison;
    private final List<String> lines = new ArrayList<>();

    ComparisonReport(ComparedRules compared) {
        this.compared = compared;
        comparison = compared.summary().comparison();
    }

    /**
     * The page.
     *
     * @param figures the files of its figures, relative to it
     */
    String text(List<String> figures) {
        RunPlan plan = compared.summary().summaries().getFirst().plan();
        add("# " + plan.experiment() + ": rules compared", "");
        compared.note().ifPresent(note -> add(note, ""));
        add(
                plan.steps() + " steps from the same " + plan.tokens().count() + " tokens in dimension "
                        + plan.tokens().dimension() + " (" + plan.origin().description() + "), "
                        + PlanDocument.stepSize(plan.dynamics())
                        + ". Distances are in units of the coordinates; diam X(0) is "
                        + number(comparison.diameter()) + ".",
                "");
        rules();
        partings();
        distances();
        agreement();
        strips();
        figures.forEach(figure -> add("![" + figure + "](" + figure + ")", ""));
        add(
                "The numbers are in `differences.csv` (a row a step and pair), `tokens.csv` (a row a token and pair), `concentration.csv` and"
                        + " `comparison.json`; each rule has a capsule.");
        return String.join("\n", lines) + "\n";
    }

    private void rules() {
        add(
                "| rule | attention | at the end | clusters | entropy, first and last | sparsity | ambiguous decisions |",
                "|---|---|---|---|---|---|---|");
        for (int k = 0; k < compared.summary().summaries().size(); k++) {
            RunSummary run = compared.summary().summaries().get(k);
            Concentration first = comparison.concentrations().get(k).getFirst();
            Concentration last = comparison.concentrations().get(k).getLast();
            row(
                    run.plan().rule(),
                    "`" + RuleText.of(run.plan().dynamics().rule()) + "`",
                    settled(run),
                    String.valueOf(run.clusters()),
                    number(first.entropy()) + ", " + number(last.entropy()),
                    number(first.sparsity()) + ", " + number(last.sparsity()),
                    run.ambiguous() == 0
                            ? "0"
                            : run.ambiguous() + ", of which " + run.consequential() + " consequential");
        }
        add("");
    }

    private static String settled(RunSummary run) {
        return switch (run.settled().motion()) {
            case SETTLED -> "settled since " + run.settled().since().getAsLong();
            case METASTABLE -> "metastable since " + run.settled().since().getAsLong();
            case MOVING -> "moving";
        };
    }

    private void partings() {
        add(
                "| rules | other neighbours first | tokens that ever had others | within " + number(compared.eps())
                        + " diam X(0) until |",
                "|---|---|---|---|");
        for (PairHistory pair : comparison.pairs()) {
            OptionalLong until = pair.within(compared.eps() * comparison.diameter());
            long parted = pair.tokens().stream()
                    .filter(token -> token.parted().isPresent())
                    .count();
            row(
                    name(pair),
                    pair.parting().map(ComparisonReport::parting).orElse(parted(pair)),
                    pair.last().otherSets().isPresent() ? String.valueOf(parted) : "–",
                    until.isPresent() ? "t = " + until.getAsLong() + until(pair, until.getAsLong()) : "never");
        }
        add("");
    }

    private static String until(PairHistory pair, long t) {
        return t == pair.farthest().length - 1 ? " (the end)" : "";
    }

    private void distances() {
        add(
                "At the end:",
                "",
                "| rules | mean distance | greatest | of hulls | of K | of S(K) | of limits | agreement of clusters |",
                "|---|---|---|---|---|---|---|---|");
        for (int k = 0; k < comparison.pairs().size(); k++) {
            PairHistory pair = comparison.pairs().get(k);
            LimitDistance limits = compared.limits().get(k);
            row(
                    name(pair),
                    number(pair.last().meanDistance()),
                    number(pair.last().greatestDistance()) + " (token "
                            + pair.last().farthest() + ")",
                    number(pair.last().hullDistance()),
                    number(limits.hulls()),
                    limits.alignmentSets().isPresent()
                            ? number(limits.alignmentSets().getAsDouble())
                            : "–",
                    number(limits.points()),
                    number(pair.last().agreement()));
        }
        add(
                "",
                "Of hulls and sets it is the Hausdorff distance; K, S(K) and the limits are those that the last states show. Agreement"
                        + " is the adjusted Rand index.",
                "");
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
        if (comparison.contenders().size() < 3) {
            return;
        }
        double[][] matrix = comparison.agreement();
        add("Agreement of the last clusters (adjusted Rand index):", "");
        add("| |"
                + comparison.contenders().stream()
                        .map(contender -> " " + contender.name() + " |")
                        .collect(Collectors.joining()));
        add("|---|" + "---|".repeat(matrix.length));
        for (int k = 0; k < matrix.length; k++) {
            add("| " + name(k) + " |"
                    + Arrays.stream(matrix[k])
                            .mapToObj(value -> " " + number(value) + " |")
                            .collect(Collectors.joining()));
        }
        add("");
    }

    private void strips() {
        for (StripImitation imitation : compared.imitations()) {
            add(
                    "The strip that imitates " + imitation.rule() + " best over "
                            + imitation.fit().window()
                            + " steps is delta = " + number(imitation.fit().delta()) + " ("
                            + imitation.fit().scale().name().toLowerCase(Locale.ROOT)
                            + "): its tokens are " + number(imitation.fit().distance())
                            + " away, as a root mean square over tokens and steps.",
                    "");
        }
    }

    private String name(int contender) {
        return comparison.contenders().get(contender).name();
    }

    private String name(PairHistory pair) {
        return name(pair.first()) + " – " + name(pair.second());
    }

    private void row(String... cells) {
        add("| " + String.join(" | ", cells) + " |");
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "not known";
        }
        return value == 0
                ? "0"
                : String.format(Locale.ROOT, "%.4g", value)
                        .replaceFirst("(\\.\\d*?)0+$", "$1")
                        .replaceFirst("\\.$", "");
    }
}
