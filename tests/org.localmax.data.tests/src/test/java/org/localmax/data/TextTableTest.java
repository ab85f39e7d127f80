package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A line of texts says these texts, whatever is in them; quotes stand only where they must. */
class TextTableTest {

    @Test
    void numbersAndWordsNeedNoQuotes() {
        assertEquals("0,-1.5e-7,localmax,,done", TextTable.line(List.of("0", "-1.5e-7", "localmax", "", "done")));
        assertEquals(List.of("0", "-1.5e-7", "localmax", "", "done"), TextTable.texts("0,-1.5e-7,localmax,,done"));
        assertEquals(List.of("", ""), TextTable.texts(","));
    }

    @Test
    void whatWouldBeReadOtherwiseIsQuoted() {
        assertEquals("run,\"a, b\",\"a \"\"b\"\"\"", TextTable.line(List.of("run", "a, b", "a \"b\"")));
        assertEquals("\"#1\",x", TextTable.line(List.of("#1", "x")));
        assertEquals("x,\" y\",\"z \"", TextTable.line(List.of("x", " y", "z ")));
        assertEquals("\"\",x", TextTable.line(List.of("", "x")));
    }

    @Test
    void everyLineIsReadAsItWasWritten() {
        SplittableRandom random = new SplittableRandom(41);
        String characters = "a1.-+#\"', \té~$\n";
        for (int round = 0; round < 5_000; round++) {
            List<String> texts = new ArrayList<>();
            for (int k = random.nextInt(1, 5); k > 0; k--) {
                StringBuilder text = new StringBuilder();
                for (int c = random.nextInt(4); c > 0; c--) {
                    text.append(characters.charAt(random.nextInt(characters.length())));
                }
                texts.add(text.toString());
            }
            assertEquals(texts, TextTable.texts(TextTable.line(texts)), texts::toString);
        }
    }
}
