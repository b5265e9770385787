package dev.slop.providers;

import dev.slop.core.ConfigurationException;
import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/**
 * Answers from a file of recorded answers: deterministic and offline. The option {@code file} names it, relative to the
 * experiment's folder, or as {@code classpath:path/in/the/class/path}. Rows are answers ({@code prompt_id} or
 * {@code prompt}, {@code model}, {@code index}, {@code text}) or those of a {@code journal.jsonl}. An answer is looked
 * up by model, prompt (id, else text), variant and index; where there is none the request is invalid.
 */
public final class ReplayProviderFactory implements CompletionProviderFactory {
    private static final String CLASS_PATH = "classpath:";

    /** Creates the factory; called by {@link java.util.ServiceLoader}. */
    public ReplayProviderFactory() {}

    @Override
    public String id() {
        return "replay";
    }

    @Override
    public boolean isFree() {
        return true;
    }

    @Override
    public CompletionProvider create(ProviderConfig config, Environment environment) {
        Options options = Options.of(config, "file");
        String file = options.required("file");
        try (BufferedReader reader = open(file, config)) {
            return new ReplayProvider(file, answers(file, reader));
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw options.wrong("file", "there is no " + file);
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<ReplayKey, Completion> answers(String file, BufferedReader reader) throws IOException {
        try {
            return ReplayFile.read(file, reader);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file + ": is not UTF-8", e);
        }
    }

    private static BufferedReader open(String file, ProviderConfig config) throws IOException {
        if (!file.startsWith(CLASS_PATH)) {
            return Files.newBufferedReader(config.directory().resolve(file));
        }
        InputStream stream = resource(file.substring(CLASS_PATH.length()));
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()));
    }

    private static InputStream resource(String name) throws FileNotFoundException {
        ClassLoader own = ReplayProviderFactory.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        InputStream stream = (context == null ? own : context).getResourceAsStream(name);
        if (stream == null) {
            stream = own.getResourceAsStream(name);
        }
        if (stream == null) {
            throw new FileNotFoundException(name);
        }
        return stream;
    }
}
