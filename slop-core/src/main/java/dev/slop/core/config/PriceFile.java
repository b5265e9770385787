package dev.slop.core.config;

import dev.slop.core.ConfigurationException;
import dev.slop.core.ModelId;
import dev.slop.core.limits.Price;
import dev.slop.core.limits.PriceList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads {@code prices.yaml}: a list of rows such as
 *
 * <pre>- {model: openai/gpt-5-mini, input: 0.25, output: 2, cached: 0.025, date: 2025-11-13, source: "openai.com/api/pricing"}</pre>
 *
 * <p>Prices are US dollars per million tokens. {@code model} is one model, several in a list, or all of a provider,
 * {@code provider/*}. {@code cached} (input read from a cache), {@code input-up-to} (the longest prompt, in tokens, for
 * which the price holds), {@code date} and {@code source} may be left out. Reading is as strict as that of
 * {@link ExperimentFile}.
 */
public final class PriceFile {
    private static final String SHIPPED = "prices.yaml";
    /* Far above any price; longer numbers are slow to compute with. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);
    private static final String AMOUNT = "a price in dollars per million tokens, at least 0";

    private PriceFile() {}

    /**
     * Reads a price list.
     *
     * @param file YAML in UTF-8
     * @return what models cost
     * @throws ConfigurationException if the file cannot be read or is not right; the message begins with
     *     {@code file:line:column}
     */
    public static PriceList read(Path file) {
        return PriceList.of(rows(new Source(file)));
    }

    /** {@return the prices that slop ships, each with its date and source} */
    public static PriceList shipped() {
        return PriceList.of(shippedRows());
    }

    static Map<String, Price> shippedRows() {
        try (InputStream in = Objects.requireNonNull(PriceFile.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return rows(new Source(SHIPPED, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED + " cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private static Map<String, Price> rows(Source source) {
        Map<String, Price> rows = new LinkedHashMap<>();
        for (Field row : source.root().list()) {
            Section section = row.section(Keys.PRICE);
            Field model = section.require("model");
            Price price = price(row, section);
            for (Field name : model.isText() ? List.of(model) : model.list()) {
                if (rows.put(name(name), price) != null) {
                    throw name.error("is stated twice: '" + Field.shorten(name.text()) + "'");
                }
            }
        }
        return rows;
    }

    private static String name(Field field) {
        try {
            return ModelId.parse(field.filledText()).toString();
        } catch (IllegalArgumentException e) {
            throw field.error("must be provider/model or provider/*, but is '" + Field.shorten(field.text()) + "'");
        }
    }

    private static Price price(Field row, Section section) {
        BigDecimal input = amount(section.require("input"));
        Optional<BigDecimal> cached = section.find("cached").map(PriceFile::amount);
        if (cached.orElse(input).compareTo(input) > 0) {
            throw section.require("cached").error("must not exceed the price of input");
        }
        return new Price(
                input,
                amount(section.require("output")),
                cached,
                section.wholeNumber("input-up-to", 1),
                section.find("date").map(PriceFile::date),
                section.find("source")
                        .map(Field::filledText)
                        .orElseGet(() -> String.valueOf(row.source().file().getFileName())));
    }

    private static BigDecimal amount(Field field) {
        return field.decimal(AMOUNT, value -> value.signum() >= 0 && value.compareTo(LARGEST) <= 0);
    }

    private static LocalDate date(Field field) {
        try {
            return LocalDate.parse(field.filledText());
        } catch (DateTimeParseException e) {
            throw field.error("must be a date such as 2026-01-31, but is '" + Field.shorten(field.text()) + "'");
        }
    }
}
