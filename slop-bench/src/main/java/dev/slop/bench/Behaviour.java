package dev.slop.bench;

import java.util.Optional;

/**
 * How a {@link LoopbackServer} replies. Faults are drawn by request, in the order of arrival.
 *
 * @param minLatencyMillis shortest time to a reply
 * @param maxLatencyMillis longest time to a reply, drawn uniformly
 * @param rateLimited share of requests that get 429, in [0, 1]
 * @param failing share of requests that get 500
 * @param dropped share of requests whose connection is closed without a reply
 * @param garbled share of requests that get 200 and what is no JSON
 * @param stalled share of requests that get no reply for a minute
 * @param faultMillis longest time to a fault but for what is garbled or stalled; below 0 as for an answer
 * @param retryAfter value of the header {@code Retry-After} with a 429
 * @param permitsPerSecond rate of a token bucket in front of all this; 0 for none
 * @param burst size of the bucket
 * @param limitHeaders whether replies tell the limit, as OpenAI does
 * @param seed of latencies and faults
 */
public record Behaviour(
        long minLatencyMillis,
        long maxLatencyMillis,
        double rateLimited,
        double failing,
        double dropped,
        double garbled,
        double stalled,
        long faultMillis,
        Optional<String> retryAfter,
        double permitsPerSecond,
        double burst,
        boolean limitHeaders,
        long seed) {
    /**
     * {@return a server without faults and limits}
     *
     * @param minLatencyMillis shortest time to a reply
     * @param maxLatencyMillis longest time to a reply
     */
    public static Behaviour faultless(long minLatencyMillis, long maxLatencyMillis) {
        return new Behaviour(minLatencyMillis, maxLatencyMillis, 0, 0, 0, 0, 0, -1, Optional.empty(), 0, 0, false, 42);
    }

    /**
     * {@return this server with faults}
     *
     * @param limited share of 429
     * @param broken share of 500
     * @param closed share of dropped connections
     * @param wait value of {@code Retry-After}
     */
    public Behaviour withFaults(double limited, double broken, double closed, String wait) {
        return new Behaviour(
                minLatencyMillis,
                maxLatencyMillis,
                limited,
                broken,
                closed,
                garbled,
                stalled,
                faultMillis,
                Optional.of(wait),
                permitsPerSecond,
                burst,
                limitHeaders,
                seed);
    }

    /**
     * {@return this server with a token bucket}
     *
     * @param perSecond its rate
     * @param size its size
     * @param headers whether replies tell the limit
     * @param wait value of {@code Retry-After} with a 429, where one is sent
     */
    public Behaviour withLimit(double perSecond, double size, boolean headers, Optional<String> wait) {
        return new Behaviour(
                minLatencyMillis,
                maxLatencyMillis,
                rateLimited,
                failing,
                dropped,
                garbled,
                stalled,
                faultMillis,
                wait,
                perSecond,
                size,
                headers,
                seed);
    }

    /**
     * {@return this server with faults that cost the client time}
     *
     * @param garbage share of replies that are no JSON
     * @param silence share of requests without a reply
     * @param longestMillis longest time to any other fault
     */
    public Behaviour withSlowFaults(double garbage, double silence, long longestMillis) {
        return new Behaviour(
                minLatencyMillis,
                maxLatencyMillis,
                rateLimited,
                failing,
                dropped,
                garbage,
                silence,
                longestMillis,
                retryAfter,
                permitsPerSecond,
                burst,
                limitHeaders,
                seed);
    }
}
