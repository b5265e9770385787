package dev.slop.core.journal;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The journal of format 1 as it must stay readable and be written. */
final class GoldenJournal {
    private GoldenJournal() {}

    static Path file() {
        try {
            return Path.of(GoldenJournal.class.getResource("journal-v1.jsonl").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
