package dev.slop.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page's style and scripts, ready to stand inside it. */
final class Assets {
    /** Of the ECharts builds the smallest that has bars, lines, points, SVG, decals and descriptions. */
    private static final String CHART_LIBRARY = "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";

    static final String STYLE = text("report.css");
    static final String CHARTS = script(text(CHART_LIBRARY));
    static final String SCRIPT =
            scripts("theme.js", "data.js", "charts.js", "curves.js", "forest.js", "answers.js", "start.js");
    /** Of a page whose answers were embedded. */
    static final String SCRIPT_WITH_MAP =
            scripts("theme.js", "data.js", "charts.js", "curves.js", "forest.js", "map.js", "answers.js", "start.js");

    private Assets() {}

    /**
     * {@return what the page may do} Only what the page itself brought runs, told by its hash. Data blocks are not scripts
     * and need no permission; nothing may be loaded, sent or framed.
     *
     * @param script of the page, beside the charts
     */
    static String policy(String script) {
        return "default-src 'none'; script-src " + hash(CHARTS) + " " + hash(script) + "; style-src " + hash(STYLE)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String scripts(String... names) {
        return script(Stream.of(names).map(Assets::text).collect(Collectors.joining("\n")));
    }

    /**
     * {@return a resource; line ends are LF, for a browser reads them so before it computes a hash}
     *
     * @param name beside this class, or absolute
     */
    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Neither sequence occurs outside of strings and patterns, where the backslash changes nothing. */
    private static String script(String source) {
        return source.replace("</script", "<\\/script").replace("<!--", "<\\!--");
    }

    private static String hash(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
