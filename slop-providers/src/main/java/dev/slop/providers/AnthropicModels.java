package dev.slop.providers;

import dev.slop.core.SamplingParameters;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known of Anthropic's own models, by the version in their names. */
final class AnthropicModels {
    /** {@code claude-opus-4-5-20251101}, {@code claude-sonnet-5}; the older {@code claude-3-5-haiku-20241022}. */
    private static final Pattern NAME =
            Pattern.compile("claude(?:-[a-z]+)?-(\\d{1,2})(?:-(\\d{1,2}))?(?:-[a-z]+)?(?:-\\d{8}|-latest)?");

    private static final int V4_1 = 401;
    private static final int V4_6 = 406;
    private static final int V4_7 = 407;
    private static final int LEAST_BUDGET = 1_024;
    private static final double LEAST_TOP_P = 0.99;

    private AnthropicModels() {}

    /** Major version times 100 plus the minor one, where the name tells it. */
    static OptionalInt version(String model) {
        Matcher name = NAME.matcher(model);
        if (!name.matches()) {
            return OptionalInt.empty();
        }
        int minor = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
        return OptionalInt.of(Integer.parseInt(name.group(1)) * 100 + minor);
    }

    /** Fails where the model is known to reject a parameter that is set. */
    static void check(String provider, String model, SamplingParameters parameters, int maxTokens) {
        if (parameters.temperature().orElse(1) > 1) {
            throw Rejection.of(provider, model, "temperature", " above 1");
        }
        version(model).ifPresent(version -> {
            checkSampling(provider, model, version, parameters);
            parameters.reasoningEffort().ifPresent(effort -> checkEffort(provider, model, version, effort, maxTokens));
        });
    }

    private static void checkSampling(String provider, String model, int version, SamplingParameters parameters) {
        boolean cool = parameters.temperature().orElse(1) != 1;
        boolean narrow = parameters.topP().orElse(1) < LEAST_TOP_P;
        boolean fixed = version >= V4_7 || thinks(parameters.reasoningEffort());
        if (fixed && cool) {
            throw Rejection.of(provider, model, "temperature", " other than 1" + why(version));
        }
        if (fixed && narrow) {
            throw Rejection.of(provider, model, "top_p", " below " + LEAST_TOP_P + why(version));
        }
        if (fixed && parameters.topK().isPresent()) {
            throw Rejection.of(provider, model, "top_k", why(version));
        }
        if (version >= V4_1
                && parameters.temperature().isPresent()
                && parameters.topP().isPresent()) {
            throw Rejection.of(provider, model, "top_p", " beside a temperature");
        }
    }

    private static String why(int version) {
        return version >= V4_7 ? "" : " while it thinks";
    }

    private static void checkEffort(String provider, String model, int version, String effort, int maxTokens) {
        if (isBudget(effort)) {
            int budget = Integer.parseInt(effort);
            if (version >= V4_7) {
                throw Rejection.ofEffort(provider, model, "budget_tokens", "a word such as low");
            }
            if (budget < LEAST_BUDGET || budget >= maxTokens) {
                String range = "from " + LEAST_BUDGET + " to below the " + maxTokens + " tokens of the answer";
                throw Rejection.ofEffort(provider, model, "budget_tokens", range);
            }
        } else if (version < V4_6 && thinks(Optional.of(effort))) {
            throw Rejection.ofEffort(provider, model, "effort", "a number of tokens");
        }
    }

    static boolean isBudget(String effort) {
        return effort.matches("\\d{1,9}");
    }

    static boolean thinks(Optional<String> effort) {
        return effort.isPresent() && !effort.get().equals("none");
    }
}
