package org.localmax.data.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The layout of a zip archive of uncompressed entries whose sizes are known beforehand. The entries' data may be written in
 * any order; the headers come last, so that an archive cut short is no archive. All time stamps are 1980-01-01. Zip64 is
 * used where a size or an offset needs it (APPNOTE.TXT 6.3, section 4).
 */
public final class StoredZip {

    private static final long LIMIT = 0xFFFFFFFFL;
    private static final short DATE = 1 << 5 | 1;

    /** An entry to be: its name in ASCII and its size in bytes. */
    public record Entry(String name, long size) {

        private boolean isLarge() {
            return size >= LIMIT;
        }

        private int localLength() {
            return 30 + name.length() + (isLarge() ? 20 : 0);
        }
    }

    private final List<Entry> entries;
    private final long[] offsets;
    private final long end;

    public StoredZip(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        offsets = new long[entries.size()];
        long at = 0;
        for (int e = 0; e < offsets.length; e++) {
            offsets[e] = at;
            at = Math.addExact(
                    at, this.entries.get(e).localLength() + this.entries.get(e).size());
        }
        end = at;
    }

    /** Where the data of an entry start. */
    public long dataOffset(int entry) {
        return offsets[entry] + entries.get(entry).localLength();
    }

    /**
     * Writes what surrounds the data.
     *
     * @param crcs the CRC-32 of each entry
     */
    public void writeHeaders(FileChannel channel, long... crcs) throws IOException {
        long at = end;
        for (int e = 0; e < offsets.length; e++) {
            ByteBuffer central = central(entries.get(e), crcs[e], offsets[e]);
            Bytes.write(local(entries.get(e), crcs[e]), channel, offsets[e]);
            long length = central.remaining();
            Bytes.write(central, channel, at);
            at += length;
        }
        Bytes.write(end(at - end), channel, at);
    }

    private static ByteBuffer local(Entry entry, long crc) {
        ByteBuffer out = buffer(entry.localLength()).putInt(0x04034b50);
        common(out, entry, crc, entry.isLarge() ? 20 : 0, entry.isLarge());
        out.put(entry.name().getBytes(StandardCharsets.US_ASCII));
        if (entry.isLarge()) {
            out.putShort((short) 1).putShort((short) 16).putLong(entry.size()).putLong(entry.size());
        }
        return out.flip();
    }

    private static ByteBuffer central(Entry entry, long crc, long offset) {
        boolean far = offset >= LIMIT;
        int extra = (entry.isLarge() ? 16 : 0) + (far ? 8 : 0);
        int extraLength = extra == 0 ? 0 : extra + 4;
        ByteBuffer out = buffer(46 + entry.name().length() + extraLength)
                .putInt(0x02014b50)
                .putShort((short) (extra == 0 ? 20 : 45));
        common(out, entry, crc, extraLength, extra > 0);
        out.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) Math.min(offset, LIMIT));
        out.put(entry.name().getBytes(StandardCharsets.US_ASCII));
        if (extra > 0) {
            out.putShort((short) 1).putShort((short) extra);
        }
        if (entry.isLarge()) {
            out.putLong(entry.size()).putLong(entry.size());
        }
        if (far) {
            out.putLong(offset);
        }
        return out.flip();
    }

    /** The fields that the local header and the central directory share. */
    private static void common(ByteBuffer out, Entry entry, long crc, int extraLength, boolean zip64) {
        int size = (int) Math.min(entry.size(), LIMIT);
        out.putShort((short) (zip64 ? 45 : 20)).putShort((short) 0).putShort((short) 0);
        out.putShort((short) 0).putShort(DATE).putInt((int) crc).putInt(size).putInt(size);
        out.putShort((short) entry.name().length()).putShort((short) extraLength);
    }

    private ByteBuffer end(long directory) {
        ByteBuffer out = buffer(56 + 20 + 22);
        short count = (short) offsets.length;
        if (end >= LIMIT) {
            out.putInt(0x06064b50)
                    .putLong(44)
                    .putShort((short) 45)
                    .putShort((short) 45)
                    .putInt(0)
                    .putInt(0);
            out.putLong(count).putLong(count).putLong(directory).putLong(end);
            out.putInt(0x07064b50).putInt(0).putLong(end + directory).putInt(1);
        }
        out.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count);
        out.putInt((int) directory).putInt((int) Math.min(end, LIMIT)).putShort((short) 0);
        return out.flip();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
