package org.localmax.data.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.localmax.data.DataException;

/**
 * What stands before the data of an NPY array, versions 1 to 3 of the format (numpy.lib.format).
 *
 * @param descr the element type as NumPy writes it
 * @param fortran whether the first index runs fastest
 * @param shape the lengths of the dimensions
 * @param length bytes up to the data
 */
record NpyHeader(String descr, boolean fortran, long[] shape, int length) {

    static final int MAGIC_LENGTH = 6;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int LONGEST = 1 << 16;
    private static final Pattern DESCR = Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:(['\"])(.*?)\\1|(\\[.*?\\]))");
    private static final Pattern ORDER = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)\\b");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\d\\sL,]*)\\)");

    static boolean isMagic(byte[] start) {
        return Arrays.equals(start, 0, Math.min(start.length, MAGIC.length), MAGIC, 0, MAGIC.length);
    }

    /** Reads the header of an array that takes the given bytes of a file. */
    static NpyHeader read(FileChannel channel, long offset, long size, Origin origin)
            throws IOException, DataException {
        ByteBuffer start = Bytes.read(channel, offset, (int) Math.min(size, 12));
        byte[] magic = new byte[Math.min(MAGIC_LENGTH, start.limit())];
        start.get(magic);
        if (!isMagic(magic)) {
            throw origin.problem("does not start as an NPY array; expected the bytes \\x93NUMPY");
        }
        if (start.limit() < 12) {
            throw origin.problem("ends within the NPY header; expected a whole array");
        }
        int version = start.get();
        if (version < 1 || version > 3) {
            throw origin.problem("has NPY version " + (version & 0xFF) + "; expected 1, 2 or 3");
        }
        start.get();
        int before = version == 1 ? 10 : 12;
        long length = version == 1 ? Short.toUnsignedLong(start.getShort()) : Integer.toUnsignedLong(start.getInt());
        if (length > size - before) {
            throw origin.problem("announces a header of " + length + " bytes and has " + (size - before)
                    + " bytes left; expected a whole array");
        }
        if (length > LONGEST) {
            throw origin.problem("announces a header of " + length + " bytes; expected at most " + LONGEST);
        }
        ByteBuffer text = Bytes.read(channel, offset + before, (int) length);
        return parse(StandardCharsets.UTF_8.decode(text).toString(), before + (int) length, origin);
    }

    private static NpyHeader parse(String text, int length, Origin origin) throws DataException {
        Matcher descr = DESCR.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!descr.find() || !order.find() || !shape.find()) {
            throw origin.problem("has the NPY header " + NumberSyntax.quoted(text.strip())
                    + "; expected descr, fortran_order and shape");
        }
        try {
            long[] lengths = Pattern.compile("[\\s,]+")
                    .splitAsStream(shape.group(1).replace("L", "").strip())
                    .filter(part -> !part.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
            String type = descr.group(2) != null ? descr.group(2) : descr.group(3);
            return new NpyHeader(type, order.group(1).equals("True"), lengths, length);
        } catch (NumberFormatException _) {
            throw origin.problem("has shape (" + shape.group(1) + "); expected lengths below 2^63");
        }
    }

    /** The header, version 1, of an array in C order whose data follow it. */
    static byte[] bytes(String descr, long... shape) {
        String text = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + text(shape) + ", }";
        int unpadded = MAGIC_LENGTH + 4 + text.length() + 1;
        int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return ByteBuffer.allocate(total)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) (total - MAGIC_LENGTH - 4))
                .put((text + " ".repeat(total - unpadded) + "\n").getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** A shape as Python writes it. */
    static String text(long[] shape) {
        String lengths = LongStream.of(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return "(" + lengths + (shape.length == 1 ? ",)" : ")");
    }
}
