package dev.slop.core.sampling;

import dev.slop.core.TokenUsage;
import dev.slop.core.limits.RateLimits;
import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.CompletionRequest;
import dev.slop.core.provider.RateLimitHeaders;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a lane to the tokens a minute that are stated, or else told by the provider's headers: of prompts, of answers, of
 * both. The longest possible answer is set aside before sending, as providers do, and what was not needed is given back
 * at the reply: of the rules tried this one alone keeps the line full with servers of either kind, without a refusal.
 */
final class TokenControl {
    private static final long FIRST_OUTPUT = 1024;

    private final List<TokenMeter> meters;
    private final PromptTokens prompts;
    private long longestOutput;

    TokenControl(RateLimits limits, PromptTokens prompts, long now) {
        this.meters = List.of(
                new TokenMeter(limits.tokensPerMinute(), TokenCount::total, RateLimitHeaders::tokensPerMinute, now),
                new TokenMeter(
                        limits.inputTokensPerMinute(), TokenCount::input, RateLimitHeaders::inputTokensPerMinute, now),
                new TokenMeter(
                        limits.outputTokensPerMinute(),
                        TokenCount::output,
                        RateLimitHeaders::outputTokensPerMinute,
                        now));
        this.prompts = prompts;
    }

    /** Tokens to set aside. Where no limit of the answer is sent, twice the longest answer so far. */
    TokenCount needed(CompletionRequest request) {
        long unlimited = longestOutput == 0 ? FIRST_OUTPUT : 2 * longestOutput;
        return new TokenCount(
                prompts.estimate(request),
                0,
                request.parameters().maxOutputTokens().orElse((int) Math.min(unlimited, Integer.MAX_VALUE)));
    }

    long delay(TokenCount tokens, long now) {
        long longest = 0;
        for (TokenMeter meter : meters) {
            longest = Math.max(longest, meter.delay(tokens, now));
        }
        return longest;
    }

    void take(TokenCount tokens, long now) {
        meters.forEach(meter -> meter.take(tokens, now));
    }

    void answered(Permit permit, TokenUsage usage, RateLimitHeaders headers, long now) {
        usage.output().ifPresent(tokens -> longestOutput = Math.max(longestOutput, tokens));
        Optional<TokenCount> used = TokenCount.of(usage);
        for (TokenMeter meter : meters) {
            used.ifPresent(tokens -> meter.settle(permit.tokens(), tokens));
            meter.learn(headers, now);
        }
    }

    void notUsed(Permit permit) {
        meters.forEach(meter -> meter.settle(permit.tokens(), TokenCount.none()));
    }
}
