package dev.slop.core.sampling;

import dev.slop.core.Sample;
import dev.slop.core.limits.TokenCount;
import java.util.LongSummaryStatistics;
import java.util.OptionalLong;

/** How long prompts, answers and waits were. */
final class AnswersSoFar {
    static final AnswersSoFar NONE = new AnswersSoFar();

    private static final double MINUTE_MILLIS = 60_000;

    private final LongSummaryStatistics input = new LongSummaryStatistics();
    private final LongSummaryStatistics output = new LongSummaryStatistics();
    private final LongSummaryStatistics millis = new LongSummaryStatistics();

    void add(Sample answer) {
        millis.accept(answer.latency().toMillis());
        TokenCount.of(answer.usage()).ifPresent(tokens -> {
            input.accept(tokens.input());
            output.accept(tokens.output());
        });
    }

    OptionalLong longestInput() {
        return known(input.getMax());
    }

    OptionalLong shortest() {
        return known(output.getMin());
    }

    OptionalLong mean() {
        return known(Math.round(output.getAverage()));
    }

    private OptionalLong known(long value) {
        return output.getCount() == 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Of one request; 0 if none is known. */
    double meanMinutes() {
        return millis.getAverage() / MINUTE_MILLIS;
    }
}
