package dev.slop.core.journal;

import java.io.IOException;
import java.io.InputStream;

/** Walks over the lines of a stream while holding one of them; a line ends at a line feed or at the stream's end. */
final class LineSplitter {
    /** Lines beyond it are no records: they are walked over without being held. */
    static final int LONGEST = 1 << 28;

    private static final int FIRST_SIZE = 1 << 16;

    private final InputStream in;
    private final int longest;
    private byte[] buffer;
    private int filled;
    private int start;
    private int length;
    private boolean ended;
    private boolean overlong;

    LineSplitter(InputStream in) {
        this(in, FIRST_SIZE, LONGEST);
    }

    LineSplitter(InputStream in, int firstSize, int longest) {
        this.in = in;
        this.longest = longest;
        this.buffer = new byte[firstSize];
    }

    /** Steps to the next line; false after the last. A stream that ends with a line feed has no empty line after it. */
    boolean next() throws IOException {
        start += length + (ended ? 1 : 0);
        length = 0;
        ended = false;
        overlong = false;
        while (!findEnd()) {
            makeRoom();
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return length > 0 || overlong;
            }
            filled += read;
        }
        return true;
    }

    private boolean findEnd() {
        for (int i = start + length; i < filled; i++) {
            if (buffer[i] == '\n') {
                length = i - start;
                ended = true;
                return true;
            }
        }
        length = filled - start;
        return false;
    }

    private void makeRoom() {
        if (filled < buffer.length) {
            return;
        }
        if (length >= longest) {
            overlong = true;
            length = 0;
        }
        byte[] target = length > buffer.length / 2 ? new byte[Math.multiplyExact(buffer.length, 2)] : buffer;
        System.arraycopy(buffer, filled - length, target, 0, length);
        buffer = target;
        start = 0;
        filled = length;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    /** Whether a line feed ended the line. */
    boolean ended() {
        return ended;
    }

    /** Whether the line was longer than is held; of its content only the tail is here. */
    boolean overlong() {
        return overlong;
    }

    /** Whether there is nothing but white space; a NUL, as a crash leaves them, is not white. */
    boolean blank() {
        for (int i = start; i < start + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
