package dev.slop.core.config;

import dev.slop.core.ConfigurationException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** The file behind an experiment or a price list: turns it into YAML nodes and a place in it into an error's beginning. */
final class Source {
    private static final long LARGEST = 64L << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final byte @Nullable [] content;

    Source(Path file) {
        this.file = file;
        this.content = null;
    }

    /** For what lies in no file; it is called so in errors. */
    Source(String name, byte[] content) {
        this.file = Path.of(name);
        this.content = content;
    }

    Path file() {
        return file;
    }

    Path folder() {
        return folderOf(file);
    }

    static Path folderOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        @Nullable Path folder = absolute.getParent();
        return folder == null ? absolute : folder;
    }

    Field root() {
        String text = decode(bytes());
        @Nullable Node node = compose(text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? text.substring(1) : text);
        if (node == null) {
            throw error(1, 1, "the file is empty");
        }
        return new Field(this, node, "");
    }

    private byte[] bytes() {
        if (content != null) {
            return content;
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw error(1, 1, "the file is larger than " + LARGEST + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            throw errorAfter(decoded, "the file is not in UTF-8");
        }
        return decoded;
    }

    private @Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            Mark mark = Optional.ofNullable(e.getProblemMark()).orElse(e.getContextMark());
            throw error(mark, "not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            throw errorAfter(before, String.format("not YAML: character U+%04X is not allowed", e.getCodePoint()));
        } catch (YAMLException e) {
            throw error(1, 1, "not YAML: " + e.getMessage());
        }
    }

    ConfigurationException error(@Nullable Mark mark, String problem) {
        return mark == null ? error(1, 1, problem) : error(mark.getLine() + 1, mark.getColumn() + 1, problem);
    }

    private ConfigurationException errorAfter(String before, String problem) {
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        int lineStart = before.lastIndexOf('\n') + 1;
        return error(lines + 1, before.codePointCount(lineStart, before.length()) + 1, problem);
    }

    private ConfigurationException error(int line, int column, String problem) {
        String clean = problem.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
        return new ConfigurationException(file + ":" + line + ":" + column + ": " + clean);
    }
}
