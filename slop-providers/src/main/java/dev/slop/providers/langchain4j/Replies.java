package dev.slop.providers.langchain4j;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.slop.core.FinishReason;
import dev.slop.core.Outcome;
import dev.slop.core.TokenUsage;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.RateLimitHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What LangChain4j tells of an answer. */
final class Replies {
    private Replies() {}

    static Completion completion(ChatResponse response) {
        String text = Optional.ofNullable(response.aiMessage().text()).orElse("");
        FinishReason reason = reason(response.finishReason());
        return new Completion(
                outcome(reason.kind()),
                text,
                reason,
                usage(response.tokenUsage()),
                word(response.modelName()),
                word(response.id()),
                Optional.empty(),
                RateLimitHeaders.none(),
                Optional.empty());
    }

    /** An exception to LangChain4j, an answer to us: of the model itself, unless a server's error stands behind it. */
    static Completion filtered(ContentFilteredException filtered) {
        boolean byServer = Faults.status(filtered).isPresent();
        String said = Faults.said(filtered);
        return new Completion(
                byServer ? Outcome.BLOCKED : Outcome.REFUSED,
                byServer ? "" : said,
                new FinishReason(
                        byServer ? FinishReason.Kind.CONTENT_FILTER : FinishReason.Kind.REFUSAL,
                        filtered.getClass().getSimpleName()),
                TokenUsage.unknown(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(said).filter(words -> !words.isEmpty()),
                RateLimitHeaders.none(),
                Optional.empty());
    }

    private static FinishReason reason(dev.langchain4j.model.output.@Nullable FinishReason told) {
        if (told == null) {
            return FinishReason.other("");
        }
        return switch (told) {
            case STOP -> new FinishReason(FinishReason.Kind.STOP, told.name());
            case LENGTH -> new FinishReason(FinishReason.Kind.LENGTH, told.name());
            case CONTENT_FILTER -> new FinishReason(FinishReason.Kind.CONTENT_FILTER, told.name());
            default -> FinishReason.other(told.name());
        };
    }

    private static Outcome outcome(FinishReason.Kind kind) {
        return switch (kind) {
            case LENGTH -> Outcome.TRUNCATED;
            case CONTENT_FILTER -> Outcome.BLOCKED;
            default -> Outcome.ANSWERED;
        };
    }

    private static TokenUsage usage(dev.langchain4j.model.output.@Nullable TokenUsage told) {
        return told == null
                ? TokenUsage.unknown()
                : new TokenUsage(
                        count(told.inputTokenCount()),
                        count(told.outputTokenCount()),
                        OptionalLong.empty(),
                        OptionalLong.empty());
    }

    private static OptionalLong count(@Nullable Integer tokens) {
        return tokens == null || tokens < 0 ? OptionalLong.empty() : OptionalLong.of(tokens);
    }

    private static Optional<String> word(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }
}
