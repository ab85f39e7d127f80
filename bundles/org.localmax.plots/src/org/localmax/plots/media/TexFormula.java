package org.localmax.plots.media;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.localmax.plots.Ticks;

/** A formula in Unicode as the mathematics of LaTeX, without the dollar signs: "Sᵢ ≤ 10⁻³" as {@code S_{i}\le 10^{-3}}. */
final class TexFormula {

    private static final Set<String> FUNCTIONS =
            Set.of("log", "exp", "max", "min", "sup", "inf", "arg", "dim", "sin", "cos");
    private static final Map<Integer, String> SIGNS = signs();

    private final StringBuilder tex = new StringBuilder();
    private final int[] source;
    private int at;

    private static final Pattern POWER =
            Pattern.compile("(?<![\\p{L}\\d.])(\\d+(?:\\.\\d+)?)[eE]\\+?([-\u2212]?)(\\d+)");

    private TexFormula(String source) {
        this.source = powers(source).codePoints().toArray();
    }

    static String of(String source) {
        return new TexFormula(source).translate();
    }

    /** 1e-10 as 10\u207b\u00b9\u2070. */
    private static String powers(String source) {
        return POWER.matcher(source).replaceAll(number -> {
            String factor = number.group(1).equals("1") ? "" : number.group(1) + "\u00d7";
            int exponent = Integer.parseInt((number.group(2).isEmpty() ? "" : "-") + number.group(3));
            return factor + Ticks.powerOfTen(exponent);
        });
    }

    private String translate() {
        while (at < source.length) {
            int c = source[at];
            if (isScript(c, "<sub>")) {
                script("_", "<sub>");
            } else if (isScript(c, "<super>")) {
                script("^", "<super>");
            } else if (isLatin(c)) {
                letters();
            } else if (c == ' ') {
                space();
            } else {
                tex.append(sign(c));
                at++;
            }
        }
        return tex.toString().strip();
    }

    /** Letters side by side are a name, one alone is a variable. */
    private void letters() {
        int start = at;
        while (at < source.length && isLatin(source[at])) {
            at++;
        }
        String letters = new String(source, start, at - start);
        if (FUNCTIONS.contains(letters)) {
            tex.append('\\').append(letters).append(' ');
        } else if (letters.length() == 1) {
            tex.append(letters);
        } else {
            tex.append("\\mathrm{").append(letters).append('}');
        }
    }

    /** Mathematics has no spaces: a thin one between things that no sign of their own keeps apart. */
    private void space() {
        at++;
        boolean apart = at < source.length && !isSpaced(source[at - 2]) && !isSpaced(source[at]);
        if (apart && !tex.toString().endsWith(" ")) {
            tex.append("\\,");
        }
    }

    private static boolean isSpaced(int c) {
        return c == ',' || Character.getType(c) == Character.MATH_SYMBOL && c != '|' && c != '√' && c != '∞';
    }

    private void script(String mark, String kind) {
        tex.append(mark).append('{');
        while (at < source.length && isScript(source[at], kind)) {
            plain(source[at]).codePoints().forEach(c -> tex.append(sign(c)));
            at++;
        }
        tex.append('}');
    }

    /** Unicode itself says of which sign a sub- or superscript is the small form. */
    private static String plain(int script) {
        return Normalizer.normalize(Character.toString(script), Normalizer.Form.NFKC);
    }

    private static boolean isScript(int c, String kind) {
        boolean sub = c >= 0x2080 && c <= 0x209c || c >= 0x1d62 && c <= 0x1d6a || c == 0x2c7c;
        boolean high = c == 0xb2 || c == 0xb3 || c == 0xb9 || c >= 0x2070 && c < 0x2080 || c >= 0x1d2c && c <= 0x1d61;
        return kind.equals("<sub>") ? sub : high;
    }

    private static boolean isLatin(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String sign(int c) {
        return SIGNS.getOrDefault(c, Character.toString(c));
    }

    private static Map<Integer, String> signs() {
        Map<Integer, String> signs = new HashMap<>();
        String names = """
                α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu
                µ mu ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta
                Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega ≤ le ≥ ge × times · cdot ⋅ cdot ∈ in
                ∉ notin √ surd ∞ infty ± pm ≈ approx ≠ neq ≡ equiv → to ← leftarrow ↦ mapsto ∂ partial ∇ nabla ∑ sum
                ∏ prod ∫ int ∪ cup ∩ cap ⊂ subset ⊆ subseteq ∅ emptyset … ldots ′ prime ∘ circ ∗ ast ⟨ langle ⟩ rangle
                ‖ Vert ° circ
                """;
        String[] pairs = names.strip().split("\\s+");
        for (int i = 0; i < pairs.length; i += 2) {
            signs.put(pairs[i].codePointAt(0), "\\" + pairs[i + 1] + " ");
        }
        signs.put((int) '−', "-");
        signs.put((int) '°', "^{\\circ}");
        signs.put((int) 'ℝ', "\\mathrm{R}"); // no package of fonts asked for
        signs.put((int) '‰', "\\mathrm{{}^{0}\\!/_{00}}");
        for (char c : "%&#_{}$".toCharArray()) {
            signs.put((int) c, "\\" + c);
        }
        signs.put((int) '\\', "\\backslash ");
        signs.put((int) '^', "\\wedge ");
        signs.put((int) '~', "\\sim ");
        return Map.copyOf(signs);
    }
}
