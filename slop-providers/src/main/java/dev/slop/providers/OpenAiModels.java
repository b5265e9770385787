package dev.slop.providers;

import dev.slop.core.SamplingParameters;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of OpenAI's own models. */
final class OpenAiModels {
    private static final Pattern RESPONSES_ONLY = Pattern.compile(".*-(pro|codex|deep-research)(-.*)?");

    /** Reason always, and then take no sampling parameters. */
    private static final Pattern ALWAYS_REASONING = Pattern.compile("o\\d.*|gpt-5(-.*)?");

    /** Reason unless told not to. */
    private static final Pattern REASONING = Pattern.compile("gpt-([6-9]|\\d\\d).*");

    /** Of these some reason only when told to. */
    private static final Pattern PERHAPS_REASONING = Pattern.compile("gpt-5\\.\\d.*");

    private static final String CHAT = "-chat-latest";

    private OpenAiModels() {}

    static boolean needsResponses(String model) {
        return RESPONSES_ONLY.matcher(model).matches();
    }

    /** Fails where the model is known to reject a parameter that is set. */
    static void check(String provider, String model, SamplingParameters parameters) {
        if (!reasons(model, parameters.reasoningEffort())) {
            return;
        }
        if (parameters.temperature().orElse(1) != 1) {
            throw Rejection.of(provider, model, "temperature", " other than 1");
        }
        if (parameters.topP().isPresent()) {
            throw Rejection.of(provider, model, "top_p", "");
        }
    }

    private static boolean reasons(String model, Optional<String> effort) {
        if (model.endsWith(CHAT)) {
            return false;
        }
        boolean none = effort.equals(Optional.of("none"));
        return ALWAYS_REASONING.matcher(model).matches()
                || (!none && REASONING.matcher(model).matches())
                || (!none
                        && effort.isPresent()
                        && PERHAPS_REASONING.matcher(model).matches());
    }
}
