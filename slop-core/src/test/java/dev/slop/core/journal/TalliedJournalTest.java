package dev.slop.core.journal;

import static dev.slop.core.journal.Draws.NOON;
import static dev.slop.core.journal.Draws.RUN;
import static dev.slop.core.journal.Draws.request;
import static dev.slop.core.journal.Draws.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.Outcome;
import dev.slop.core.provider.CompletionRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TalliedJournalTest {
    private static final List<String> PROMPTS = List.of("fruit", "same fruit");
    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.ANSWERED, Outcome.REFUSED, Outcome.TRUNCATED, Outcome.FAILED);
    private static final int RUNS = 4;
    private static final int EVENTS = 60;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("journal.jsonl");
    }

    private Optional<JournalContents> stored() {
        return file().toFile().exists() ? Optional.of(JournalReader.read(file())) : Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void contents_afterSeveralRunsThatWereCutOff_areWhatTheReaderTells(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < RUNS; run++) {
            try (TalliedJournal journal = TalliedJournal.open(file(), RUN, stored())) {
                for (int event = 0; event < EVENTS; event++) {
                    record(journal, random);
                    if (event % 20 == 0) {
                        assertSame(journal.contents(), JournalReader.read(file()));
                    }
                }
                assertSame(journal.contents(), JournalReader.read(file()));
            }
        }
    }

    private static void record(TalliedJournal journal, SplittableRandom random) {
        CompletionRequest request = request(PROMPTS.get(random.nextInt(PROMPTS.size())), random.nextInt(12));
        journal.sent(request, 1, NOON);
        switch (random.nextInt(4)) {
            case 0 -> journal.retried(request, 1, NOON, "reset", random.nextBoolean(), Optional.empty());
            case 1 -> finish(journal, request, OUTCOMES.get(random.nextInt(OUTCOMES.size())));
            default -> {
                // It stays under way, as where the process ends.
            }
        }
    }

    private static void finish(TalliedJournal journal, CompletionRequest request, Outcome outcome) {
        journal.finished(
                outcome == Outcome.FAILED
                        ? Draws.failed(request, "reset")
                        : sample(request, outcome, "a\uD800 \"" + outcome + "\"\n"),
                Optional.empty());
    }

    /** What was left under way before this run comes first, in whatever order the reader met it. */
    private static void assertSame(JournalContents told, JournalContents read) {
        assertThat(told.runs()).isEqualTo(read.runs());
        assertThat(told.samples()).isEqualTo(read.samples());
        assertThat(told.perhapsBilled()).containsExactlyInAnyOrderElementsOf(read.perhapsBilled());
        assertThat(told.attempts()).isEqualTo(read.attempts());
        assertThat(told.spent()).isEqualTo(read.spent());
    }

    @Test
    void contents_journalNewlyOpened_knowOnlyOfTheRun() {
        try (TalliedJournal journal = TalliedJournal.open(file(), RUN, Optional.empty())) {
            assertThat(journal.contents()).isEqualTo(JournalReader.read(file()));
            assertThat(journal.contents().runs()).containsExactly(RUN);
        }
    }
}
