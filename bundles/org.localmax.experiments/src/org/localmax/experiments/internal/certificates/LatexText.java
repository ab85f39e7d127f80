package org.localmax.experiments.internal.certificates;

import java.lang.Character.UnicodeBlock;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Text and names as LaTeX sets them without a package: letters of European languages, and small Greek ones as of formulas. */
final class LatexText {

    private static final String GREEK = "GREEK SMALL LETTER ";

    /** Greek letters that LaTeX has no command for. */
    private static final Set<String> WITHOUT_COMMAND = Set.of("OMICRON", "FINAL SIGMA");

    private LatexText() {}

    /** A text that shows these characters; {@code ?} for what LaTeX does not know. */
    static String of(String text) {
        return text.codePoints().mapToObj(LatexText::of).collect(Collectors.joining());
    }

    private static String of(int character) {
        return switch (character) {
            case '\\' -> "\\textbackslash{}";
            case '^' -> "\\textasciicircum{}";
            case '~' -> "\\textasciitilde{}";
            case '<' -> "\\textless{}";
            case '>' -> "\\textgreater{}";
            case '|' -> "\\textbar{}";
            case '{', '}', '&', '%', '#', '$', '_' -> "\\" + Character.toString(character);
            default ->
                character < ' ' ? " " : character <= '~' ? Character.toString(character) : beyondAscii(character);
        };
    }

    private static String beyondAscii(int character) {
        UnicodeBlock block = UnicodeBlock.of(character);
        if (block == UnicodeBlock.LATIN_1_SUPPLEMENT && Character.isLetter(character)) {
            return Character.toString(character);
        }
        String name = String.valueOf(Character.getName(character));
        String letter = name.startsWith(GREEK) ? name.substring(GREEK.length()) : "";
        boolean hasCommand = letter.matches("[A-Z]+") && !WITHOUT_COMMAND.contains(letter);
        return hasCommand ? "$\\" + command(letter) + "$" : "?";
    }

    private static String command(String letter) {
        return letter.equals("LAMDA") ? "lambda" : letter.toLowerCase(Locale.ROOT);
    }
}
