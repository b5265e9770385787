package dev.slop.providers;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a type of provider is found unless told otherwise.
 *
 * @param url the default root
 * @param ownHost the provider's own host, which never answers without a key
 * @param urlVariable environment variable with another root
 * @param keyVariables environment variables with the key, the preferred first
 * @param complete adds what users leave out of a root, for example the scheme
 */
record EndpointSpec(
        String url, String ownHost, String urlVariable, List<String> keyVariables, UnaryOperator<String> complete) {}
