package dev.slop.core.limits;

import java.util.Map;

/**
 * What asking one model has taken so far.
 *
 * @param requests attempts sent, retries included
 * @param tokens what the provider says it billed
 * @param largestInput tokens of the longest prompt billed
 * @param unsettled attempts that may have been billed, but nobody told how much, by {@link
 *     dev.slop.core.provider.CompletionRequest#hash()}: time-outs, broken exchanges, answers without usage, and what was
 *     under way when a process ended
 */
public record Spent(long requests, TokenCount tokens, long largestInput, Map<String, Long> unsettled) {
    public Spent {
        unsettled = Map.copyOf(unsettled);
    }

    /** {@return how many attempts may have been billed without anybody knowing how much} */
    public long unsettledRequests() {
        return unsettled.values().stream().mapToLong(Long::longValue).sum();
    }
}
