package dev.slop.report.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes flat tables as Apache Parquet: optional columns of strings, longs and doubles, plain encoding, gzip, a page a
 * column and row group. Parquet's own library brings Hadoop along, 40 MB for four small tables. Source: the Apache
 * Parquet format specification, version 1.
 */
final class ParquetWriter {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_OF_GROUP = 50_000;
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;
    private static final int DATA_PAGE = 0;

    private final Table table;
    private final OutputStream out;
    private final List<Group> groups = new ArrayList<>();
    private long offset;

    private ParquetWriter(Table table, OutputStream out) {
        this.table = table;
        this.out = out;
    }

    static void write(Table table, OutputStream out) throws IOException {
        new ParquetWriter(table, out).write();
    }

    private void write() throws IOException {
        put(MAGIC);
        List<@Nullable Object[]> rows = table.rows();
        for (int from = 0; from < rows.size(); from += ROWS_OF_GROUP) {
            group(rows.subList(from, Math.min(rows.size(), from + ROWS_OF_GROUP)));
        }
        byte[] metadata = metadata();
        put(metadata);
        put(littleEndian(Integer.BYTES).putInt(metadata.length).array());
        put(MAGIC);
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
        offset += bytes.length;
    }

    private void group(List<@Nullable Object[]> rows) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            chunks.add(chunk(table.columns().get(i), i, rows));
        }
        groups.add(new Group(rows.size(), chunks));
    }

    private Chunk chunk(Column column, int at, List<@Nullable Object[]> rows) throws IOException {
        byte[] page = page(at, rows);
        byte[] packed = packed(page);
        byte[] header = new CompactProtocol()
                .i32(1, DATA_PAGE)
                .i32(2, page.length)
                .i32(3, packed.length)
                .struct(
                        5,
                        data -> data.i32(1, rows.size())
                                .i32(2, PLAIN)
                                .i32(3, RLE)
                                .i32(4, RLE))
                .end();
        Chunk chunk =
                new Chunk(column, rows.size(), offset, header.length + page.length, header.length + packed.length);
        put(header);
        put(packed);
        return chunk;
    }

    /** Which cells are there, one bit each, and then those that are. */
    private static byte[] page(int column, List<@Nullable Object[]> rows) {
        ByteArrayOutputStream present = new ByteArrayOutputStream();
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        int eights = (rows.size() + 7) / 8;
        CompactProtocol.writeVarint(((long) eights << 1) | 1, present);
        for (int eight = 0; eight < eights; eight++) {
            int bits = 0;
            for (int i = 0; i < 8 && eight * 8 + i < rows.size(); i++) {
                Object cell = rows.get(eight * 8 + i)[column];
                if (cell != null) {
                    bits |= 1 << i;
                    values.writeBytes(plain(cell));
                }
            }
            present.write(bits);
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(littleEndian(Integer.BYTES).putInt(present.size()).array());
        page.writeBytes(present.toByteArray());
        page.writeBytes(values.toByteArray());
        return page.toByteArray();
    }

    private static byte[] plain(Object cell) {
        if (cell instanceof Long value) {
            return littleEndian(Long.BYTES).putLong(value).array();
        }
        if (cell instanceof Double value) {
            return littleEndian(Double.BYTES).putDouble(value).array();
        }
        byte[] text = cell.toString().getBytes(StandardCharsets.UTF_8);
        return littleEndian(Integer.BYTES + text.length)
                .putInt(text.length)
                .put(text)
                .array();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] packed(byte[] page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(page);
        }
        return packed.toByteArray();
    }

    private byte[] metadata() {
        List<Consumer<CompactProtocol>> schema = new ArrayList<>();
        schema.add(root -> root.text(4, "schema").i32(5, table.columns().size()));
        table.columns().forEach(column -> schema.add(protocol -> element(protocol, column)));
        return new CompactProtocol()
                .i32(1, 1)
                .structList(2, schema, (protocol, element) -> element.accept(protocol))
                .i64(3, table.rows().size())
                .structList(4, groups, ParquetWriter::group)
                .text(6, "slop")
                .end();
    }

    private static void element(CompactProtocol protocol, Column column) {
        protocol.i32(1, type(column)).i32(3, OPTIONAL).text(4, column.name());
        if (column.type() == Column.Type.TEXT) {
            protocol.i32(6, UTF8);
        }
    }

    private static int type(Column column) {
        return switch (column.type()) {
            case INTEGER -> 2;
            case NUMBER -> 5;
            case TEXT -> 6;
        };
    }

    private static void group(CompactProtocol protocol, Group group) {
        protocol.structList(1, group.chunks(), ParquetWriter::chunk)
                .i64(2, group.chunks().stream().mapToLong(Chunk::size).sum())
                .i64(3, group.rows());
    }

    private static void chunk(CompactProtocol protocol, Chunk chunk) {
        protocol.i64(2, chunk.offset())
                .struct(
                        3,
                        meta -> meta.i32(1, type(chunk.column()))
                                .i32List(2, List.of(PLAIN, RLE))
                                .textList(3, List.of(chunk.column().name()))
                                .i32(4, GZIP)
                                .i64(5, chunk.rows())
                                .i64(6, chunk.size())
                                .i64(7, chunk.packedSize())
                                .i64(9, chunk.offset()));
    }

    /** The cells of one column in one row group, as they stand in the file. */
    private record Chunk(Column column, int rows, long offset, long size, long packedSize) {}

    private record Group(int rows, List<Chunk> chunks) {}
}
