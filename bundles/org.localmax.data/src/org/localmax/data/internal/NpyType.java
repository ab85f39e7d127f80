package org.localmax.data.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.localmax.data.DataException;

/**
 * The type of an NPY array's elements: a real number.
 *
 * @param kind 'f' for IEEE floats, 'i' for signed and 'u' for unsigned integers
 * @param size bytes an element: 2, 4 or 8 for floats, 1, 2, 4 or 8 for integers
 * @param order the order of these bytes
 */
record NpyType(char kind, int size, ByteOrder order) {

    private static final Pattern REAL = Pattern.compile("([<>|])(?:(f)([248])|([iu])([1248]))");

    /** @param descr the type as NumPy writes it, such as {@code <f8} */
    static NpyType of(String descr, Origin origin) throws DataException {
        Matcher matcher = REAL.matcher(descr);
        if (!matcher.matches()) {
            throw origin.problem("holds " + named(descr) + NumberSyntax.quoted(descr)
                    + "; expected real numbers: f2, f4, f8, i1 to i8 or u1 to u8");
        }
        ByteOrder order = matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int group = matcher.group(2) != null ? 2 : 4;
        return new NpyType(matcher.group(group).charAt(0), Integer.parseInt(matcher.group(group + 1)), order);
    }

    private static String named(String descr) {
        if (descr.startsWith("[")) {
            return "records of type ";
        }
        return switch (descr.length() > 1 ? descr.charAt(1) : ' ') {
            case 'b' -> "booleans of type ";
            case 'c' -> "complex numbers of type ";
            case 'O' -> "Python objects of type ";
            case 'S', 'U' -> "text of type ";
            default -> "values of type ";
        };
    }

    boolean isInteger() {
        return kind != 'f';
    }

    /** The element at a byte of the buffer, which has this type's order; integers beyond 2^53 are rounded. */
    double doubleAt(ByteBuffer buffer, int at) {
        if (kind == 'f') {
            return switch (size) {
                case 2 -> Float.float16ToFloat(buffer.getShort(at));
                case 4 -> buffer.getFloat(at);
                default -> buffer.getDouble(at);
            };
        }
        long value = longAt(buffer, at);
        boolean beyondLong = kind == 'u' && value < 0;
        return beyondLong ? 2.0 * (value >>> 1 | value & 1) : value;
    }

    /** The integer at a byte of the buffer; u8 values beyond a long come out negative. */
    long longAt(ByteBuffer buffer, int at) {
        boolean signed = kind == 'i';
        return switch (size) {
            case 1 -> signed ? buffer.get(at) : Byte.toUnsignedLong(buffer.get(at));
            case 2 -> signed ? buffer.getShort(at) : Short.toUnsignedLong(buffer.getShort(at));
            case 4 -> signed ? buffer.getInt(at) : Integer.toUnsignedLong(buffer.getInt(at));
            default -> buffer.getLong(at);
        };
    }
}
