package dev.slop.providers;

import dev.slop.core.SamplingParameters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What both of OpenAI's APIs share.
 *
 * @param provider id of the provider
 * @param own whether OpenAI itself is asked; nothing is known of other servers' models
 * @param api {@code chat}, {@code responses} or {@code auto}
 * @param maxTokensParameter name of the limit of the answer's length in Chat Completions
 * @param organization billed, where it is not the key's default
 * @param project billed, where it is not the key's default
 */
record OpenAiSetup(
        String provider,
        boolean own,
        String api,
        String maxTokensParameter,
        Optional<String> organization,
        Optional<String> project) {
    boolean usesResponses(String model) {
        return api.equals("responses") || (api.equals("auto") && own && OpenAiModels.needsResponses(model));
    }

    void check(String model, SamplingParameters parameters) {
        if (own) {
            OpenAiModels.check(provider, model, parameters);
            if (parameters.topK().isPresent()) {
                throw Rejection.of(provider, model, "top_k", "");
            }
        }
    }

    Map<String, String> headers(ApiKey key) {
        Map<String, String> headers = new TreeMap<>();
        if (key.isPresent()) {
            headers.put("Authorization", key.header("Bearer "));
        }
        organization.ifPresent(id -> headers.put("OpenAI-Organization", id));
        project.ifPresent(id -> headers.put("OpenAI-Project", id));
        return headers;
    }
}
