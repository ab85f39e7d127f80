package org.localmax.plots.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TexLabelTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    x₁;                        $x_{1}$
                    |Cᵢ|;                      $|C_{i}|$
                    10⁻³;                      $10^{-3}$
                    t;                         $t$
                    -0.5;                      $-0.5$
                    −log(1+α);                 $-\\log (1+\\alpha )$
                    slope −log 2;              slope $-\\log 2$
                    δ = 1.50;                  $\\delta =1.50$
                    distance ‖xᵢ − K‖ ≤ ε;     distance $\\Vert x_{i}-K\\Vert \\le \\varepsilon$
                    ⟨A x, y⟩ ∈ S(K);           $\\langle A\\,x,y\\rangle \\in S(K)$
                    hardmax, n = 50, d = 2;    hardmax, $n=50$, $d=2$
                    α-entmax;                  $\\alpha$-entmax
                    SA-softmax;                SA-softmax
                    a token of H1;             a token of H1
                    hardmax (A = I);           hardmax $(A=I)$
                    tolerance 1e-10;           tolerance $10^{-10}$
                    (tie tolerance 2.5e-9).;   (tie tolerance $2.5\\times 10^{-9})$.
                    50 % & #1_a;               $50$ \\% \\& \\#1\\_a
                    {a}\\b;                    \\{a\\}\\textbackslash{}b
                    xᵢᵗ⁺¹;                     $x_{i}^{t+1}$
                    """)
    void wordsStayWordsAndSignsBecomeMathematics(String label, String tex) {
        assertEquals(tex.replace("\\\\", "\\"), TexLabel.of(label.replace("\\\\", "\\")));
    }
}
