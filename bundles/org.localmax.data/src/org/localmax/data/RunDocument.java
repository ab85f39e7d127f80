package org.localmax.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.localmax.data.internal.Digests;

/**
 * The document {@code run.json} of a capsule: an indented JSON object in UTF-8, members in the order they were added, with
 * the last member {@code checksum}, the SHA-256 of the document's bytes with the checksum's own 64 digits replaced by zeros.
 */
public final class RunDocument {

    private static final String CHECKSUM = "checksum";
    private static final String ZEROS = "0".repeat(64);
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();
    private static final Pattern END = Pattern.compile("\"" + CHECKSUM + "\": \"([0-9a-f]{64})\"\n}\n\\z");
    private static final Pattern LINE = Pattern.compile("at line (\\d+)");

    private RunDocument() {}

    /**
     * Writes the document, replacing what is there.
     *
     * @param document is not changed; a checksum among its members is left out in favour of the new one
     */
    public static void write(Path file, JsonObject document) throws DataException {
        JsonObject checked = document.deepCopy();
        checked.remove(CHECKSUM);
        checked.addProperty(CHECKSUM, ZEROS);
        String text = GSON.toJson(checked) + "\n";
        int at = text.lastIndexOf(ZEROS);
        try {
            Files.writeString(file, text.substring(0, at) + sha256(text) + text.substring(at + ZEROS.length()));
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    /**
     * Reads a document and verifies its checksum.
     *
     * @return the document with its checksum
     * @throws DataException if the file is not there, is damaged or was changed by hand
     */
    public static JsonObject read(Path file) throws DataException {
        String text = text(file);
        JsonObject document = parse(file, text);
        Matcher end = END.matcher(text);
        if (!end.find()) {
            throw DataException.at(file, "does not end with a checksum; expected the file as it was written");
        }
        if (!sha256(text.substring(0, end.start(1)) + ZEROS + text.substring(end.end(1)))
                .equals(end.group(1))) {
            throw DataException.at(file, "does not match its checksum; expected the file as it was written");
        }
        return document;
    }

    private static String text(Path file) throws DataException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException _) {
            throw DataException.at(file, "is not UTF-8 text; expected the file as it was written");
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    private static JsonObject parse(Path file, String text) throws DataException {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            if (reader.peek() == JsonToken.BEGIN_OBJECT) {
                JsonObject document = JsonParser.parseReader(reader).getAsJsonObject();
                if (reader.peek() == JsonToken.END_DOCUMENT) {
                    return document;
                }
            }
        } catch (JsonParseException | MalformedJsonException e) {
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            String problem = "is not JSON; expected the file as it was written";
            throw line.find()
                    ? DataException.at(file, Long.parseLong(line.group(1)), problem)
                    : DataException.at(file, problem);
        } catch (IOException _) {
            throw DataException.at(file, "ends too early; expected a JSON object");
        }
        throw DataException.at(file, "is not a single JSON object; expected the file as it was written");
    }

    private static String sha256(String text) {
        MessageDigest digest = Digests.sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return Digests.hex(digest);
    }
}
