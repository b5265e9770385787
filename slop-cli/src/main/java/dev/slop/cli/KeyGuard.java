package dev.slop.cli;

import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.Environment;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Notes which keys the providers read, and takes these out of whatever a provider says. The built-in providers hide
 * their keys themselves; of those found on the class path nobody knows.
 */
final class KeyGuard {
    private static final Pattern KEY_NAME = Pattern.compile(".*(KEY|TOKEN|SECRET|PASSWORD).*");
    private static final String HIDDEN = "[key]";

    /** Shorter ones are placeholders such as "none", which occur in answers too. */
    private static final int SHORTEST_SECRET = 12;

    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    /** The environment to hand to a provider, of which the values that look like keys by their names are noted. */
    Environment watching(Environment environment, Optional<String> keyVariable) {
        return name -> {
            Optional<String> value = environment.get(name);
            boolean isKey = keyVariable.equals(Optional.of(name))
                    || KEY_NAME.matcher(name.toUpperCase(Locale.ROOT)).matches();
            value.filter(text -> isKey && text.length() >= SHORTEST_SECRET).ifPresent(keys::add);
            return value;
        };
    }

    boolean isClean(String text) {
        return keys.stream().noneMatch(text::contains);
    }

    String scrub(String text) {
        String clean = text;
        for (String key : keys) {
            clean = clean.replace(key, HIDDEN);
        }
        return clean;
    }

    CompletionProvider guard(CompletionProvider provider) {
        return new GuardedProvider(provider, this);
    }
}
