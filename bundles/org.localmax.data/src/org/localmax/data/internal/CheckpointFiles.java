package org.localmax.data.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.localmax.data.Checkpoint;
import org.localmax.data.Checksums;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;
import org.localmax.data.TokenFiles;

/**
 * The last checkpoint in a folder: {@code checkpoint.json}, which names the file of the tokens and its checksum. It is moved into
 * place when both are on the disk, and the tokens of the one before go after that: at any moment the folder holds a whole
 * checkpoint, or none.
 */
public final class CheckpointFiles {

    private static final String DOCUMENT = "checkpoint.json";
    private static final String UNPLACED = "checkpoint.new";
    private static final List<String> TOKENS = List.of("checkpoint-a.npy", "checkpoint-b.npy");
    private static final String NAME = "tokens";
    private static final String CHECKSUM = "tokensSha256";
    private static final String RUN = "run";

    private final Path folder;

    public CheckpointFiles(Path folder) {
        this.folder = folder;
    }

    /** The file that makes a checkpoint. */
    public Path document() {
        return folder.resolve(DOCUMENT);
    }

    /** Whether there is a checkpoint, whole or damaged. */
    public boolean exists() {
        return Files.isRegularFile(document(), LinkOption.NOFOLLOW_LINKS);
    }

    /** Puts a checkpoint in the place of the one before. */
    public void store(Checkpoint checkpoint) throws IOException, DataException {
        Path tokens = folder.resolve(TOKENS.getFirst());
        Path other = folder.resolve(TOKENS.getLast());
        if (exists() && text(RunDocument.read(document()), NAME).equals(TOKENS.getFirst())) {
            tokens = folder.resolve(TOKENS.getLast());
            other = folder.resolve(TOKENS.getFirst());
        }
        Files.deleteIfExists(tokens);
        TokenFiles.writeNpy(tokens, checkpoint.tokens());
        Folders.syncEntry(tokens);
        JsonObject document = new JsonObject();
        document.add(RUN, checkpoint.document());
        document.addProperty(NAME, tokens.getFileName().toString());
        document.addProperty(CHECKSUM, Checksums.sha256(tokens));
        Path unplaced = folder.resolve(UNPLACED);
        RunDocument.write(unplaced, document);
        Folders.syncEntry(unplaced);
        Folders.syncEntry(folder);
        Files.move(unplaced, document(), StandardCopyOption.ATOMIC_MOVE);
        Folders.syncEntry(folder);
        Files.deleteIfExists(other);
    }

    /**
     * Reads the checkpoint.
     *
     * @throws DataException if it is damaged
     */
    public Checkpoint read() throws DataException {
        JsonObject document = RunDocument.read(document());
        String name = text(document, NAME);
        if (!TOKENS.contains(name) || !(document.get(RUN) instanceof JsonObject run)) {
            throw DataException.at(document(), "is no checkpoint; expected the file as it was written");
        }
        Path tokens = folder.resolve(name);
        if (!Checksums.sha256(tokens).equals(text(document, CHECKSUM))) {
            throw DataException.at(tokens, "does not match its checksum; expected the file as it was written");
        }
        return new Checkpoint(run, TokenFiles.read(tokens));
    }

    private static String text(JsonObject document, String name) {
        JsonElement value = document.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
