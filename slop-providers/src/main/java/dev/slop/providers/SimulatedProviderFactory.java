package dev.slop.providers;

import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers drawn from a stated distribution, for tests and benchmarks. The answer is a pure function of the seed, the
 * model, the variant, the prompt's text and the index, whatever the order of the requests. Options:
 *
 * <ul>
 *   <li>{@code seed}: a whole number; 0 by default
 *   <li>{@code answers}: weights such as {@code Mango=10,Apple=5}; {@code answers.ID} for the prompt of that id alone
 *   <li>{@code support} and {@code exponent}: without {@code answers}, Zipf's law over so many answers (20, 1.0)
 *   <li>{@code refused}, {@code blocked}, {@code truncated}: shares of the answers, in [0, 1], in sum at most 1
 *   <li>{@code latency-ms}: {@code 200}, or {@code 200-600} for a uniform draw; 0 by default
 *   <li>{@code rate-limited}, {@code failing}: shares of the attempts that fail, in [0, 1], in sum at most 1
 *   <li>{@code retry-after-ms}: the wait that a rate-limited reply asks for; none by default
 * </ul>
 */
public final class SimulatedProviderFactory implements CompletionProviderFactory {
    private static final String ANSWERS_OF = "answers.";
    private static final int DEFAULT_SUPPORT = 20;
    private static final int MAX_SUPPORT = 1_000_000;
    private static final double MAX_EXPONENT = 10;
    private static final long MAX_MILLIS = 86_400_000;

    /** Creates the factory; called by {@link java.util.ServiceLoader}. */
    public SimulatedProviderFactory() {}

    @Override
    public String id() {
        return "simulated";
    }

    @Override
    public boolean isFree() {
        return true;
    }

    @Override
    public CompletionProvider create(ProviderConfig config, Environment environment) {
        Options options = Options.of(
                config,
                "seed",
                "answers",
                "answers.*",
                "support",
                "exponent",
                "refused",
                "blocked",
                "truncated",
                "latency-ms",
                "rate-limited",
                "failing",
                "retry-after-ms");
        checkSum(options, "refused", "blocked", "truncated");
        checkSum(options, "rate-limited", "failing");
        long[] latency = latency(options);
        return new SimulatedProvider(new Simulation(
                options.integer("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE),
                byPrompt(config, options),
                others(options),
                share(options, "refused"),
                share(options, "blocked"),
                share(options, "truncated"),
                latency[0],
                latency[1],
                faults(options)));
    }

    private static Map<String, Categorical> byPrompt(ProviderConfig config, Options options) {
        Map<String, Categorical> result = new TreeMap<>();
        for (String name : config.options().keySet()) {
            if (name.startsWith(ANSWERS_OF)) {
                result.put(name.substring(ANSWERS_OF.length()), weights(options, name));
            }
        }
        return result;
    }

    private static Categorical others(Options options) {
        if (options.text("answers").isPresent()) {
            return weights(options, "answers");
        }
        int support = (int) options.integer("support", DEFAULT_SUPPORT, 1, MAX_SUPPORT);
        return Categorical.zipf(support, options.number("exponent", 1, 0, MAX_EXPONENT));
    }

    private static Categorical weights(Options options, String name) {
        try {
            return Categorical.parse(options.required(name));
        } catch (IllegalArgumentException e) {
            throw options.wrong(name, String.valueOf(e.getMessage()));
        }
    }

    private static SimulatedFaults faults(Options options) {
        Optional<Duration> wait = options.text("retry-after-ms").isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(options.integer("retry-after-ms", 0, 0, MAX_MILLIS)));
        return new SimulatedFaults(share(options, "rate-limited"), share(options, "failing"), wait);
    }

    private static long[] latency(Options options) {
        String[] bounds = options.text("latency-ms").orElse("0").split("-", 2);
        try {
            long low = Long.parseLong(bounds[0].strip());
            long high = Long.parseLong(bounds[bounds.length - 1].strip());
            if (low >= 0 && low <= high && high <= MAX_MILLIS) {
                return new long[] {low, high};
            }
        } catch (NumberFormatException e) {
            // Told below, like bounds out of order.
        }
        throw options.wrong("latency-ms", "must be milliseconds such as 200 or 200-600");
    }

    private static double share(Options options, String name) {
        return options.number(name, 0, 0, 1);
    }

    private static void checkSum(Options options, String... names) {
        double sum = 0;
        for (String name : names) {
            sum += share(options, name);
        }
        if (sum > 1) {
            throw options.wrong(names[0], String.join(" + ", names) + " must not exceed 1");
        }
    }
}
