package dev.slop.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** One request that reached a {@link ScriptedServer}, and the raw connection to answer it on. */
public final class Exchange {
    private final String requestLine;
    private final Map<String, String> headers;
    private final String body;
    private final Socket socket;
    private final CountDownLatch clientLeft;

    Exchange(String requestLine, Map<String, String> headers, String body, Socket socket, CountDownLatch clientLeft) {
        this.requestLine = requestLine;
        this.headers = headers;
        this.body = body;
        this.socket = socket;
        this.clientLeft = clientLeft;
    }

    String requestLine() {
        return requestLine;
    }

    /** Headers by name in lower case. */
    public Map<String, String> headers() {
        return headers;
    }

    String body() {
        return body;
    }

    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Answers fully; headers as name, value, name, value. */
    public void send(int status, String text, String... extra) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(status, bytes.length, extra);
        write(bytes);
    }

    /** Sends the status line and the headers alone. */
    void head(int status, long length, String... extra) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " x\r\nContent-Length: " + length + "\r\n");
        for (int i = 0; i < extra.length; i += 2) {
            head.append(extra[i]).append(": ").append(extra[i + 1]).append("\r\n");
        }
        write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Says no more and reads until the client closes the connection, which is what a stalled server would see. */
    public void stall() throws IOException {
        try {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // Nothing is expected but the end.
            }
        } catch (SocketException e) {
            // A reset is a way to leave too.
        }
        clientLeft.countDown();
    }

    /** Ends the connection with a reset instead of an orderly end. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void close() throws IOException {
        socket.close();
    }
}
