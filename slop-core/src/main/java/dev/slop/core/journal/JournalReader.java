package dev.slop.core.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slop.core.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;

/**
 * Reads a journal in one pass, line by line. Lines that cannot be used are skipped and listed, whatever they hold; a
 * journal that a newer slop wrote is refused.
 */
public final class JournalReader {
    private static final int LONGEST_REASON = 160;

    private static final JsonMapper TREES = new JsonMapper();

    private final Path path;
    private final JournalTally tally = new JournalTally();
    private final JournalParser parser = new JournalParser();
    private long number;

    private JournalReader(Path path) {
        this.path = path;
    }

    /**
     * Reads a journal.
     *
     * @param path the file; may be written at the same time
     * @return what it tells
     * @throws ConfigurationException if the file does not exist or cannot be read, or a newer slop wrote it
     */
    public static JournalContents read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return read(path, in);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(path + ": there is no journal", e);
        } catch (IOException e) {
            throw new ConfigurationException(path + ": the journal cannot be read: " + e.getMessage(), e);
        }
    }

    static JournalContents read(Path path, InputStream in) throws IOException {
        return new JournalReader(path).read(new LineSplitter(in));
    }

    private JournalContents read(LineSplitter lines) throws IOException {
        while (lines.next()) {
            number++;
            if (lines.overlong()) {
                damaged("longer than " + LineSplitter.LONGEST + " bytes", lines);
            } else if (!lines.blank()) {
                line(lines);
            }
        }
        return tally.contents();
    }

    private void line(LineSplitter lines) {
        try {
            JournalLine line = parser.parse(lines.buffer(), lines.start(), lines.length());
            refuseNewer(line.version());
            tally.add(line);
        } catch (JsonProcessingException e) {
            refuseNewer(versionOf(lines));
            damaged("not a record: " + e.getOriginalMessage(), lines);
        } catch (IllegalArgumentException e) {
            refuseNewer(versionOf(lines));
            damaged("not a record: " + e.getMessage(), lines);
        } catch (IOException | ArithmeticException | DateTimeException e) {
            damaged("not a record: " + e.getMessage(), lines);
        }
    }

    private void refuseNewer(int version) {
        if (version > JournalEncoder.VERSION) {
            throw new ConfigurationException(path + ":" + number + ": written by a newer slop (journal format "
                    + version + ", this slop reads up to " + JournalEncoder.VERSION + ")");
        }
    }

    /** The version of a line whose other fields are not as expected; 0 if it has none. */
    private static int versionOf(LineSplitter lines) {
        try {
            return TREES.readTree(lines.buffer(), lines.start(), lines.length())
                    .path("v")
                    .asInt();
        } catch (IOException e) {
            return 0;
        }
    }

    private void damaged(String reason, LineSplitter lines) {
        String line = reason.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        String shown = line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
        tally.addDamaged(new DamagedLine(number, shown), lines.ended());
    }
}
