package dev.slop.providers;

import java.time.Duration;
import java.util.Optional;

/**
 * An error as a server tells it.
 *
 * @param status of HTTP, or the one that an error within a reply of status 200 stands for
 * @param message the server's words; may be empty
 * @param type the server's class of the error
 * @param code the server's name of the error
 * @param parameter the parameter at fault
 * @param retryAfter the wait that the body asks for
 */
record Fault(
        int status,
        String message,
        Optional<String> type,
        Optional<String> code,
        Optional<String> parameter,
        Optional<Duration> retryAfter) {
    static Fault of(int status, String message) {
        return new Fault(status, message, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The most telling name of the error: code, else type, else empty. */
    String name() {
        return code.or(() -> type).orElse("");
    }
}
