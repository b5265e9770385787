package dev.slop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbers that the demo writes about fifty random numbers of three models, against other programs. Models: 0 Claude,
 * 1 Gemini, 2 GPT; pairs: 0 Claude–Gemini, 1 Claude–GPT, 2 Gemini–GPT.
 */
final class DemoReferenceTest {
    private static final double LN_2 = Math.log(2);

    private static JsonNode number;
    private static JsonNode joke;

    @BeforeAll
    static void runDemo(@TempDir Path folder) throws IOException {
        JsonNode root =
                CommandLineRun.of("demo", "--json", "--out", folder.toString()).json();
        for (JsonNode prompt : root.path("prompts")) {
            if (prompt.path("id").asText().equals("number")) {
                number = prompt;
            }
            if (prompt.path("id").asText().equals("joke")) {
                joke = prompt;
            }
        }
    }

    // R entropy 1.3.2, in nats; Grassberger 2003 by its formula; Chao-Jost: iNEXT prints 2.249.
    @ParameterizedTest
    @CsvSource({
        "0, plugIn, .098039113279732",
        "1, plugIn, 1.92940606001611",
        "2, plugIn, 2.04866690397566",
        "0, millerMadow, .108039113279732",
        "1, millerMadow, 2.00940606001611",
        "2, millerMadow, 2.16866690397566",
        "0, chaoShen, .161467693740882",
        "1, chaoShen, 2.01309231343222",
        "2, chaoShen, 2.25215061519354",
        "0, grassberger, .143582401962387",
        "1, grassberger, 2.05803375853753",
        "2, grassberger, 2.23578142676198",
        "2, chaoJost, 2.24858291678396"
    })
    void entropies_inNats(int model, String estimator, double nats) {
        assertThat(value("/models/" + model + "/entropyBits/" + estimator) * LN_2)
                .isCloseTo(nats, within(1e-12));
    }

    // Hill: scipy. Chao1 bias-corrected and ACE: vegan 2.6-4; (n - 1)/n: iNEXT. Simpson, coverage, Jaccard, collisions,
    // total variation, beta: by their formulae. Hellinger, Jensen-Shannon: scipy 1.10.1. Morisita, Horn, Bray: vegan,
    // as distances. Cramér's V: R vcd; corrected by Bergsma's formula.
    @ParameterizedTest
    @CsvSource({
        "/models/0/hill/0/value, 2",
        "/models/0/hill/1/value, 1.10300592644415",
        "/models/0/hill/2/value, 1.04079933388843",
        "/models/0/hill/inf/value, 1.02040816326531",
        "/models/1/hill/0/value, 9",
        "/models/1/hill/1/value, 6.88541950092684",
        "/models/1/hill/2/value, 5.86854460093897",
        "/models/1/hill/inf/value, 3.84615384615385",
        "/models/2/hill/0/value, 13",
        "/models/2/hill/1/value, 7.75755264750173",
        "/models/2/hill/2/value, 4.96031746031746",
        "/models/2/hill/inf/value, 2.5",
        "/models/0/simpson/unbiased/value, .96",
        "/models/1/simpson/unbiased/value, .153469387755102",
        "/models/2/simpson/unbiased/value, .185306122448980",
        "/models/0/goodTuringCoverage/value, .98",
        "/models/1/goodTuringCoverage/value, .98",
        "/models/2/goodTuringCoverage/value, .90",
        "/models/0/chao1/value, 2",
        "/models/1/chao1/value, 9",
        "/models/2/chao1/value, 16.3333333333333",
        "/models/1/richness/chao1SampleSizeCorrected/value, 9.245",
        "/models/2/richness/chao1SampleSizeCorrected/value, 19.125",
        "/models/1/richness/ace/value, 9.59019204389575",
        "/models/2/richness/ace/value, 16.7489655172414",
        "/pairs/0/jaccard/value, .1",
        "/pairs/1/jaccard/value, .0714285714285714",
        "/pairs/2/jaccard/value, .2222222222222222",
        "/pairs/0/weightedJaccard/value, .1111111111111111",
        "/pairs/1/weightedJaccard/value, .0101010101010101",
        "/pairs/2/weightedJaccard/value, .3333333333333333",
        "/pairs/0/collisionProbability/value, .196",
        "/pairs/1/collisionProbability/value, .0016",
        "/pairs/2/collisionProbability/value, .1392",
        "/pairs/0/totalVariation/value, .80",
        "/pairs/1/totalVariation/value, .98",
        "/pairs/2/totalVariation/value, .50",
        "/pairs/0/hellinger/value, .746512643949469",
        "/pairs/1/hellinger/value, .979795897113271",
        "/pairs/2/hellinger/value, .600046574901764",
        "/pairs/0/jensenShannonBits/value, .612641233981702",
        "/pairs/1/jensenShannonBits/value, .963903595255632",
        "/pairs/2/jensenShannonBits/value, .368775334993569",
        "/pairs/0/further/brayCurtis/value, .80",
        "/pairs/1/further/brayCurtis/value, .98",
        "/pairs/2/further/brayCurtis/value, .50",
        "/partition/beta/value, 1.84272733040105",
        "/partitionByOrder/0/gamma/value, 18",
        "/pooled/entropyBits/plugIn/value, 2.84203817020416",
        "/cramersV/value, .63157579411",
        "/association/cramersV/value, .712479994326",
        "/association/chiSquare/statistic, 152.2883226943",
        "/association/chiSquare/degreesOfFreedom, 34"
    })
    void numbers(String pointer, double expected) {
        assertThat(number.at(pointer).isNumber()).as(pointer).isTrue();
        assertThat(number.at(pointer).asDouble()).isCloseTo(expected, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "0, .653465346534653, .647947214076246",
        "1, .997247075017206, .997205987170349",
        "2, .251612903225806, .178216867469880"
    })
    void morisita_asDistances(int pair, double horn, double morisita) {
        assertThat(1 - value("/pairs/" + pair + "/morisitaHorn")).isCloseTo(horn, within(1e-12));
        assertThat(1 - value("/pairs/" + pair + "/further/morisita")).isCloseTo(morisita, within(1e-12));
    }

    // scipy; p by a continued fraction to 60 digits, where scipy gives 0. 100 (1 - .99^50) expected.
    @ParameterizedTest
    @CsvSource({
        "0, 4754, -930.5095180654, 450.713107270836",
        "1, 802, -109.78166727247716, 267.576412597199",
        "2, 958, -139.922434081984, 255.650328201243"
    })
    void uniformity(int model, double chiSquare, double log10P, double g) {
        JsonNode goodness = number.at("/models/" + model + "/goodness");
        assertThat(goodness.at("/chiSquare/statistic").asDouble()).isCloseTo(chiSquare, within(1e-9));
        assertThat(goodness.at("/asymptotic/chiSquare/log10PValue").asDouble()).isCloseTo(log10P, within(1e-9));
        assertThat(goodness.at("/g/statistic").asDouble()).isCloseTo(g, within(1e-9));
        assertThat(goodness.at("/expectedDistinct").asDouble()).isCloseTo(39.4993932862, within(1e-9));
        // log2 of the cells minus the entropy
        assertThat(goodness.at("/kullbackLeiblerBits/value").asDouble())
                .isCloseTo(Math.log(100) / LN_2 - value("/models/" + model + "/entropyBits/plugIn"), within(1e-9));
    }

    // iNEXT; order 0 at 10 and 25 also vegan's rarefy.
    @ParameterizedTest
    @CsvSource({
        "10, 5.80473810884, 4.70260975589, .640051236451",
        "25, 9.73284845741, 6.61865369413, .819127224456",
        "50, 13, 7.7575526475, .901606425703",
        "100, 16.39952026971, 8.71737612209, .956217193088"
    })
    void rarefaction_ofGpt(int answers, double distinct, double hill1, double coverage) {
        JsonNode curve = number.at("/models/2/rarefaction");
        assertThat(curve).hasSizeLessThanOrEqualTo(20).anySatisfy(point -> {
            assertThat(point.path("answers").asInt()).isEqualTo(answers);
            assertThat(point.path("distinct").asDouble()).isCloseTo(distinct, within(1e-10));
            assertThat(point.path("hill1").asDouble()).isCloseTo(hill1, within(1e-10));
            assertThat(point.path("coverage").asDouble()).isCloseTo(coverage, within(1e-10));
        });
    }

    @Test
    void models_areToldApart_andJoinInATree() {
        assertThat(number.at("/equality/value").asDouble()).isLessThan(0.001);
        assertThat(number.at("/tree/newick").asText()).endsWith(";");
        assertThat(number.at("/tree/merges")).hasSize(2);
        // The two nearest join first, at the square root of their divergence.
        assertThat(number.at("/tree/merges/0/distance").asDouble())
                .isCloseTo(Math.sqrt(.368775334993569), within(1e-12));
        // How numbers are spelled says nothing.
        assertThat(number.at("/groupTree").isNull()).isTrue();
    }

    @Test
    void grouping_ofJokes_doesNotHangOnItsThreshold() {
        JsonNode stability = joke.at("/groupingStability");

        assertThat(stability.path("looser").asDouble()).isZero();
        assertThat(stability.path("worstLeftOut").asDouble()).isZero();
        assertThat(stability.path("leftOut").asInt()).isEqualTo(9);
        assertThat(number.at("/groupingStability/reason").asText()).startsWith("not tried");
    }

    private static double value(String pointer) {
        return number.at(pointer + "/value").asDouble();
    }
}
