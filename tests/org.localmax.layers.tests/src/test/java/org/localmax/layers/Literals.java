package org.localmax.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The string literals of a source file that a person reads. */
final class Literals {

    /** Comments, characters, text blocks, strings: whichever comes first. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\\n])+'|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"",
            Pattern.DOTALL);

    /** Two words, or a word with a capital. */
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[,;:.]? \\p{L}|^\\P{L}*\\p{Lu}\\p{Ll}+");

    /** What is told to those who write the program, in the log or as an exception that is a mistake of theirs. */
    private static final Set<String> INSIDE = Set.of(
            "getLog(",
            "new IllegalArgumentException(",
            "new IllegalStateException(",
            "new AssertionError(",
            "@SuppressWarnings(");

    private Literals() {}

    /** Those that are written in the program and not in a file of texts. */
    static List<String> readByPeople(String source) {
        List<String> found = new ArrayList<>();
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            String literal = token.group(1) != null ? token.group(1) : token.group(2);
            if (literal != null && WORDS.matcher(literal).find() && !isInside(source, token.start())) {
                found.add(literal.strip());
            }
        }
        return found;
    }

    private static boolean isInside(String source, int at) {
        int start = at;
        while (start > 0 && ";{}".indexOf(source.charAt(start - 1)) < 0) {
            start--;
        }
        String statement = source.substring(start, at);
        return INSIDE.stream().anyMatch(statement::contains);
    }
}
