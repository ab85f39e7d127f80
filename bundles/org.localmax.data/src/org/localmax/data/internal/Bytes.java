package org.localmax.data.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Bytes at a place in a file. */
public final class Bytes {

    private Bytes() {}

    /** Exactly so many bytes, in a little-endian buffer ready to be read. */
    public static ByteBuffer read(FileChannel channel, long offset, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        fill(buffer, channel, offset);
        return buffer.flip();
    }

    /** Fills the buffer up to its limit. */
    public static void fill(ByteBuffer buffer, FileChannel channel, long offset) throws IOException {
        for (long at = offset; buffer.hasRemaining(); ) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new EOFException("it ends at byte " + at);
            }
            at += read;
        }
    }

    /** Writes all that remains in the buffer. */
    public static void write(ByteBuffer buffer, FileChannel channel, long offset) throws IOException {
        for (long at = offset; buffer.hasRemaining(); ) {
            at += channel.write(buffer, at);
        }
    }
}
