package dev.slop.core.provider;

import dev.slop.core.SampleKey;
import dev.slop.core.SamplingParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One question to one model.
 *
 * @param key which draw of the experiment it is for
 * @param prompt the user's message
 * @param system the system prompt, where one is sent
 * @param parameters the knobs, only the set ones are sent
 */
public record CompletionRequest(SampleKey key, String prompt, Optional<String> system, SamplingParameters parameters) {
    private static final int HASH_BYTES = 16;

    /**
     * Tells whether a journalled answer still answers this question: SHA-256 over everything that could change the
     * answer (prompt text, system prompt, model, variant, parameters, index), the first 16 bytes in hex. The prompt's
     * id is left out, so renaming a prompt asks nothing again.
     *
     * @return 32 hex digits
     */
    public String hash() {
        MessageDigest digest = sha256();
        for (String part : new String[] {
            prompt,
            system.map(s -> "+" + s).orElse("-"),
            key.model().toString(),
            key.variant(),
            set(parameters),
            Integer.toString(key.index())
        }) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length goes first: parts never run into each other.
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    /** Only what is set, so that a knob that slop learns later leaves the hashes of old requests as they are. */
    private static String set(SamplingParameters parameters) {
        StringJoiner set = new StringJoiner("\n");
        parameters.temperature().ifPresent(value -> set.add("temperature=" + value));
        parameters.topP().ifPresent(value -> set.add("top-p=" + value));
        parameters.topK().ifPresent(value -> set.add("top-k=" + value));
        parameters.maxOutputTokens().ifPresent(value -> set.add("max-output-tokens=" + value));
        parameters.seed().ifPresent(value -> set.add("seed=" + value));
        parameters.reasoningEffort().ifPresent(value -> set.add("reasoning-effort=" + value));
        parameters.stop().forEach(value -> set.add("stop=" + value.length() + ":" + value));
        return set.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
