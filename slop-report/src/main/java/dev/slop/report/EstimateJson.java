package dev.slop.report;

import static dev.slop.report.JsonQuantities.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.core.limits.Price;
import dev.slop.core.limits.TokenCount;
import dev.slop.core.sampling.ModelEstimate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An estimate for programs to read: the schema {@value #SCHEMA}. Amounts are US dollars, times seconds; what is not known
 * is {@code null}.
 */
public final class EstimateJson {
    /** Name of the format, first field of the object. */
    public static final String SCHEMA = "slop.estimate/1";

    private static final double SECOND_MILLIS = 1e3;

    private EstimateJson() {}

    /**
     * {@return the estimate as one JSON object, ended by a line feed}
     *
     * @param estimate what is told
     */
    public static String text(RunEstimate estimate) {
        ObjectNode root = object();
        root.put("schema", SCHEMA).put("planned", estimate.planned()).put("missing", estimate.missing());
        ArrayNode models = root.putArray("models");
        estimate.models().forEach(model -> models.add(model(model)));
        ObjectNode total = root.putObject("total");
        total.put("requests", estimate.missing());
        total.put(
                "seconds",
                estimate.time().map(time -> time.toMillis() / SECOND_MILLIS).orElse(null));
        usd(
                total.putObject("usd"),
                estimate.usd(ModelEstimate::usdLow),
                estimate.usd(ModelEstimate::usdExpected),
                estimate.usd(ModelEstimate::usdHigh));
        ArrayNode notes = root.putArray("notes");
        estimate.notes().forEach(notes::add);
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always written", e);
        }
    }

    private static ObjectNode model(ModelEstimate model) {
        ObjectNode node = object();
        node.put("model", model.model().toString()).put("requests", model.requests());
        ObjectNode tokens = node.putObject("tokens");
        tokens.set("low", tokens(model.low()));
        tokens.set("expected", tokens(model.expected()));
        model.high().ifPresentOrElse(high -> tokens.set("high", tokens(high)), () -> tokens.putNull("high"));
        node.put(
                "seconds",
                model.time().map(time -> time.toMillis() / SECOND_MILLIS).orElse(null));
        usd(node.putObject("usd"), model.usdLow(), model.usdExpected(), model.usdHigh());
        model.price().ifPresentOrElse(price -> node.set("price", price(price)), () -> node.putNull("price"));
        return node;
    }

    private static ObjectNode tokens(TokenCount tokens) {
        return object().put("input", tokens.input()).put("output", tokens.output());
    }

    private static void usd(
            ObjectNode node, Optional<BigDecimal> low, Optional<BigDecimal> expected, Optional<BigDecimal> high) {
        node.put("low", low.orElse(null));
        node.put("expected", expected.orElse(null));
        node.put("high", high.orElse(null));
    }

    private static ObjectNode price(Price price) {
        ObjectNode node = object();
        node.put("input", price.input());
        node.put("output", price.output());
        node.put("cached", price.cached().orElse(price.input()));
        node.put("date", price.date().map(Object::toString).orElse(null));
        node.put("source", price.source());
        return node;
    }
}
