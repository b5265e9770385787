package dev.slop.core.sampling;

import dev.slop.core.TokenUsage;
import dev.slop.core.provider.ProviderException;

/** What attempts cost. */
final class Costs {
    private Costs() {}

    /** Tokens billed, as far as they are known; where they are not, the most it can be. */
    static long tokens(Draw draw, Reply reply) {
        if (reply instanceof Reply.Answer answer) {
            TokenUsage usage = answer.completion().usage();
            return usage.input().isPresent() && usage.output().isPresent()
                    ? usage.input().getAsLong() + usage.output().getAsLong()
                    : draw.worstCase();
        }
        return reply instanceof Reply.Fault fault && isRefusal(fault.cause()) ? 0 : draw.worstCase();
    }

    /** A status that tells of a fault is not billed. A broken exchange, which has a cause, may be. */
    private static boolean isRefusal(Throwable error) {
        return error instanceof ProviderException && error.getCause() == null;
    }
}
