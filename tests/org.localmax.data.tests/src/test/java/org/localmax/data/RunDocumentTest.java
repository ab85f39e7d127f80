package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.data.Problems.assertProblem;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDocumentTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("run.json");
    }

    @Test
    void theDocumentIsReadableAndKeepsItsOrder() throws Exception {
        RunDocument.write(file, document());
        List<String> lines = Files.readAllLines(file);
        assertEquals("{", lines.getFirst());
        assertEquals("  \"rule\": \"δ <= 1 & \\\"é\\\"\",", lines.get(1));
        assertTrue(lines.get(lines.size() - 2).matches("  \"checksum\": \"[0-9a-f]{64}\""));
        assertEquals("}", lines.getLast());
        assertEquals(
                List.of("rule", "zeros", "alpha", "absent", "nested", "checksum"),
                List.copyOf(RunDocument.read(file).keySet()));
    }

    @Test
    void theChecksumIsThatOfTheBytesWithItsDigitsZero() throws Exception {
        RunDocument.write(file, document());
        String text = Files.readString(file);
        String checksum = RunDocument.read(file).get("checksum").getAsString();
        byte[] zeroed = text.replace(checksum, "0".repeat(64)).getBytes("UTF-8");
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zeroed)), checksum);
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        RunDocument.write(file, document());
        JsonObject read = RunDocument.read(file);
        read.remove("checksum");
        assertEquals(document(), read);
    }

    @Test
    void writingWhatWasReadChangesNoByte() throws Exception {
        RunDocument.write(file, document());
        byte[] bytes = Files.readAllBytes(file);
        RunDocument.write(file, RunDocument.read(file));
        assertEquals(Arrays.toString(bytes), Arrays.toString(Files.readAllBytes(file)));
    }

    @Test
    void theCallersDocumentStaysAsItIs() throws Exception {
        JsonObject document = document();
        RunDocument.write(file, document);
        assertFalse(document.has("checksum"));
    }

    @Test
    void everyFlippedBitIsNoticed() throws Exception {
        RunDocument.write(file, document());
        byte[] bytes = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bytes);
            String message = assertThrows(DataException.class, () -> RunDocument.read(file), "bit " + bit)
                    .getMessage();
            assertTrue(message.startsWith(file + ":"), message);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void everyTruncationIsNoticed() throws Exception {
        RunDocument.write(file, document());
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThrows(DataException.class, () -> RunDocument.read(file), "cut at " + length);
        }
    }

    @Test
    void randomDocumentsSurvive() throws Exception {
        SplittableRandom random = new SplittableRandom(9);
        for (int trial = 0; trial < 100; trial++) {
            JsonObject document = new JsonObject();
            for (int member = random.nextInt(10); member > 0; member--) {
                String text = random.ints(random.nextInt(12), 0, 0xD800)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                document.addProperty(text, random.nextBoolean() ? random.nextLong() : random.nextDouble());
                document.addProperty("k" + member, text);
            }
            RunDocument.write(file, document);
            JsonObject read = RunDocument.read(file);
            read.remove("checksum");
            assertEquals(JsonParser.parseString(document.toString()), read);
        }
    }

    @Test
    void aValueChangedByHand() throws Exception {
        RunDocument.write(file, document());
        Files.writeString(file, Files.readString(file).replace("1.5", "1.6"));
        assertProblem(
                file + ": does not match its checksum; expected the file as it was written",
                () -> RunDocument.read(file));
    }

    @Test
    void noChecksum() throws IOException {
        assertBad("{\"a\": 1}", ": does not end with a checksum; expected the file as it was written");
    }

    @Test
    void noJson() throws IOException {
        assertBad("{\n  \"a\": 1,\n  b\n}\n", ":3: is not JSON; expected the file as it was written");
    }

    @Test
    void noObject() throws IOException {
        assertBad("[1]", ": is not a single JSON object; expected the file as it was written");
    }

    @Test
    void twoObjects() throws IOException {
        assertBad("{}\n[", ":2: is not JSON; expected the file as it was written");
    }

    @Test
    void nothing() throws IOException {
        assertBad("", ": ends too early; expected a JSON object");
    }

    @Test
    void noText() throws IOException {
        Files.write(file, new byte[] {'{', (byte) 0xFF, '}'});
        assertProblem(file + ": is not UTF-8 text; expected the file as it was written", () -> RunDocument.read(file));
    }

    @Test
    void noFile() {
        assertProblem(file + ": no such file or folder; expected it to exist", () -> RunDocument.read(file));
    }

    private void assertBad(String text, String problem) throws IOException {
        Files.writeString(file, text);
        assertProblem(file + problem, () -> RunDocument.read(file));
    }

    private static JsonObject document() {
        JsonArray nested = new JsonArray();
        nested.add(7);
        nested.add(0.1);
        JsonObject document = new JsonObject();
        document.addProperty("rule", "δ <= 1 & \"é\"");
        document.addProperty("zeros", "0".repeat(64));
        document.addProperty("alpha", 1.5);
        document.add("absent", JsonNull.INSTANCE);
        document.add("nested", nested);
        return document;
    }
}
