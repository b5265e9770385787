package dev.slop.providers;

import java.net.http.HttpHeaders;

/**
 * What a server sent.
 *
 * @param status of HTTP
 * @param headers of HTTP
 * @param body as text, without the key
 */
record Reply(int status, HttpHeaders headers, String body) {
    boolean ok() {
        return status >= 200 && status < 300;
    }
}
