package dev.slop.report;

import static dev.slop.report.JsonQuantities.object;
import static dev.slop.report.JsonQuantities.quantity;
import static dev.slop.report.JsonQuantities.test;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.metrics.analysis.Analysis;
import dev.slop.metrics.analysis.AnalysisOptions;
import dev.slop.metrics.analysis.Finding;
import dev.slop.metrics.analysis.Overall;
import dev.slop.metrics.analysis.PairAnalysis;
import dev.slop.metrics.analysis.PromptAnalysis;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes {@code analysis.json}: every number of an analysis for programs to read.
 *
 * <p>An estimate is {@code {value, lower, upper, level, method}}; what cannot be computed is {@code {"value": null,
 * "reason": …}}; an end of an interval that nothing bounds is {@code null} beside a {@code note}. Names, nesting and
 * order are those of the schema {@value #SCHEMA} and stay the same whatever the data, but for {@code variants}, {@code
 * stopped} and {@code semantic} at the end, which are there if the experiment asked in several ways, a rule ended a sample or
 * answers were embedded; numbers have full double precision, so equal analyses give equal bytes.
 */
public final class AnalysisJson {
    /** Name of the format, first field of the file. */
    public static final String SCHEMA = "slop.analysis/1";

    private static final ObjectWriter PRETTY = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build()
            .writer(printer());

    private AnalysisJson() {}

    /**
     * Writes an analysis, ended by a line feed.
     *
     * @param analysis what is written
     * @param slopVersion version of slop that made it
     * @param out left open
     * @throws IOException if {@code out} throws it
     */
    public static void write(Analysis analysis, String slopVersion, Writer out) throws IOException {
        PRETTY.writeValue(out, tree(analysis, slopVersion));
        out.write('\n');
        out.flush();
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter unixLines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(unixLines).withArrayIndenter(unixLines);
    }

    /**
     * {@return an analysis as a tree, as it stands in the file}
     *
     * @param analysis what is written
     * @param slopVersion version of slop that made it
     */
    public static ObjectNode tree(Analysis analysis, String slopVersion) {
        ObjectNode node = object();
        node.put("schema", SCHEMA);
        node.put("slopVersion", slopVersion);
        node.set("options", options(analysis.options()));
        node.putArray("prompts")
                .addAll(analysis.prompts().stream().map(AnalysisJson::prompt).toList());
        node.set("overall", overall(analysis.overall()));
        VariantJson.put(analysis, node);
        node.set("lexical", LexicalJson.lexical(analysis.lexical()));
        SemanticJson.put(analysis.semantic(), node);
        return node;
    }

    static ObjectNode options(AnalysisOptions options) {
        return object().put("seed", options.seed())
                .put("level", options.level())
                .put("resamples", options.resamples());
    }

    private static ObjectNode prompt(PromptAnalysis prompt) {
        ObjectNode node = object();
        node.put("id", prompt.id());
        node.put("text", prompt.text());
        node.put("grouping", prompt.grouping());
        node.put("answers", prompt.answers().size());
        node.putArray("models")
                .addAll(prompt.models().stream().map(ModelJson::model).toList());
        node.set("pooled", ModelJson.model(prompt.pooled()));
        node.putArray("pairs")
                .addAll(prompt.pairs().stream().map(AnalysisJson::pair).toList());
        node.set("partition", DetailJson.partition(prompt.partition()));
        node.set("cramersV", quantity(prompt.cramersV()));
        node.set("krippendorffAlpha", quantity(prompt.krippendorffAlpha()));
        DetailJson.add(node, prompt.partition(), prompt.detail());
        return node;
    }

    private static ObjectNode pair(PairAnalysis pair) {
        ObjectNode node = object();
        node.put("a", pair.a());
        node.put("b", pair.b());
        node.set("jaccard", quantity(pair.jaccard()));
        node.set("weightedJaccard", quantity(pair.weightedJaccard()));
        node.set("morisitaHorn", quantity(pair.morisitaHorn()));
        node.set("jensenShannonBits", quantity(pair.jensenShannonBits()));
        node.set("hellinger", quantity(pair.hellinger()));
        node.set("totalVariation", quantity(pair.totalVariation()));
        node.set("collisionProbability", quantity(pair.collisionProbability()));
        node.set("further", DetailJson.pair(pair.detail()));
        node.set("pValue", test(pair.pValue()));
        return node;
    }

    private static ObjectNode overall(Overall overall) {
        ObjectNode node = object();
        node.putArray("models")
                .addAll(overall.models().stream().map(AnalysisJson::means).toList());
        node.putArray("pairs")
                .addAll(overall.pairs().stream().map(AnalysisJson::means).toList());
        node.set("agreement", DetailJson.agreement(overall.agreement()));
        node.set("tree", DetailJson.tree(overall.tree()));
        node.putArray("findings")
                .addAll(overall.findings().stream().map(AnalysisJson::finding).toList());
        return node;
    }

    private static ObjectNode means(Overall.ModelMeans means) {
        ObjectNode node = object();
        node.put("model", means.model());
        node.put("prompts", means.prompts());
        node.put("n", means.n());
        node.set("topShare", quantity(means.topShare()));
        node.set("entropyBits", quantity(means.entropyBits()));
        node.set("distinctRatio", quantity(means.distinctRatio()));
        return node;
    }

    private static ObjectNode means(Overall.PairMeans means) {
        ObjectNode node = object();
        node.put("a", means.a());
        node.put("b", means.b());
        node.put("prompts", means.prompts());
        node.set("jaccard", quantity(means.jaccard()));
        node.set("collisionProbability", quantity(means.collisionProbability()));
        node.set("jensenShannonBits", quantity(means.jensenShannonBits()));
        return node;
    }

    static ObjectNode finding(Finding finding) {
        ObjectNode node = object();
        node.put("prompt", finding.prompt());
        node.put("text", finding.text());
        node.set("quantity", quantity(finding.quantity()));
        return node;
    }
}
