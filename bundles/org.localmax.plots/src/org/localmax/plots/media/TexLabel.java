package org.localmax.plots.media;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label as LaTeX: words stay words of the paper's font, and what has a sign of mathematics in it becomes
 * mathematics. "distance ‖xᵢ − K‖" gives {@code distance $\Vert x_{i} - K\Vert$}.
 */
final class TexLabel {

    /** What only mathematics has. {@link TexFormula} knows the scripts. */
    private static final Pattern SIGN = Pattern.compile(
            "[\\p{IsGreek}\\p{Sm}‖⟨⟩·⋅∗ℝ′^]|[²³¹⁰-ⁿₐ-ₜ₀-₎ᵢ-ᵪᴬ-ᵡⱼ]|(?<!\\p{L})(?:\\p{L}|log|exp|max|min)\\(");

    private static final Pattern NUMBER = Pattern.compile("[(\\[]?[-+−]?[\\d.,]*\\d(?:[eE][-+−]?\\d+)?[)\\],.;:]*");
    private static final Pattern LETTER = Pattern.compile("[(\\[⟨]?\\p{IsLatin}[)\\]⟩,.;:]*");
    private static final Pattern ARTICLE = Pattern.compile("[aAI]");
    private static final Pattern END = Pattern.compile("[,;:.]+$");

    /** Two words in one, only the first of which has a sign, as in "α-entmax". */
    private static final Pattern COMPOUND = Pattern.compile("(\\S*[^\\p{IsLatin}\\s])-(\\p{IsLatin}{2,}\\S*)");

    private static final Set<String> RELATIONS = Set.of("=", "≤", "≥", "<", ">", "∈", "→", "≈", "+", "−", "·", "×");

    private final String[] words;

    private TexLabel(String label) {
        words = label.strip().split("\\s+");
    }

    /** The label in LaTeX. */
    static String of(String label) {
        return new TexLabel(label).translate();
    }

    private String translate() {
        StringBuilder tex = new StringBuilder();
        int at = 0;
        while (at < words.length) {
            if (at > 0) {
                tex.append(' ');
            }
            if (isFormula(at)) {
                StringBuilder formula = new StringBuilder(words[at++]);
                while (at < words.length && isFormula(at) && goesOn(formula)) {
                    formula.append(' ').append(words[at++]);
                }
                tex.append(formula(formula.toString()));
            } else {
                tex.append(text(words[at++]));
            }
        }
        return tex.toString();
    }

    private boolean isFormula(int at) {
        String word = words[at];
        if (ARTICLE.matcher(word).matches()) {
            return words.length == 1
                    || at > 0 && RELATIONS.contains(words[at - 1])
                    || at + 1 < words.length && RELATIONS.contains(words[at + 1]);
        }
        return SIGN.matcher(word).find()
                || NUMBER.matcher(word).matches()
                || LETTER.matcher(word).matches();
    }

    /** A comma or stop ends a formula, but not within brackets; a compound ends one, too. */
    private static boolean goesOn(CharSequence formula) {
        int open = 0;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            open += "([⟨".indexOf(c) >= 0 ? 1 : ")]⟩".indexOf(c) >= 0 ? -1 : 0;
        }
        return (open > 0 || !END.matcher(formula).find())
                && !COMPOUND.matcher(formula).matches();
    }

    private static String formula(String source) {
        Matcher compound = COMPOUND.matcher(source);
        if (compound.matches()) {
            return formula(compound.group(1)) + "-" + text(compound.group(2));
        }
        Matcher end = END.matcher(source);
        return end.find() && end.start() > 0
                ? "$" + TexFormula.of(source.substring(0, end.start())) + "$" + end.group()
                : "$" + TexFormula.of(source) + "$";
    }

    private static String text(String word) {
        StringBuilder tex = new StringBuilder();
        for (char c : word.toCharArray()) {
            tex.append(
                    switch (c) {
                        case '%', '&', '#', '_', '{', '}', '$' -> "\\" + c;
                        case '\\' -> "\\textbackslash{}";
                        case '…' -> "\\ldots{}";
                        case '°' -> "$^{\\circ}$";
                        case '’' -> "'";
                        case '–' -> "--";
                        default -> String.valueOf(c);
                    });
        }
        return tex.toString();
    }
}
