package org.localmax.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.localmax.data.internal.Digests;
import org.localmax.dynamics.CancellationCheck;

/** Checksums of files. */
public final class Checksums {

    private Checksums() {}

    /** The 32 bytes of the SHA-256 of some bytes. */
    public static byte[] sha256(byte[] bytes) {
        return Digests.sha256().digest(bytes);
    }

    /** The SHA-256 of a file's bytes in lower-case hexadecimal, as {@code sha256sum} prints it. */
    public static String sha256(Path file) throws DataException {
        return sha256(file, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public static String sha256(Path file, CancellationCheck wanted) throws DataException {
        MessageDigest digest = Digests.sha256();
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                wanted.check();
                digest.update(chunk, 0, read);
            }
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
        return Digests.hex(digest);
    }
}
