package dev.slop.core.journal;

import dev.slop.core.TokenUsage;
import dev.slop.core.limits.Spent;
import dev.slop.core.limits.TokenCount;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Adds up what asking one model has taken. */
final class SpentTally {
    private long requests;
    private TokenCount tokens = TokenCount.none();
    private long largestInput;
    private final Map<String, Long> unsettled = new HashMap<>();

    /** Starts with nothing. */
    SpentTally() {}

    /** Goes on from what was taken before. */
    SpentTally(Spent before) {
        requests = before.requests();
        tokens = before.tokens();
        largestInput = before.largestInput();
        unsettled.putAll(before.unsettled());
    }

    void sent() {
        requests++;
    }

    void billed(String hash, TokenUsage usage) {
        Optional<TokenCount> told = TokenCount.of(usage);
        if (told.isPresent()) {
            tokens = tokens.plus(told.get());
            largestInput = Math.max(largestInput, told.get().input());
        } else {
            perhapsBilled(hash);
        }
    }

    void perhapsBilled(String hash) {
        unsettled.merge(hash, 1L, Long::sum);
    }

    Spent spent() {
        return new Spent(requests, tokens, largestInput, unsettled);
    }
}
