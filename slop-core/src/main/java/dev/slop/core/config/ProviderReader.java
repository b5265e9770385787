package dev.slop.core.config;

import dev.slop.core.provider.ProviderConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds the set-ups of providers from the file's values. A key never stands in the file, and is never repeated. */
final class ProviderReader {
    private ProviderReader() {}

    static Map<String, ProviderConfig> read(Field field) {
        Map<String, ProviderConfig> providers = new LinkedHashMap<>();
        field.mapping().forEach((id, entry) -> {
            if (id.indexOf('/') >= 0) {
                throw entry.key().fault("the id of a provider must not hold a slash: '" + Field.shorten(id) + "'");
            }
            providers.put(id, provider(id, entry.value()));
        });
        return providers;
    }

    private static ProviderConfig provider(String id, Field field) {
        Map<String, Field.Entry> entries = field.mapping();
        Section section = new Section(field, entries);
        return new ProviderConfig(
                id,
                section.find("type").map(Field::filledText).orElse(id),
                section.find("base-url").map(ProviderReader::baseUrl),
                section.find("key-env").map(ProviderReader::variable),
                options(field, entries),
                directory(field.source(), section.find("directory")));
    }

    private static Map<String, String> options(Field field, Map<String, Field.Entry> entries) {
        Map<String, String> options = new LinkedHashMap<>();
        entries.forEach((name, entry) -> {
            if (!Keys.PROVIDER.contains(name)) {
                options.put(name, option(field, name, entry));
            }
        });
        return options;
    }

    private static String option(Field field, String name, Field.Entry entry) {
        refuseKey(field, name, entry);
        if (Suggestion.nearest(name, Keys.PROVIDER).isPresent()) {
            throw field.unknownKey(name, entry, Keys.PROVIDER);
        }
        String value = entry.value().text();
        if (Secrets.isSuspect(value)) {
            throw entry.value().error("looks like a key; keys are read from the environment alone (key-env)");
        }
        return value;
    }

    static void refuseKey(Field field, String name, Field.Entry entry) {
        if (Secrets.isKeyName(name)) {
            throw entry.key()
                    .fault("'" + Field.shorten(name) + "'" + field.in()
                            + ": keys are read from the environment alone; write key-env: NAME_OF_THE_VARIABLE");
        }
    }

    static String variable(Field field) {
        String name = field.filledText();
        if (!Secrets.isVariableName(name)) {
            throw field.error("must be the name of the environment variable with the key, not the key itself");
        }
        return name;
    }

    static URI baseUrl(Field field) {
        String text = field.filledText();
        try {
            URI uri = new URI(text);
            if (isHttp(uri) && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below, without the text: it may hold a password.
        }
        throw field.error(
                "must be http://HOST or https://HOST with port and path as needed, without password or query");
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    private static Path directory(Source source, Optional<Field> stated) {
        Path folder = source.folder();
        return stated.map(field -> resolve(folder, field)).orElse(folder);
    }

    private static Path resolve(Path folder, Field field) {
        try {
            return folder.resolve(field.filledText()).normalize();
        } catch (InvalidPathException e) {
            throw field.error("must be a folder");
        }
    }
}
