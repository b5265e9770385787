package dev.slop.core.sampling;

import static dev.slop.core.sampling.EngineFixture.perMinute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slop.core.limits.RateLimits;
import dev.slop.core.testing.ScriptedProvider;
import dev.slop.core.testing.TokenBucketServer;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How close a lane comes to the rate that a server permits, whatever the server tells of it. */
class SamplerRateTest {
    private static final double PER_SECOND = 10;
    private static final double BURST = 10;
    /** A minute's work. */
    private static final int DRAWS = 600;

    private static final double PERMITTED_SECONDS = (DRAWS - BURST) / PER_SECOND;

    private final EngineFixture engine = new EngineFixture();

    /** Seeds 1 to 5 were in use when the constants were chosen, the others were not. */
    static Stream<Arguments> servers() {
        return LongStream.of(1, 2, 3, 11, 12, 13, 14, 15)
                .boxed()
                .flatMap(seed -> Stream.of(5, 300)
                        .flatMap(millis -> Stream.of(
                                Arguments.of(true, true, millis, seed),
                                Arguments.of(true, false, millis, seed),
                                Arguments.of(false, true, millis, seed),
                                Arguments.of(false, false, millis, seed))));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void run_limitNotStated_isLearnt(boolean headers, boolean retryAfter, int refusalMillis, long seed) {
        TokenBucketServer server = server(headers, retryAfter, refusalMillis, seed);

        SamplingResult result = engine.run(DRAWS);

        assertThat(result.answered()).isEqualTo(DRAWS);
        assertThat(server.accepted()).isEqualTo(DRAWS);
        assertThat(shareOfPermitted()).isGreaterThan(0.95);
        // What is sent until a slow refusal arrives is refused, too.
        assertThat(server.refused()).isLessThanOrEqualTo(headers ? 0 : refusalMillis < 100 ? DRAWS / 100 : DRAWS / 40);
    }

    @Test
    void run_limitStated_isUsedInFull() {
        TokenBucketServer server = server(false, true, 5, 1);
        engine.limits("fake", perMinute(PER_SECOND * 60));

        engine.run(DRAWS);

        assertThat(shareOfPermitted()).isGreaterThan(0.98);
        assertThat(server.refused()).isLessThanOrEqualTo(2);
    }

    @Test
    void run_limitStatedTooHigh_isStillCloseToThePermitted() {
        TokenBucketServer server = server(false, true, 5, 1);
        engine.limits("fake", perMinute(PER_SECOND * 60 * 1.5));

        engine.run(DRAWS);

        assertThat(shareOfPermitted()).isGreaterThan(0.95);
        assertThat(server.refused()).isLessThanOrEqualTo(DRAWS / 50);
    }

    @Test
    void run_limitToldIsLowerThanStated_statedOneHolds() {
        server(true, true, 5, 1);
        engine.limits("fake", perMinute(300));

        engine.run(100);

        assertThat(engine.time.elapsed()).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(20));
    }

    @Test
    void run_bucketEmptyAtTheStart_getsUpToSpeed() {
        TokenBucketServer server = server(false, true, 5, 1);
        server.drain();

        engine.run(DRAWS);

        assertThat(shareOfPermitted()).isGreaterThan(0.9);
    }

    static Stream<Arguments> refusalsAtRandom() {
        return Stream.of(0.01, 0.05, 0.1, 0.2)
                .flatMap(share -> LongStream.of(1, 11)
                        .boxed()
                        .flatMap(seed -> Stream.of(Arguments.of(share, true, seed), Arguments.of(share, false, seed))));
    }

    /** Refusals that have nothing to do with the rate, such as of an overloaded server, must not slow it down. */
    @ParameterizedTest
    @MethodSource("refusalsAtRandom")
    void run_refusalsAtRandom_costLittle(double share, boolean retryAfter, long seed) {
        refusing(share, retryAfter, seed);
        engine.limits("fake", EngineFixture.inFlight(64));

        engine.run(20_000);

        // 64 in flight at 0.2 s need 62.5 s. At 1 in 100 there is the longest to wait for the evidence.
        assertThat(engine.time.elapsed().toMillis() / 62.5e3).isLessThan(share == 0.01 ? 1.7 : 1.3 + share);
    }

    @Test
    void run_refusalsAtRandomAndRateStated_keepsToTheRate() {
        refusing(0.1, true, 1);
        engine.limits("fake", perMinute(600));

        engine.run(600);

        // 10 a second, of which one is refused.
        assertThat(engine.time.elapsed()).isBetween(Duration.ofSeconds(62), Duration.ofSeconds(75));
    }

    @Test
    void run_anotherClientTakesHalfOfTheLimit_goesDownToWhatIsLeft() {
        TokenBucketServer server = server(false, true, 5, 1);
        CompletableFuture<SamplingResult> running = engine.sampler().run(EngineFixture.plan(EngineFixture.MODEL, 3000));
        engine.time.advance(Duration.ofMinutes(1));
        long before = server.accepted();
        int refusedBefore = server.refused();

        server.sharedWith(PER_SECOND / 2);
        engine.time.advance(Duration.ofMinutes(2));

        assertThat(running).isNotDone();
        assertThat(server.accepted() - before).isBetween(520L, 601L);
        assertThat(server.refused() - refusedBefore).isLessThan(40);
    }

    private void refusing(double share, boolean retryAfter, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Duration hint = retryAfter ? Duration.ofMillis(10) : null;
        engine.provider(request -> random.nextDouble() < share
                ? ScriptedProvider.fault(
                        engine.time, Duration.ofMillis(random.nextInt(2, 200)), EngineFixture.tooMany(hint))
                : ScriptedProvider.answer(engine.time, Duration.ofMillis(random.nextInt(100, 300)), request));
    }

    @Test
    void run_rateToldAndHighLatency_takesAsManyInFlightAsTheRateNeeds() {
        RateLimits none = RateLimits.none();
        TokenBucketServer server = new TokenBucketServer(engine.time, 1, 200, 200, true, true, Duration.ofMillis(5));
        engine.provider(server::complete);
        engine.limits("fake", none);

        engine.run(6000);

        // 32 in flight at a mean latency of 0.4 s are 80 a second.
        assertThat(engine.time.elapsed()).isLessThan(Duration.ofSeconds(34));
        assertThat(server.refused()).isZero();
    }

    private TokenBucketServer server(boolean headers, boolean retryAfter, int refusalMillis, long seed) {
        TokenBucketServer server = new TokenBucketServer(
                engine.time, seed, PER_SECOND, BURST, headers, retryAfter, Duration.ofMillis(refusalMillis));
        engine.provider(server::complete);
        return server;
    }

    private double shareOfPermitted() {
        return PERMITTED_SECONDS / (engine.time.elapsed().toMillis() / 1e3);
    }
}
