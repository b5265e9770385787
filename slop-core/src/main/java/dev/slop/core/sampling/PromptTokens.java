package dev.slop.core.sampling;

import dev.slop.core.TokenUsage;
import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.CompletionRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many tokens a model counts in each prompt: from the second draw on the provider's own number, before that a guess. */
final class PromptTokens {
    private static final int CHARS_PER_TOKEN = 4;
    /* What a chat format may wrap around the messages. */
    private static final int WRAPPING = 64;

    /** What of a request makes its input. */
    private record Input(String prompt, Optional<String> system) {
        static Input of(CompletionRequest request) {
            return new Input(request.prompt(), request.system());
        }
    }

    private final Map<Input, Long> known = new HashMap<>();

    /** The likely number. */
    long estimate(CompletionRequest request) {
        return known.getOrDefault(Input.of(request), likely(request));
    }

    /** The most that the request can take: what is known of its prompt, and the longest permitted answer. */
    TokenCount worstCase(CompletionRequest request) {
        TokenCount most = most(request);
        return new TokenCount(known.getOrDefault(Input.of(request), most.input()), 0, most.output());
    }

    /**
     * The most that a request can take before anything is known: no tokenizer makes more tokens than there are bytes.
     * Without a limit of the answer there is no telling, and only the prompt is counted.
     */
    static TokenCount most(CompletionRequest request) {
        long bytes = bytes(request.prompt())
                + request.system().map(PromptTokens::bytes).orElse(0L);
        return new TokenCount(
                WRAPPING + bytes, 0, request.parameters().maxOutputTokens().orElse(0));
    }

    /** The likely number of a prompt's tokens before anything is known. */
    static long likely(CompletionRequest request) {
        int chars =
                request.prompt().length() + request.system().map(String::length).orElse(0);
        return 1L + chars / CHARS_PER_TOKEN;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    void learn(CompletionRequest request, TokenUsage usage) {
        usage.input().ifPresent(tokens -> known.merge(Input.of(request), tokens, Math::max));
    }
}
