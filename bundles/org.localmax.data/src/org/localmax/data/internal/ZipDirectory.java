package org.localmax.data.internal;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.localmax.data.DataException;

/** The central directory of a zip archive, zip64 included: it tells where in the file an entry's bytes are. */
final class ZipDirectory {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LARGEST_DIRECTORY = 1 << 26;
    private static final long LIMIT = 0xFFFFFFFFL;

    /**
     * An entry.
     *
     * @param method how it is compressed
     * @param compressed its bytes in the archive
     * @param size its bytes when inflated
     * @param header where its local header starts
     */
    record Entry(int method, long crc, long compressed, long size, long header) {}

    private ZipDirectory() {}

    /** The entries by name, in the archive's order. */
    static Map<String, Entry> read(FileChannel channel, Origin origin) throws IOException, DataException {
        try {
            ByteBuffer directory = directory(channel, origin);
            Map<String, Entry> entries = new LinkedHashMap<>();
            while (directory.remaining() >= 4 && directory.getInt(directory.position()) == 0x02014b50) {
                add(directory, entries);
            }
            return entries;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException _) {
            throw damaged(origin);
        }
    }

    private static DataException damaged(Origin origin) {
        return origin.problem("is damaged or no zip archive; expected a whole NPZ file");
    }

    /** Where the bytes of an entry start. */
    static long dataOffset(FileChannel channel, Entry entry, Origin origin) throws IOException, DataException {
        if (entry.header >= 0 && entry.header <= channel.size() - 30) {
            ByteBuffer local = Bytes.read(channel, entry.header, 30);
            long start = entry.header
                    + 30
                    + Short.toUnsignedInt(local.getShort(26))
                    + Short.toUnsignedInt(local.getShort(28));
            if (local.getInt(0) == 0x04034b50 && entry.compressed >= 0 && entry.compressed <= channel.size() - start) {
                return start;
            }
        }
        throw origin.problem("is not where the archive says; expected a whole NPZ file");
    }

    private static ByteBuffer directory(FileChannel channel, Origin origin) throws IOException, DataException {
        long size = channel.size();
        int tail = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
        ByteBuffer last = Bytes.read(channel, size - tail, tail);
        int at = tail - END_LENGTH;
        while (last.getInt(at) != 0x06054b50 || Short.toUnsignedInt(last.getShort(at + 20)) != tail - END_LENGTH - at) {
            at--;
        }
        long length = Integer.toUnsignedLong(last.getInt(at + 12));
        long offset = Integer.toUnsignedLong(last.getInt(at + 16));
        if (at >= 20 && last.getInt(at - 20) == 0x07064b50) {
            long where = last.getLong(at - 12);
            if (where < 0 || where > size - 56) {
                throw damaged(origin);
            }
            ByteBuffer large = Bytes.read(channel, where, 56);
            length = large.getLong(40);
            offset = large.getLong(48);
        }
        if (length < 0 || length > LARGEST_DIRECTORY || offset < 0 || offset > size - length) {
            throw damaged(origin);
        }
        return Bytes.read(channel, offset, (int) length);
    }

    private static void add(ByteBuffer in, Map<String, Entry> entries) {
        int start = in.position();
        int nameLength = Short.toUnsignedInt(in.getShort(start + 28));
        int extraLength = Short.toUnsignedInt(in.getShort(start + 30));
        int commentLength = Short.toUnsignedInt(in.getShort(start + 32));
        long[] sizes = {
            Integer.toUnsignedLong(in.getInt(start + 24)),
            Integer.toUnsignedLong(in.getInt(start + 20)),
            Integer.toUnsignedLong(in.getInt(start + 42))
        };
        byte[] name = new byte[nameLength];
        in.position(start + 46).get(name);
        ByteBuffer extra = in.slice(start + 46 + nameLength, extraLength).order(in.order());
        while (extra.remaining() >= 4) {
            boolean zip64 = extra.getShort() == 1;
            int end = Short.toUnsignedInt(extra.getShort()) + extra.position();
            for (int s = 0; zip64 && s < sizes.length; s++) {
                if (sizes[s] == LIMIT) {
                    sizes[s] = extra.getLong();
                }
            }
            extra.position(end);
        }
        in.position(start + 46 + nameLength + extraLength + commentLength);
        int method = (in.getShort(start + 8) & 1) == 1 ? -1 : Short.toUnsignedInt(in.getShort(start + 10));
        long crc = Integer.toUnsignedLong(in.getInt(start + 16));
        entries.put(new String(name, StandardCharsets.UTF_8), new Entry(method, crc, sizes[1], sizes[0], sizes[2]));
    }
}
