package dev.slop.report.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A header, then rows, parted by commas, semicolons or tabs, whichever the first line has most of. */
final class CsvRows implements RowSource {
    private static final int HEADER_LOOK_AHEAD = 64 * 1024;
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final ObjectReader CELLS = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build()
            .readerFor(String[].class);

    private final MappingIterator<String[]> rows;
    private final List<String> header;
    private long line;
    private @Nullable JsonProcessingException fault;

    CsvRows(BufferedReader reader) throws IOException {
        this.rows = CELLS.with(CsvSchema.emptySchema().withColumnSeparator(separator(reader)))
                .readValues(reader);
        this.header = rows.hasNextValue() ? header(rows.nextValue()) : List.of();
    }

    private static char separator(BufferedReader reader) throws IOException {
        char[] start = new char[HEADER_LOOK_AHEAD];
        reader.mark(start.length);
        int read = reader.read(start, 0, start.length);
        reader.reset();
        String first =
                new String(start, 0, Math.max(0, read)).lines().findFirst().orElse("");
        char best = SEPARATORS[0];
        for (char separator : SEPARATORS) {
            if (count(first, separator) > count(first, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static List<String> header(String[] cells) {
        return Arrays.stream(cells).map(String::strip).toList();
    }

    @Override
    public boolean next() throws IOException {
        line = rows.getCurrentLocation().getLineNr();
        fault = null;
        try {
            boolean found = rows.hasNextValue();
            // Only now is what was left of a faulty row passed over.
            line = rows.getCurrentLocation().getLineNr();
            return found;
        } catch (JsonProcessingException e) {
            fault = e;
            return true;
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public Row row() throws UnreadableRowException {
        try {
            if (fault != null) {
                throw fault;
            }
            return new CellsRow(header, Arrays.asList(rows.nextValue()));
        } catch (IOException e) {
            throw new UnreadableRowException(UnreadableRowException.WHOLE_ROW, reason(e));
        }
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("Missing closing quote")
                ? "a quote is opened and never closed; nothing after it can be read"
                : Reasons.oneLine(message);
    }

    private record CellsRow(List<String> header, List<String> cells) implements Row {
        @Override
        public List<String> fields() {
            List<String> named = new ArrayList<>(header);
            named.removeIf(String::isEmpty);
            return named;
        }

        @Override
        public String text(String field) throws UnreadableRowException {
            if (hasStrayCells()) {
                throw new UnreadableRowException(
                        UnreadableRowException.WHOLE_ROW,
                        cells.size() + " cells where the header has " + header.size());
            }
            int at = header.indexOf(field);
            if (at < 0 || at >= cells.size()) {
                throw new UnreadableRowException(field, "is missing");
            }
            return cells.get(at);
        }

        /** A cell too many means that one before it was torn in two, unless what is too many is blank. */
        private boolean hasStrayCells() {
            return cells.stream().skip(header.size()).anyMatch(cell -> !cell.isBlank());
        }
    }
}
