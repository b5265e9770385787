package dev.slop.report.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Thrift's compact protocol, as much of it as Parquet's metadata wants. Source: the Apache Thrift specification,
 * "Thrift Compact protocol encoding".
 */
final class CompactProtocol {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int LONGEST_SHORT_LIST = 14;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> enclosing = new ArrayDeque<>();
    private int lastField;

    CompactProtocol i32(int field, int value) {
        header(field, I32);
        zigzag(value);
        return this;
    }

    CompactProtocol i64(int field, long value) {
        header(field, I64);
        zigzag(value);
        return this;
    }

    CompactProtocol text(int field, String value) {
        header(field, BINARY);
        binary(value);
        return this;
    }

    CompactProtocol struct(int field, Consumer<CompactProtocol> fields) {
        header(field, STRUCT);
        struct(fields);
        return this;
    }

    CompactProtocol i32List(int field, List<Integer> values) {
        list(field, I32, values.size());
        values.forEach(this::zigzag);
        return this;
    }

    CompactProtocol textList(int field, List<String> values) {
        list(field, BINARY, values.size());
        values.forEach(this::binary);
        return this;
    }

    <T> CompactProtocol structList(int field, List<T> values, BiConsumer<CompactProtocol, T> fields) {
        list(field, STRUCT, values.size());
        values.forEach(value -> struct(protocol -> fields.accept(protocol, value)));
        return this;
    }

    /** Ends the outermost struct. */
    byte[] end() {
        out.write(0);
        return out.toByteArray();
    }

    private void struct(Consumer<CompactProtocol> fields) {
        enclosing.push(lastField);
        lastField = 0;
        fields.accept(this);
        out.write(0);
        lastField = enclosing.pop();
    }

    private void header(int field, int type) {
        out.write(((field - lastField) << 4) | type);
        lastField = field;
    }

    private void list(int field, int type, int size) {
        header(field, LIST);
        if (size <= LONGEST_SHORT_LIST) {
            out.write((size << 4) | type);
        } else {
            out.write(0xF0 | type);
            varint(size);
        }
    }

    private void binary(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    private void varint(long value) {
        writeVarint(value, out);
    }

    static void writeVarint(long value, ByteArrayOutputStream out) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
