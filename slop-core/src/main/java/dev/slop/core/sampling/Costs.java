package dev.slop.core.sampling;

import dev.slop.core.limits.TokenCount;
import dev.slop.core.provider.ProviderException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;

/** What attempts cost. */
final class Costs {
    private Costs() {}

    /** Tokens billed; empty where they are not known. */
    static Optional<TokenCount> billed(Reply reply) {
        if (reply instanceof Reply.Answer answer) {
            return TokenCount.of(answer.completion().usage());
        }
        return reply instanceof Reply.Fault fault && isPerhapsBilled(fault.cause())
                ? Optional.empty()
                : Optional.of(TokenCount.none());
    }

    /**
     * A status that tells of a fault is not billed, nor is what never reached the server. A broken exchange, or a reply
     * that cannot be used, which have a cause, may be.
     */
    static boolean isPerhapsBilled(Throwable error) {
        return !(error instanceof ProviderException)
                || (error.getCause() != null
                        && !(error.getCause() instanceof ConnectException)
                        && !(error.getCause() instanceof HttpConnectTimeoutException));
    }
}
