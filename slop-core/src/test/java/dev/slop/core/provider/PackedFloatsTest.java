package dev.slop.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackedFloatsTest {
    /* python3 -c "import base64,struct; print(base64.b64encode(struct.pack('<3f', 1, -2.5, 1e-3)).decode())" */
    private static final String PACKED = "AACAPwAAIMBvEoM6";
    private static final float[] VECTOR = {1, -2.5f, 1e-3f};

    @Test
    void pack_vector_isThatOfOpenAi() {
        assertThat(PackedFloats.pack(VECTOR)).isEqualTo(PACKED);
        assertThat(PackedFloats.pack(new float[0])).isEmpty();
    }

    @Test
    void unpack_whatWasPacked_isTheSame() {
        assertThat(PackedFloats.unpack(PACKED)).containsExactly(VECTOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AACAPwA=", "not base64", "AACAP"})
    void unpack_whatIsNoVector_isRefused(String text) {
        assertThatThrownBy(() -> PackedFloats.unpack(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
