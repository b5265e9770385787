package dev.slop.core.provider;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** A vector as text: 32-bit floats, little-endian, in base64, as OpenAI's {@code encoding_format: base64} words it. */
public final class PackedFloats {
    private PackedFloats() {}

    /**
     * {@return a vector as text}
     *
     * @param vector its numbers
     */
    public static String pack(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /**
     * {@return the vector that a text holds}
     *
     * @param text base64
     * @throws IllegalArgumentException if it is no base64, or of no whole number of floats
     */
    public static float[] unpack(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are no whole number of 32-bit floats");
        }
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
