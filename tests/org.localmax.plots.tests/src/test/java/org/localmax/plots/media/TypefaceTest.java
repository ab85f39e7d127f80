package org.localmax.plots.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Font;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest {

    private static final String SIGNS =
            "αβγδεζηθικλμνξπρστυφχψωϕϵΓΔΘΛΞΠΣΦΨΩ₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖₙₜₓ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱᵗᵀ⟨⟩‖≤≥−×·⋅∈∉√∞±≈≠≡→↦∂∇∑∏∫∪∩⊂⊆∅…–′ℝ∘∗";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everySignIsThere(Typeface face) {
        assertEquals(-1, face.font(9).canDisplayUpTo(SIGNS));
    }

    @Test
    void aFaceStandsForEveryFontOfItsStyle() {
        assertEquals(Typeface.BOLD, Typeface.of(new Font(Font.SANS_SERIF, Font.BOLD, 9)));
        assertEquals(Typeface.ITALIC, Typeface.of(new Font(Font.SERIF, Font.ITALIC, 9)));
        for (Typeface face : Typeface.values()) {
            assertEquals(face, Typeface.of(face.font(9)));
        }
    }

    @Test
    void textIsMeasuredAlikeOnEveryPage() throws IOException {
        double[] expected = null;
        for (FigureFormat format : FigureFormat.values()) {
            double[] found = new double[3];
            format.write(Specimen.PAGE, graphics -> measure(graphics, found), "x");
            expected = expected == null ? found : expected;
            assertArrayEquals(expected, found, format.name());
        }
        assertEquals(30.1729, expected[0], 1e-4); // in units of the font: no rounding to pixels
    }

    private static void measure(Graphics2D graphics, double[] found) {
        graphics.setFont(new Font("Tahoma", Font.PLAIN, 9));
        found[0] =
                graphics.getFontMetrics().getStringBounds("x₁ hello", graphics).getWidth();
        found[1] = graphics.getFontMetrics().getLineMetrics("x", graphics).getAscent();
        found[2] = graphics.getFontMetrics().getAscent();
    }

    /** Where fontconfig knows no font, Java by itself loads none at all; and another process writes the same bytes. */
    @Test
    void noFontOfTheSystemIsNeeded() throws Exception {
        Path none =
                Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?>\n<fontconfig></fontconfig>\n");
        assertNotEquals(0, java(none, WithoutShippedFont.class).exitValue(), "this Java needs no help any more");
        Process process = java(none, WriteSpecimen.class);
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("said")));
        for (FigureFormat format : FigureFormat.values()) {
            FigureFile here =
                    format.write(Specimen.PAGE, new Specimen(), "specimen").getFirst();
            assertArrayEquals(here.content(), Files.readAllBytes(folder.resolve(here.name())), here.name());
        }
    }

    private Process java(Path fontconfig, Class<?> program) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder, // where Java remembers the fonts of earlier processes
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                folder.toString());
        builder.environment().put("FONTCONFIG_FILE", fontconfig.toString());
        builder.environment().remove("DISPLAY");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
        Process process = builder.start();
        process.waitFor();
        return process;
    }

    /** Writes the specimen in every format into a folder. */
    static final class WriteSpecimen {

        private WriteSpecimen() {}

        static void main(String[] arguments) throws IOException {
            for (FigureFormat format : FigureFormat.values()) {
                for (FigureFile file : format.write(Specimen.PAGE, new Specimen(), "specimen")) {
                    Files.write(Path.of(arguments[0], file.name()), file.content());
                }
            }
        }
    }

    /** Loads the font as anyone would. */
    static final class WithoutShippedFont {

        private WithoutShippedFont() {}

        static void main(String[] arguments) throws Exception {
            System.setProperty("java.awt.headless", "true");
            try (var font = Typeface.class.getResourceAsStream("/fonts/DejaVuSansCondensed.ttf")) {
                Font loaded = Font.createFont(Font.TRUETYPE_FONT, font);
                System.out.write(loaded.getFontName().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
