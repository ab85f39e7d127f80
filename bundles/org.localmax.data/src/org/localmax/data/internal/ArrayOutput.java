package org.localmax.data.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;

/** Writes an NPY array, little-endian and in C order, at a place in a file, value by value. */
public final class ArrayOutput {

    private static final int CHUNK = 1 << 16;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32 crc = new CRC32();
    private long position;

    private ArrayOutput(FileChannel channel, long position, byte[] header) {
        this.channel = channel;
        this.position = position;
        buffer.put(header);
    }

    /** An array of float64. */
    public static ArrayOutput ofDoubles(FileChannel channel, long position, long... shape) {
        return new ArrayOutput(channel, position, NpyHeader.bytes("<f8", shape));
    }

    /** An array of int64. */
    public static ArrayOutput ofLongs(FileChannel channel, long position, long... shape) {
        return new ArrayOutput(channel, position, NpyHeader.bytes("<i8", shape));
    }

    /**
     * Goes on with an array whose first elements are there.
     *
     * @return whether they and the header have the given CRC-32, without which nothing can be made of them
     */
    public boolean resume(long elements, long expectedCrc) throws IOException {
        long end = position + buffer.position() + elements * Double.BYTES;
        buffer.clear();
        while (position < end) {
            buffer.clear().limit((int) Math.min(CHUNK, end - position));
            Bytes.fill(buffer, channel, position);
            position += buffer.position();
            crc.update(buffer.flip());
        }
        buffer.clear();
        return crc.getValue() == expectedCrc;
    }

    /** Where the next element goes to, as far as elements are flushed. */
    public long position() {
        return position;
    }

    /** Bytes of an array of 8-byte elements together with its header. */
    public static long size(long... shape) {
        long size = Double.BYTES;
        for (long length : shape) {
            size = Math.multiplyExact(size, length);
        }
        return NpyHeader.bytes("<f8", shape).length + size;
    }

    public void putDouble(double value) throws IOException {
        reserve();
        buffer.putDouble(value);
    }

    public void putLong(long value) throws IOException {
        reserve();
        buffer.putLong(value);
    }

    private void reserve() throws IOException {
        if (buffer.remaining() < Double.BYTES) {
            flush();
        }
    }

    /** Writes out what was put. */
    public void flush() throws IOException {
        buffer.flip();
        crc.update(buffer.duplicate());
        int count = buffer.remaining();
        Bytes.write(buffer, channel, position);
        position += count;
        buffer.clear();
    }

    /** The CRC-32 of all that was flushed, header included. */
    public long crc() {
        return crc.getValue();
    }
}
