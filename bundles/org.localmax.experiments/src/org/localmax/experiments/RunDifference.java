package org.localmax.experiments;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;
import org.localmax.experiments.internal.CapsuleDocument;

/**
 * What two runs differ in: their plans, and what they came to. Machines and times are not looked at.
 *
 * @param first the capsule of the one
 * @param second the capsule of the other
 * @param entries what differs, in the order of the document
 * @param firstNote what was written about the one
 * @param secondNote what was written about the other
 */
public record RunDifference(
        Path first, Path second, List<Entry> entries, Optional<String> firstNote, Optional<String> secondNote) {

    private static final List<String> PARTS = List.of("software", "plan", "result");

    /**
     * A member that differs.
     *
     * @param part plan, result or software
     * @param name its name, with dots before the names of members within members
     * @param first what the one document has there; empty if nothing
     * @param second what the other has
     */
    public record Entry(String part, String name, Optional<String> first, Optional<String> second) {}

    /**
     * Reads the documents of two capsules.
     *
     * @throws DataException if one is missing, damaged or not that of a run
     */
    public static RunDifference of(Path first, Path second) throws DataException {
        List<Entry> entries = new ArrayList<>();
        for (String part : PARTS) {
            Map<String, String> one = members(first, part);
            Map<String, String> other = members(second, part);
            Set<String> names = new LinkedHashSet<>(one.keySet());
            names.addAll(other.keySet());
            for (String name : names) {
                Optional<String> here = Optional.ofNullable(one.get(name));
                Optional<String> there = Optional.ofNullable(other.get(name));
                if (!here.equals(there)) {
                    entries.add(new Entry(part, name, here, there));
                }
            }
        }
        return new RunDifference(first, second, entries, RunNote.read(first), RunNote.read(second));
    }

    private static Map<String, String> members(Path capsule, String part) throws DataException {
        JsonObject document = RunDocument.read(capsule.resolve(CapsuleDocument.RUN));
        Map<String, String> members = new LinkedHashMap<>();
        add("", CapsuleDocument.read(capsule, document, run -> run.object(part)), members);
        return members;
    }

    private static void add(String prefix, JsonObject object, Map<String, String> members) {
        object.asMap().forEach((name, value) -> {
            if (value instanceof JsonObject inner) {
                add(prefix + name + ".", inner, members);
            } else {
                members.put(prefix + name, text(value));
            }
        });
    }

    private static String text(JsonElement value) {
        return value instanceof JsonPrimitive primitive ? primitive.getAsString() : value.toString();
    }

    /** Whether the runs have the same plan and came to the same. */
    public boolean isNone() {
        return entries.isEmpty();
    }

    /** As JSON. */
    public JsonObject json() {
        JsonObject document = new JsonObject();
        document.addProperty("first", first.toString());
        document.addProperty("second", second.toString());
        firstNote.ifPresent(note -> document.addProperty("firstNote", note));
        secondNote.ifPresent(note -> document.addProperty("secondNote", note));
        for (String part : PARTS) {
            JsonObject differing = new JsonObject();
            for (Entry entry : entries) {
                if (entry.part().equals(part)) {
                    JsonObject both = new JsonObject();
                    entry.first().ifPresent(text -> both.addProperty("first", text));
                    entry.second().ifPresent(text -> both.addProperty("second", text));
                    differing.add(entry.name(), both);
                }
            }
            document.add(part, differing);
        }
        return document;
    }
}
