package dev.slop.core.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final RetryPolicy defaults = RetryPolicy.withDefaults();

    @Test
    void withDefaults_isAsDocumented() {
        assertThat(defaults)
                .isEqualTo(new RetryPolicy(8, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(10)));
        assertThat(RetryPolicy.none().maxAttempts()).isEqualTo(1);
    }

    @Test
    void with_otherValues_copies() {
        RetryPolicy policy = defaults.withMaxAttempts(3)
                .withBackoff(Duration.ofMillis(1), Duration.ofMillis(2))
                .withMaxElapsed(Duration.ofSeconds(9));

        assertThat(policy)
                .isEqualTo(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(9)));
    }

    @Test
    void new_outOfRange_isRejected() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> defaults.withMaxAttempts(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withBackoff(Duration.ofNanos(1), second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withBackoff(second, Duration.ofMillis(999)))
                .hasMessageContaining("exceeds");
        assertThatThrownBy(() -> defaults.withMaxElapsed(second.negated()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
