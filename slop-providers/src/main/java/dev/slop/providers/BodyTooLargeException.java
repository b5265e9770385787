package dev.slop.providers;

import java.io.IOException;

/** A reply grew past its limit and was given up. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("the reply is larger than " + limit + " bytes");
    }
}
