package dev.slop.report.embedding;

import dev.slop.core.ConfigurationException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code .npy} file says of its numbers; versions 1 to 3 of the format.
 *
 * @param rows how many
 * @param columns numbers a row
 * @param bytes of a number: 4 or 8
 * @param length of the header in bytes
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 */
record NumpyHeader(int rows, int columns, int bytes, long length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int NEWEST = 3;
    private static final int LONGEST = 1 << 16;

    private static final Pattern TYPE = Pattern.compile("['\"]descr['\"]\\s*:\\s*(['\"][^'\"]*['\"]|\\[.*\\])");
    private static final Pattern ORDER = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]*)\\)");

    /** Reads it; the stream then stands at the first number. */
    static NumpyHeader read(Path file, DataInputStream in) throws IOException {
        try {
            return parsed(file, in);
        } catch (EOFException e) {
            throw new ConfigurationException(file + ": ends within the header", e);
        }
    }

    private static NumpyHeader parsed(Path file, DataInputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(start, MAGIC)) {
            throw new ConfigurationException(file + ": is no NumPy .npy file");
        }
        int version = in.readUnsignedByte();
        in.readUnsignedByte();
        if (version < 1 || version > NEWEST) {
            throw new ConfigurationException(file + ": version: must be from 1 to " + NEWEST + ", but is " + version);
        }
        boolean isShort = version == 1;
        long length = isShort
                ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
        if (length > LONGEST) {
            throw new ConfigurationException(file + ": header: is longer than " + LONGEST + " bytes");
        }
        byte[] header = new byte[(int) length];
        in.readFully(header);
        long before = MAGIC.length + 2L + (isShort ? Short.BYTES : Integer.BYTES);
        return parsed(file, new String(header, StandardCharsets.UTF_8), before + length);
    }

    private static NumpyHeader parsed(Path file, String header, long length) {
        int bytes = switch (field(file, header, TYPE, "descr").replaceAll("^['\"]|['\"]$", "")) {
            case "<f4" -> Float.BYTES;
            case "<f8" -> Double.BYTES;
            default ->
                throw new ConfigurationException(file + ": descr: must be '<f4' or '<f8', but is "
                        + StoredVectors.shown(field(file, header, TYPE, "descr"))
                        + "; save array.astype('<f4')");
        };
        if (field(file, header, ORDER, "fortran_order").equals("True")) {
            throw new ConfigurationException(
                    file + ": fortran_order: must be False; save numpy.ascontiguousarray(array)");
        }
        int[] shape = shape(file, field(file, header, SHAPE, "shape"));
        return new NumpyHeader(shape[0], shape[1], bytes, length);
    }

    private static String field(Path file, String header, Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new ConfigurationException(file + ": header: has no " + name + " that can be read");
        }
        return matcher.group(1);
    }

    private static int[] shape(Path file, String text) {
        try {
            int[] shape = Arrays.stream(text.replaceAll("[L\\s]", "").split(","))
                    .filter(part -> !part.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if (shape.length == 2 && shape[0] > 0 && shape[1] > 0) {
                return shape;
            }
        } catch (NumberFormatException e) {
            // Told below, like a shape that does not serve.
        }
        throw new ConfigurationException(file + ": shape: must be (texts, numbers a text), but is (" + text + ")");
    }
}
