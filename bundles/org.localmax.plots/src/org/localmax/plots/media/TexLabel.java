package org.localmax.plots.media;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label as LaTeX: words stay words of the paper's font, and what has a sign of mathematics in it becomes
 * mathematics. "log |xᵢ − K|" gives {@code log $|x_i-K|$}, "δ = 1.5" gives {@code $\delta =1.5$}.
 */
final class TexLabel {

    /** Words, also with hyphens, dots or parentheses: anything of letters and digits that is no number or symbol. */
    private static final Pattern WORD = Pattern.compile("[(\\[]?\\p{IsLatin}[\\p{IsLatin}\\d.'’-]+[)\\].,;:!?]*");

    private static final Pattern NUMBER = Pattern.compile("[-+−]?[\\d.,]*\\d(?:[eE][-+−]?\\d+)?");
    private static final Pattern END = Pattern.compile("[,;:.]+$");

    /** A word before a sign that is not one, as in "α-entmax". */
    private static final Pattern COMPOUND = Pattern.compile("(.*[^\\p{IsLatin}\\s])-(\\p{IsLatin}{2,}.*)");

    private static final Set<String> RELATIONS = Set.of(
            "=", "≤", "≥", "<", ">", "∈", "∉", "→", "↦", "≈", "≠", "≡", "+", "−", "-", "·", "×", "±", "⊂", "⊆", "∪",
            "∩");

    private TexLabel() {}

    /** The label in LaTeX. */
    static String of(String label) {
        String[] words = label.strip().split("\\s+");
        StringBuilder tex = new StringBuilder();
        int i = 0;
        while (i < words.length) {
            int end = i + 1; // of a formula that begins here
            if (isFormula(words, i)) {
                while (end < words.length && joined(words, end)) {
                    end++;
                }
                tex.append(formula(String.join(" ", Arrays.copyOfRange(words, i, end))));
            } else {
                tex.append(text(words[i]));
            }
            tex.append(end < words.length ? " " : "");
            i = end;
        }
        return tex.toString();
    }

    private static boolean isFormula(String[] words, int i) {
        String word = words[i];
        if (WORD.matcher(word).matches()) {
            return false;
        }
        boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0));
        return !letter || words.length == 1 || !Set.of("a", "A", "I").contains(word) || relationBeside(words, i);
    }

    private static boolean relationBeside(String[] words, int i) {
        return i > 0 && RELATIONS.contains(words[i - 1]) || i + 1 < words.length && RELATIONS.contains(words[i + 1]);
    }

    /** Whether a word goes on with the formula before it. */
    private static boolean joined(String[] words, int i) {
        return !END.matcher(words[i - 1]).find()
                && isFormula(words, i)
                && (RELATIONS.contains(words[i]) || RELATIONS.contains(words[i - 1]));
    }

    private static String formula(String source) {
        Matcher compound = COMPOUND.matcher(source);
        if (compound.matches()) {
            return formula(compound.group(1)) + "-" + text(compound.group(2));
        }
        Matcher end = END.matcher(source);
        if (!NUMBER.matcher(source).matches() && end.find() && end.start() > 0) {
            return formula(source.substring(0, end.start())) + end.group();
        }
        return "$" + TexFormula.of(source) + "$";
    }

    private static String text(String word) {
        StringBuilder tex = new StringBuilder();
        for (char c : word.toCharArray()) {
            tex.append(
                    switch (c) {
                        case '%', '&', '#', '_', '{', '}', '$' -> "\\" + c;
                        case '\\' -> "\\textbackslash{}";
                        case '~' -> "\\textasciitilde{}";
                        case '^' -> "\\textasciicircum{}";
                        case '’' -> "'";
                        default -> String.valueOf(c);
                    });
        }
        return tex.toString();
    }
}
