package dev.slop.report.html;

import java.util.List;
import java.util.Locale;

/** A drawing in SVG, as it is put together. Every text is escaped, and shown as {@link VisibleText} shows it. */
final class Svg {
    private static final int TITLE_SIZE = 16;
    private static final int TEXT_SIZE = 12;

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private double width;
    private double height;

    /** A place on the sheet. */
    record Point(double x, double y) {}

    Svg(String title) {
        this.title = title;
        text(12, 24, title, TITLE_SIZE, "start", "#1a1a1a");
    }

    void rectangle(double x, double y, double w, double h, String fill, String tip) {
        grow(x + w, y + h);
        body.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" stroke=\"#8a8a8a\""
                        + " stroke-width=\"0.5\"><title>%s</title></rect>%n",
                x,
                y,
                Math.max(0, w),
                Math.max(0, h),
                fill,
                escaped(tip)));
    }

    void line(double x1, double y1, double x2, double y2) {
        grow(Math.max(x1, x2), Math.max(y1, y2));
        body.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#1a1a1a\"/>%n",
                x1,
                y1,
                x2,
                y2));
    }

    /** Draws from point to point; dashed where it is a guess. */
    void path(List<Point> points, boolean dashed) {
        StringBuilder data = new StringBuilder();
        for (Point point : points) {
            grow(point.x(), point.y());
            data.append(String.format(Locale.ROOT, "%s%.1f %.1f", data.isEmpty() ? "M" : "L", point.x(), point.y()));
        }
        body.append(String.format(
                Locale.ROOT,
                "<path d=\"%s\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\"%s/>%n",
                data,
                dashed ? " stroke-dasharray=\"5 4\"" : ""));
    }

    void text(double x, double y, String text, String anchor) {
        text(x, y, text, TEXT_SIZE, anchor, "#1a1a1a");
    }

    void text(double x, double y, String text, int size, String anchor, String fill) {
        grow(anchor.equals("start") ? x + 0.62 * size * text.length() : x, y + size / 2.0);
        body.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                size,
                anchor,
                fill,
                escaped(text)));
    }

    private void grow(double x, double y) {
        width = Math.max(width, x + 12);
        height = Math.max(height, y + 12);
    }

    private static String escaped(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\" height=\"%2$.0f\""
                                + " viewBox=\"0 0 %1$.0f %2$.0f\" role=\"img\" font-family=\"sans-serif\">%n"
                                + "<title>%3$s</title>%n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                        width,
                        height,
                        escaped(title))
                + body + "</svg>\n";
    }
}
