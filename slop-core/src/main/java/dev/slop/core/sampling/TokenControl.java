package dev.slop.core.sampling;

import dev.slop.core.TokenUsage;
import dev.slop.core.limits.Pacer;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.RateLimitHeaders;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Keeps a lane to the tokens a minute that are stated, or else told by the provider's headers. The longest possible
 * answer is set aside before sending, as providers do, and what was not needed is given back at the reply: of the rules
 * tried this one alone keeps the line full with servers of either kind, without a refusal.
 */
final class TokenControl {
    /* Ten seconds' worth: short intervals are enforced, too, but less than one long answer would stop the line. */
    private static final Duration BURST = Duration.ofSeconds(10);
    private static final double HEADER_SHARE = 0.99;
    private static final long FIRST_OUTPUT = 1024;

    private final boolean stated;
    private final Pacer pacer;
    private final PromptTokens prompts;
    private long longestOutput;

    TokenControl(OptionalDouble statedPerMinute, PromptTokens prompts, long now) {
        this.stated = statedPerMinute.isPresent();
        this.pacer = Pacer.perMinute(statedPerMinute.orElse(Double.POSITIVE_INFINITY), BURST, now);
        this.prompts = prompts;
    }

    /** Tokens to set aside. Where no limit of the answer is sent, twice the longest answer so far. */
    long needed(CompletionRequest request) {
        long unlimited = longestOutput == 0 ? FIRST_OUTPUT : 2 * longestOutput;
        return prompts.estimate(request)
                + request.parameters().maxOutputTokens().orElse((int) unlimited);
    }

    long delay(long tokens, long now) {
        return pacer.delay((double) tokens, now);
    }

    void take(long tokens, long now) {
        pacer.take((double) tokens, now);
    }

    void answered(Permit permit, TokenUsage usage, RateLimitHeaders headers, long now) {
        usage.output().ifPresent(tokens -> longestOutput = Math.max(longestOutput, tokens));
        if (usage.input().isPresent() && usage.output().isPresent()) {
            long used = usage.input().getAsLong() + usage.output().getAsLong();
            pacer.refund((double) (permit.tokens() - used));
        }
        if (!stated) {
            headers.tokensPerMinute().ifPresent(told -> pacer.setPerMinute(Math.max(1, told * HEADER_SHARE), now));
        }
    }

    void notUsed(Permit permit) {
        pacer.refund((double) permit.tokens());
    }
}
